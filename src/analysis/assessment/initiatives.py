"""Initiatives: what was tried, what was published of it, and what that allows to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import caution, not_supplied
from analysis.blocks import Bullets, Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, publish
from analysis.evaluation import WORDING, Effect, LevelLimits, LevelOnly, PercentageOnly, before_after
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Initiative, Outcome

Answer = Effect | PercentageOnly | LevelOnly | LevelLimits | CannotSay


def initiatives(context: Context) -> list[Block]:
    """One table of outcomes, then a part for each initiative; a note where none is declared."""
    declared = context.edition.initiatives
    if not declared:
        said = "not published in this document" if context.edition.basis == "published document" else "not supplied"
        return [not_supplied(f"Initiatives and their results are {said}.")]
    blocks: list[Block] = [
        Paragraph(
            spans=text(
                "A change after an initiative is not a change because of it. Set against nothing but the time before, the "
                f"strongest that may be said is that the initiative {WORDING} the change. ", ref("initiative-outcomes"),
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
    frame = publish(pd.DataFrame(rows), OPEN, key=["id"], plain=[name for name in rows[0] if name != "id"])
    fields = [
        Field("initiative", "Initiative"), Field("outcome", "Outcome"), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), Field("change", "Change", exhibits.signed_percent),
        Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"), Field("reading", "What it can carry"),
    ]  # fmt: skip
    carried = sum(row["verdict"] in ("rose", "fell") for row in rows)
    caption = context.caption(
        "initiative-outcomes",
        f"Of {numbers.plural(len(rows), 'published outcome')}, {numbers.in_words(carried)} can be told from chance",
        "Outcomes of initiatives before and after, as published", source=context.document_source,
        notes=["Intervals are exact for the ratio of two counts, widened for the usual swing of such counts."],
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
        "needed": found.needed if isinstance(found, PercentageOnly) else pd.NA,
        "needed_dispersed": found.needed_dispersed if isinstance(found, PercentageOnly) else pd.NA,
        "reading": reading(outcome, found),
    }


def reading(outcome: Outcome, found: Answer) -> str:
    """What the figures of an outcome allow, in one sentence or two."""
    if isinstance(found, Effect):
        if found.change.verdict == "no clear change":
            return "No clear change: chance alone could do this."
        return (
            f"{numbers.sentence_case(found.change.verdict)} by more than chance; against what else changed, not known."
        )
    if isinstance(found, PercentageOnly):
        return _needed(found)
    if isinstance(found, LevelOnly):
        return (
            f"Without the number of people nothing follows: to put the true level under {numbers.percent(2 * found.percent, 0)} "
            f"it would take at least {numbers.count(found.people_for_double)} of them."
        )
    if isinstance(found, LevelLimits):
        return f"Of {numbers.count(found.people)} people the true level may be {numbers.percent(found.low)} to {numbers.percent(found.high)}."
    return f"{numbers.sentence_case(found.reason)}."


def _needed(found: PercentageOnly) -> str:
    if isinstance(found.needed, CannotSay) or isinstance(found.needed_dispersed, CannotSay):
        return "No number of incidents could show this."
    way = "fall" if found.percent < 0 else "rise"
    same = "" if found.equal_periods else " (if the periods were equally long)"
    return (
        f"A {way} of {numbers.percent(abs(found.percent), 0)} can be told from chance only from "
        f"{numbers.count(found.needed)} incidents before{same}, or {numbers.count(found.needed_dispersed)} where counts "
        "swing as such series usually do. The counts were not published."
    )


def _initiative(initiative: Initiative) -> list[Block]:
    lines = [
        ("Problem", initiative.problem), ("What was done", initiative.activity), ("Where", initiative.where),
        ("When", initiative.when), ("Compared with", initiative.comparator or "nothing but the time before"),
    ]  # fmt: skip
    blocks: list[Block] = [
        Heading(level=2, text=initiative.name, id=f"initiative-{initiative.id}"),
        Bullets(items=tuple(text(f"{term}: {words}") for term, words in lines if words)),
    ]
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
