"""The summary: up to eight findings from the results themselves, the most important first, each with its exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.delivery import NOT_GIVEN
from analysis.assessment.naming import category_title, category_words, kind_of
from analysis.assessment.performance import STANDING, assessed, slug_of
from analysis.assessment.places import top
from analysis.assessment.profile import how_many, published_profile
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.delivery import loose_ends, tally
from analysis.disclosure import shown
from analysis.evaluation import Effect, before_after
from analysis.params.figure import Unknown
from analysis.prose import change_sentence

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block, KeyFigure, Spans
    from analysis.disclosure import Row

MOST = 8
CHANGED = 3
"""Categories named in the summary for their change."""


def summary(context: Context, results: Results) -> list[Block]:
    """Key figures, then findings; an edition with nothing to find says so."""
    blocks: list[Block] = []
    found: list[Spans] = []
    if context.slices is not None:
        blocks.append(_key_figures(context, results))
        found += _changes(context, results)
        found += _places(context, results)
    found += [*_targets(context, results), *_initiatives(context), *_actions(context), *_document(context)]
    if not found:
        return [Paragraph(spans=text("This edition declares nothing that could be summed up."))]
    blocks.append(Bullets(items=tuple(found[:MOST])))
    if context.slices is not None:
        blocks.append(information(_reading(context)))
    return blocks


def _reading(context: Context) -> str:
    where = " In the year before, some months were under Covid restrictions." if _covid_touched(context) else ""
    return (
        "In brackets stands the range in which the true change may lie, widened by how much such counts usually swing. Where it "
        f"takes in no change, the report does not call it a rise or a fall.{where}"
    )


def _covid_touched(context: Context) -> bool:
    from analysis.measures import touched

    return not context.annual and bool(touched(context.breaks, context.window.back(1).periods))


def _key_figures(context: Context, results: Results) -> Block:
    rows = _comparison_rows(context, results)
    on_year = _on_the_year(results)
    before = context.window.back(1).named if on_year else "the same months before Covid"
    figures = [
        exhibits.key_figure(row, category_title(line), before=before, ref="profile")
        for line, row in list(rows.items())[:4]
    ]
    if not on_year:
        figures = [_of_the_period(figure, line, context, results) for figure, line in zip(figures, rows, strict=False)]
    return exhibits.key_figures(*figures)


def _of_the_period(figure: KeyFigure, line: str, context: Context, results: Results) -> KeyFigure:
    """The count of the whole period, since only some of its months can be compared."""
    whole = {row.words("line"): row["latest"] for row in published_profile(results)}[line]
    value = numbers.count(whole.number) if whole.number is not None else shown(whole.state)
    return figure.model_copy(
        update={
            "value": value,
            "detail": f"in {context.window.named}. Of the months that can be compared: {figure.detail}",
        }
    )


def _on_the_year(results: Results) -> bool:
    return any(said(line.change) for line in results.profile.lines)


def _comparison_rows(context: Context, results: Results) -> dict[str, Row]:
    """The changes to be summed up: on the year where that can be had, else against the same months before Covid.

    Totals first, then what is counted apart, then categories by the size of a clear change.
    """
    on_year = _on_the_year(results) or context.annual
    found = {line.category: line.change for line in results.profile.lines} if on_year else results.since_before_covid
    frame = results.publish_changes(found, "window" if on_year else "covid")
    rows = {row.words("line"): row for row in frame}
    order = {"total": 0, "apart": 1, "crime": 2}
    return dict(sorted(rows.items(), key=lambda item: (order[item[1].words("kind")], *_size(item[1]))))


def _size(row: Row) -> tuple[bool, float]:
    clear = row["verdict"].known and row.words("verdict") in ("rose", "fell")
    return (not clear, -abs(row.number("difference") or 0.0))


def _changes(context: Context, results: Results) -> list[Spans]:
    rows = _comparison_rows(context, results)
    on_year = _on_the_year(results) or context.annual
    after = context.window.named if on_year else f"the months of {context.window.named} that can be compared"
    before = context.window.back(1).named if on_year else "the same months before Covid"
    see = "changes-on-the-year" if on_year else "changes-since-before-covid"
    chosen = [line for line in rows if kind_of(line) != "crime"]
    clear = [line for line, row in rows.items() if kind_of(line) == "crime" and not _size(row)[0]]
    return [
        change_sentence(rows[line], category_words(line), after=after, before=before, see=see, brief=True)
        for line in [*chosen, *clear[:CHANGED]]
    ]


def _places(context: Context, results: Results) -> list[Spans]:
    if context.annual:
        return []
    found = top(context, results, "crime")
    if not said(found) or context.slices is None:
        return []
    shown = numbers.in_words(len(found.places))
    return [
        text(
            f"{numbers.sentence_case(shown)} of {found.of} small areas hold {numbers.percent(100 * found.share, 0)} of the recorded "
            "crime that has a location (", ref("top-places-crime"), ").",
        )
    ]  # fmt: skip


def _targets(context: Context, results: Results) -> list[Spans]:
    if not context.edition.indicators:
        return []
    found = assessed(context, results)
    standing = [r.status for r in found if r.status in STANDING]
    group = ref(f"targets-{slug_of(found[0].indicator.group)}")
    if not standing:
        return [text(f"None of {len(found)} indicators can be judged against its target yet (", group, ").")]
    parts = [f"{numbers.in_words(standing.count(s))} {s}" for s in STANDING if s in standing]
    rest = len(found) - len(standing)
    tail = f"; {numbers.in_words(rest)} cannot be judged" if rest else ""
    return [text(f"Of {len(found)} indicators, {numbers.listed(parts)}{tail} (", group, ").")]


def _initiatives(context: Context) -> list[Spans]:
    outcomes = [outcome for initiative in context.edition.initiatives for outcome in initiative.outcomes]
    if not outcomes:
        return []
    effects = [found for outcome in outcomes if isinstance(found := before_after(outcome), Effect)]
    clear = sum(effect.change.verdict != "no clear change" for effect in effects)
    bare = len(outcomes) - len(effects)
    tail = (
        f" {numbers.sentence_case(numbers.in_words(bare))} came without counts, so what is claimed cannot be checked."
        if bare
        else ""
    )
    of = numbers.plural(len(outcomes), "published outcome of an initiative", "published outcomes of initiatives")
    return [text(f"Of {of}, {how_many(clear)} can be told from chance (", ref("initiative-outcomes"), ").", tail)]


def _actions(context: Context) -> list[Spans]:
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    if not actions:
        return []
    count = numbers.plural(len(actions), "action is", "actions are")
    on = context.edition.produced
    if isinstance(on, Unknown):
        undated = sum(loose_ends(action).date for action in actions)
        lacking = f", {numbers.in_words(undated)} without a date" if undated else ""
        return [text(f"{numbers.sentence_case(count)} planned{lacking} (", ref("section:delivery-plan"), ").")]
    found = tally(actions, on)
    parts = [f"{numbers.in_words(found.count(s))} {s}" for s in ("done", "in progress", "overdue") if found.count(s)]
    standing = f": {numbers.listed(parts)}" if parts else ""
    return [text(f"{numbers.sentence_case(count)} planned{standing} (", ref("section:delivery-plan"), ").")]


def _document(context: Context) -> list[Spans]:
    """For a restated document: how many stated figures carry a query, and how many slips are kept."""
    edition, found = context.edition, []
    queried = sum(bool(claim.query) for claim in edition.claims)
    if queried:
        of = numbers.plural(len(edition.claims), "figure", "figures")
        found.append(
            text(
                f"{numbers.sentence_case(numbers.in_words(queried))} of {of} stated in text carry a query (",
                ref("claims"),
                ").",
            )
        )
    if edition.slips:
        found.append(
            text(
                f"{numbers.sentence_case(numbers.plural(len(edition.slips), 'slip'))} in the document are kept and pointed out (",
                ref("slips"),
                ").",
            )
        )
    return found


__all__ = ["MOST", "NOT_GIVEN", "summary"]
