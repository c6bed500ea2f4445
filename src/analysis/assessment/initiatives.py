"""Initiatives: what was tried, what was published of it, and what that allows to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, not_there
from analysis.assessment.elsewhere import elsewhere
from analysis.assessment.initiative.brief import brief
from analysis.assessment.initiative_table import outcome_table, outcomes_of
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.evaluation import PercentageOnly, before_after
from analysis.params.figure import Unknown
from analysis.params.month import month_plus
from analysis.prose import SETTLES, initiative_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.params import Initiative, Outcome

AN_EVENT: Final = (
    "What follows befell the area and was nobody's there to choose; none of it is an initiative of the partnership."
)
BY_THEMSELVES: Final = "The published figures by themselves, apart from the evaluation above:"


def initiatives(context: Context, cases: Mapping[str, Case]) -> list[Block]:
    """One table of outcomes, then a part for each initiative, evaluated or not; a note where there are events alone."""
    declared = context.edition.initiatives
    its_own = any(initiative.kind == "initiative" for initiative in declared)
    lead: list[Block] = [] if its_own else [not_there(context, "Initiatives with their results.")]
    if declared and not its_own:
        lead.append(Paragraph(spans=text(AN_EVENT)))
    table = outcome_table(context) if outcomes_of(context.edition) else []
    return [*lead, *table, *(block for initiative in declared for block in _initiative(initiative, cases))]


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
    evaluated = initiative.id in cases
    blocks: list[Block] = [Paragraph(spans=text(BY_THEMSELVES))] if evaluated and initiative.outcomes else []
    blocks += [
        Paragraph(
            spans=initiative_sentence(
                o, before_after(o), comparator=initiative.comparator, evaluated=evaluated,
                chosen=chosen_by(initiative, o),
            )
        )
        for o in initiative.outcomes
    ]  # fmt: skip
    blocks += [Paragraph(spans=text(words)) for words in elsewhere(initiative, cases)]
    if any(isinstance(before_after(each), PercentageOnly) for each in initiative.outcomes):
        blocks.append(Paragraph(spans=text(SETTLES)))
    missing = _missing(initiative.outcomes)
    if missing:
        blocks.append(
            caution(f"Not published, and needed to judge it: {numbers.listed(missing)}.", title="What is missing")
        )
    if initiative.queries:
        blocks.append(Paragraph(spans=text("To bear in mind before believing it:")))
        blocks.append(Bullets(items=tuple(text(query) for query in initiative.queries)))
    return blocks


def chosen_by(initiative: Initiative, outcome: Outcome) -> bool:
    """Whether the count before, taken to end where the initiative starts, shares months with those it was chosen by."""
    declared, months = initiative.evaluation, outcome.months_before
    if declared is None or declared.chosen_on is None or isinstance(months, Unknown):
        return False
    return month_plus(declared.start, -round(months)) <= declared.chosen_on[1]


def _missing(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(what for outcome in outcomes for what in outcome.missing))
