"""Initiatives: what was tried, what was published of it, and what that allows to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import exhibits, numbers
from analysis.assessment.context import caution, not_there
from analysis.assessment.elsewhere import elsewhere
from analysis.assessment.initiative.brief import brief
from analysis.assessment.wording import how_many
from analysis.blocks import Bullets, Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.evaluation import WORDING, Effect, PercentageOnly, before_after
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown
from analysis.prose import SETTLES, initiative_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.params import Edition, Initiative, Outcome

OUTCOMES: Final = "initiative-outcomes"
NOTES: Final = (
    "Intervals are exact for the ratio of two counts, widened for the usual swing of such counts.",
    "Before count needed: the fewest incidents before from which on the published percentage could be told from "
    "chance.",
)
NOT_NEEDED: Final = CannotSay("only a bare percentage needs one", "has-counts")


def initiatives(context: Context, cases: Mapping[str, Case]) -> list[Block]:
    """One table of outcomes, then a part for each initiative, evaluated or not; a note where there are events alone."""
    declared = context.edition.initiatives
    its_own = any(initiative.kind == "initiative" for initiative in declared)
    lead = [] if its_own else [not_there(context, "Initiatives with their results.")]
    table = _table(context) if outcomes_of(context.edition) else []
    return [*lead, *table, *(block for initiative in declared for block in _initiative(initiative, cases))]


def outcomes_of(edition: Edition) -> list[Outcome]:
    """Every outcome of every initiative, in order."""
    return [outcome for initiative in edition.initiatives for outcome in initiative.outcomes]


def outcomes_checked(outcomes: Sequence[Outcome]) -> str:
    """How many outcomes can be checked, and how many of them changed beyond chance; without a full stop."""
    effects = [found for outcome in outcomes if isinstance(found := before_after(outcome), Effect)]
    of = numbers.plural(len(outcomes), "published outcome of an initiative", "published outcomes of initiatives")
    if not effects:
        return f"None of {of} can be checked: no counts were published"
    clear = sum(effect.change.verdict != "no clear change" for effect in effects)
    bare = len(outcomes) - len(effects)
    tail = f"; {numbers.in_words(bare)} came without counts and cannot be checked" if bare else ""
    return f"Of {of}, {how_many(clear)} changed by more than chance commonly does{tail}"


def _table(context: Context) -> list[Block]:
    lead = text(
        "A change after an initiative is not a change because of it. Set against nothing but the time before, the "
        f"strongest that may be said is that the initiative {WORDING} the change. ", ref(OUTCOMES),
        " says what each published figure can carry.",
    )  # fmt: skip
    rows = [_row(initiative, outcome) for initiative in context.edition.initiatives for outcome in initiative.outcomes]
    frame = context.declared(rows, key=["id"])
    fields = [
        Field("initiative", "Initiative"), Field("outcome", "Outcome"), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), Field("change", "Change", exhibits.signed_percent),
        Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
        Field("needed", "Before count needed", numbers.count),
        Field("needed_dispersed", "The same, if counts swing", numbers.count),
    ]  # fmt: skip
    caption = context.caption(
        OUTCOMES, outcomes_checked(outcomes_of(context.edition)),
        "Outcomes of initiatives before and after, as published", source=context.document_source,
        notes=NOTES,
    )  # fmt: skip
    return [Paragraph(spans=lead), exhibit(frame, caption, fields)]


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


def _initiative(initiative: Initiative, cases: Mapping[str, Case]) -> list[Block]:
    if initiative.id in cases:
        heading = Heading(level=2, text=initiative.name, id=f"initiative-{initiative.id}")
        return [heading, *brief(cases[initiative.id]), *_as_published(initiative, cases)]
    lines = [
        ("Problem", initiative.problem), ("What was done", initiative.activity), ("Where", initiative.where),
        ("When", initiative.when), ("Compared with", initiative.comparator or "nothing but the time before"),
    ]  # fmt: skip
    blocks: list[Block] = [
        Heading(level=2, text=initiative.name, id=f"initiative-{initiative.id}"),
        Bullets(items=tuple(text(f"{term}: {words}") for term, words in lines if words)),
    ]
    return [*blocks, *_as_published(initiative, cases)]


def _as_published(initiative: Initiative, cases: Mapping[str, Case]) -> list[Block]:
    """What was published of its outcomes, what is missing from that, and what to ask."""
    blocks: list[Block] = [
        Paragraph(spans=initiative_sentence(o, before_after(o), comparator=initiative.comparator))
        for o in initiative.outcomes
    ]
    blocks += [Paragraph(spans=text(words)) for words in elsewhere(initiative, cases)]
    if any(isinstance(before_after(each), PercentageOnly) for each in initiative.outcomes):
        blocks.append(Paragraph(spans=text(SETTLES)))
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
