"""Initiatives: what was tried, what was published of it, and what that allows to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import exhibits, numbers
from analysis.assessment.context import caution, not_there
from analysis.assessment.wording import how_many
from analysis.blocks import Bullets, Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.evaluation import WORDING, Effect, PercentageOnly, before_after
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown
from analysis.prose import initiative_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Initiative, Outcome

NOTES: Final = (
    "Intervals are exact for the ratio of two counts, widened for the usual swing of such counts.",
    "Before count needed: the fewest incidents before from which on the published percentage could be told from "
    "chance.",
)
NOT_NEEDED: Final = CannotSay("only a bare percentage needs one", "has-counts")


def initiatives(context: Context) -> list[Block]:
    """One table of outcomes, then a part for each initiative; a note where none is declared."""
    declared = context.edition.initiatives
    if not declared:
        return [not_there(context, "Initiatives and what came of them.")]
    blocks: list[Block] = [
        Paragraph(
            spans=text(
                "A change after an initiative is not a change because of it. Set against nothing but the time before, "
                f"the strongest that may be said is that the initiative {WORDING} the change. ",
                ref("initiative-outcomes"),
                " says what each published figure can carry.",
            )
        ),
        _table(context),
    ]  # fmt: skip
    for initiative in declared:
        blocks += _initiative(initiative)
    return blocks


def _table(context: Context) -> Block:
    rows = [_row(initiative, outcome) for initiative in context.edition.initiatives for outcome in initiative.outcomes]
    frame = context.declared(rows, key=["id"])
    fields = [
        Field("initiative", "Initiative"), Field("outcome", "Outcome"), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), Field("change", "Change", exhibits.signed_percent),
        Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
        Field("needed", "Before count needed", numbers.count),
        Field("needed_dispersed", "The same, if counts swing", numbers.count),
    ]  # fmt: skip
    carried = sum(row["verdict"] in ("rose", "fell") for row in rows)
    caption = context.caption(
        "initiative-outcomes",
        f"Of {numbers.plural(len(rows), 'published outcome')}, {how_many(carried)} can be told from chance",
        "Outcomes of initiatives before and after, as published", source=context.document_source,
        notes=NOTES,
    )  # fmt: skip
    return exhibit(frame, caption, fields)


def _row(initiative: Initiative, outcome: Outcome) -> dict[str, Any]:
    found = before_after(outcome)
    change: Any = outcome.change_percent
    low: Any = Unknown.NOT_PUBLISHED
    high: Any = Unknown.NOT_PUBLISHED
    verdict = ""
    if isinstance(found, Effect):
        limits = found.change.percent_limits
        change, verdict = found.change.percent, found.change.verdict
        low, high = limits if not isinstance(limits, CannotSay) else (limits, limits)
    return {
        "id": f"{initiative.id}-{outcome.id}",
        "initiative": initiative.name,
        "outcome": outcome.name,
        "compared": outcome.compared,
        "before": outcome.before,
        "after": outcome.after,
        "change": change,
        "change_low": low,
        "change_high": high,
        "verdict": verdict,
        "needed": found.needed if isinstance(found, PercentageOnly) else NOT_NEEDED,
        "needed_dispersed": found.needed_dispersed if isinstance(found, PercentageOnly) else NOT_NEEDED,
    }


def _initiative(initiative: Initiative) -> list[Block]:
    lines = [
        ("Problem", initiative.problem), ("What was done", initiative.activity), ("Where", initiative.where),
        ("When", initiative.when), ("Compared with", initiative.comparator or "nothing but the time before"),
    ]  # fmt: skip
    blocks: list[Block] = [
        Heading(level=2, text=initiative.name, id=f"initiative-{initiative.id}"),
        Bullets(items=tuple(text(f"{term}: {words}") for term, words in lines if words)),
    ]
    blocks += [Paragraph(spans=initiative_sentence(o, before_after(o))) for o in initiative.outcomes]
    missing = _missing(initiative.outcomes)
    if missing:
        blocks.append(
            caution(f"Not published, and needed to judge it: {numbers.listed(missing)}.", title="What is missing")
        )
    if initiative.queries:
        blocks.append(Paragraph(spans=text("Before believing it, ask:")))
        blocks.append(Bullets(items=tuple(text(query) for query in initiative.queries)))
    return blocks


def _missing(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(what for outcome in outcomes for what in outcome.missing))
