"""What the summary says of a restated document: its priorities, what it states, what a reader should doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.initiative_table import OUTCOMES
from analysis.assessment.wording import opening
from analysis.blocks import ref, text
from analysis.evaluation import Effect, before_after
from analysis.params.figure import Unknown
from analysis.prose import claim_figure

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Spans
    from analysis.params import Edition, Initiative, Outcome

STATED: Final = 4
"""Stated figures that the summary repeats; the table has them all."""


def published_findings(context: Context) -> list[Spans]:
    """Of a restated document: its priorities, its stated figures, the percentages of its initiatives."""
    edition = context.edition
    if edition.basis != "published document":
        return []
    return [*_priorities(edition), *_percentages(edition), *_stated(edition)]


def _priorities(edition: Edition) -> list[Spans]:
    named = [p.name for p in edition.priorities if p.kind == "priority"]
    if not named:
        return []
    lead = f"{opening(len(named), 'priority is', 'priorities are')} set: {numbers.listed(named)}"
    return [text(f"{lead} (", ref("section:priorities-and-categories"), ").")]


def _percentages(edition: Edition) -> list[Spans]:
    named = [
        words
        for initiative in edition.initiatives
        for outcome in initiative.outcomes
        if (words := _bare_percentage(initiative, outcome))
    ]
    if not named:
        return []
    lead = f"Published of initiatives, without counts: {'; '.join(named)} ("
    return [text(lead, ref(OUTCOMES), ").")]


def _bare_percentage(initiative: Initiative, outcome: Outcome) -> str:
    """``Whitburn, vandalism −25%``; empty where counts stand behind it, or nothing does."""
    percent = outcome.change_percent
    if isinstance(percent, Unknown) or isinstance(before_after(outcome), Effect):
        return ""
    return f"{initiative.name}, {outcome.name} {numbers.plain(percent, signed=True)}{numbers.PERCENT}"


def _stated(edition: Edition) -> list[Spans]:
    stated = [f"{claim.statement.rstrip('.')}: {claim_figure(claim)}" for claim in edition.claims[:STATED]]
    return [text(f"Stated: {'; '.join(stated)} (", ref("claims"), ").")] if stated else []


def doubts(context: Context) -> list[Spans]:
    """How many stated figures of a restated document carry a query, and how many slips are kept."""
    edition, found = context.edition, []
    queried = sum(bool(claim.query) for claim in edition.claims)
    if queried:
        of = numbers.plural(len(edition.claims), "figure", "figures")
        carry = numbers.plural(queried, "carries a query", "carry a query")
        found.append(text(f"Of {of} stated in text, {carry} (", ref("claims"), ")."))
    if edition.slips:
        few = opening(len(edition.slips), "slip or doubtful place is", "slips and doubtful places are")
        found.append(text(f"{few} kept and pointed out (", ref("slips"), ")."))
    return found
