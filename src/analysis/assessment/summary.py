"""The summary: up to eight findings from the results themselves, the most important first, each with its exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.change_findings import change_findings, key_figures
from analysis.assessment.changes import ON_THE_YEAR, allowing_for_all
from analysis.assessment.context import information
from analysis.assessment.document_findings import doubts, published_findings
from analysis.assessment.evaluation_findings import evaluation_findings
from analysis.assessment.exceptional import SLUG as EXCEPTIONAL
from analysis.assessment.exceptional_months import published_exceptional
from analysis.assessment.initiative_table import OUTCOMES, outcomes_checked, outcomes_of
from analysis.assessment.naming import category_words
from analysis.assessment.places import TOP_CRIME, ranking_headline
from analysis.assessment.published import changes_on_the_year, is_clear
from analysis.assessment.targets import targets_slug
from analysis.assessment.wording import opening, standing_words
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.delivery import loose_ends, tally
from analysis.params.figure import Unknown
from analysis.prose.exceptional import MAYBE, expected_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.initiative.case import Case
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.disclosure import Row

MOST: Final = 8
NAMED: Final = 3
"""Exceptional months named in the summary; the table has them all."""


def summary(context: Context, results: Results, cases: Mapping[str, Case]) -> list[Block]:
    """Key figures, then findings; an edition with nothing to find says so.

    What an evaluation found comes after what changed, and in a restated document, of which it alone has counts, first.
    """
    data = context.slices is not None
    found = evaluation_findings(cases)
    if data:
        changes = change_findings(context, results)[: MOST - len(found)]
        found = [*changes, *found, *_exceptional(context, results), *_places(context, results)]
    found += [
        *published_findings(context), *_targets(context, results), *_initiatives(context), *_actions(context),
        *doubts(context),
    ]  # fmt: skip
    if not found:
        return [Paragraph(spans=text("This edition declares nothing that could be summed up."))]
    findings = Bullets(items=tuple(found[:MOST]))
    return [key_figures(results), findings, _reading(results)] if data else [findings]


def _reading(results: Results) -> Block:
    pulses = {name for found in results.on_the_year.values() if said(found) for name in found.breaks}
    where = f" The periods compared on the year take in {numbers.listed(sorted(pulses))}." if pulses else ""
    reading = (
        "In brackets stands the range in which the true change may lie, widened by how much such counts usually swing. "
        f"Where it takes in no change, the report does not call it a rise or a fall.{where}"
    )
    frame = changes_on_the_year(results)
    if not any(is_clear(row) for row in frame):
        return information(reading)
    allowed = allowing_for_all(frame, results.on_the_year).removesuffix(".")
    return information(f"{reading} {allowed} (", ref(ON_THE_YEAR), ").")


def _exceptional(context: Context, results: Results) -> list[Spans]:
    """The months of the period that stand out once it is allowed for that all were looked at."""
    if context.annual:
        return []
    rows = [row for row in published_exceptional(results) if row.words("part") == "period"]
    told = [
        f"{category_words(row.words('line'))} in {numbers.month(row['month'].value)} "
        f"({numbers.count(row.number('observed') or 0)}, {expected_words(row.number('expected') or 0)} expected"
        f"{_among(row)})"
        for row in rows
        if row.words("verdict") != MAYBE
    ]
    if not told:
        return []
    more = [f"{numbers.in_words(len(told) - NAMED)} more"] if len(told) > NAMED else []
    out = f"Out of the ordinary: {numbers.listed([*told[:NAMED], *more])}"
    return [text(f"{out} (", ref(EXCEPTIONAL), ").")]


def _among(row: Row) -> str:
    """Where a month stands out only among some of the months looked at: among which."""
    return f"; only among months {row.words('among')}" if row.words("among") else ""


def _places(context: Context, results: Results) -> list[Spans]:
    headline = "" if context.annual else ranking_headline(results, "crime", "the recorded crime")
    return [text(f"{headline} (", ref(TOP_CRIME), ").")] if headline else []


def _targets(context: Context, results: Results) -> list[Spans]:
    if not context.edition.indicators:
        return []
    found = results.assessed
    slugs = {targets_slug(result.indicator.group) for result in found}
    group = ref(slugs.pop() if len(slugs) == 1 else "section:performance-against-targets")
    standing = standing_words([result.status for result in found])
    if not standing:
        return [text(f"None of {len(found)} indicators can be judged against its target yet (", group, ").")]
    return [text(f"Of {len(found)} indicators, {standing} (", group, ").")]


def _initiatives(context: Context) -> list[Spans]:
    outcomes = outcomes_of(context.edition)
    return [text(f"{outcomes_checked(outcomes)} (", ref(OUTCOMES), ").")] if outcomes else []


def _actions(context: Context) -> list[Spans]:
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    if not actions:
        return []
    count, on, see = (
        opening(len(actions), "action is", "actions are"),
        context.edition.produced,
        "section:delivery-plan",
    )
    if isinstance(on, Unknown):
        undated = sum(loose_ends(action).date for action in actions)
        lacking = f", {numbers.in_words(undated)} without a date" if undated else ""
        return [text(f"{count} planned{lacking} (", ref(see), ").")]
    found = tally(actions, on)
    parts = [f"{numbers.in_words(n)} {status}" for status, n in found.progress if n]
    standing = f": {numbers.listed(parts)}" if parts else ""
    return [text(f"{count} planned{standing} (", ref(see), ").")]
