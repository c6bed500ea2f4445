"""The summary: up to eight findings from the results themselves, the most important first, each with its exhibit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.lone_month import deciding_month
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.performance import STANDING, assessed, slug_of
from analysis.assessment.places import top
from analysis.assessment.profile import earlier_year, how_many, published_profile
from analysis.blocks import Bullets, KeyFigure, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.delivery import loose_ends, tally
from analysis.disclosure import shown
from analysis.evaluation import Effect, before_after
from analysis.measures import ALL_CRIME
from analysis.params.figure import Unknown
from analysis.prose import bracket, change_sentence, claim_figure, moved
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR
from analysis.sources.scotland import ALL_CRIMES, ALL_OFFENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.cannot_say import CannotSay
    from analysis.disclosure import Row
    from analysis.measures import Comparison

MOST = 8
CHANGED = 4
"""Categories named in the summary for their change."""


def summary(context: Context, results: Results) -> list[Block]:
    """Key figures, then findings; an edition with nothing to find says so."""
    blocks: list[Block] = []
    found: list[Spans] = []
    if context.slices is not None:
        blocks.append(_key_figures(results))
        found += _changes(context, results)
        found += _places(context, results)
    found += [
        *_published(context),
        *_targets(context, results),
        *_initiatives(context),
        *_actions(context),
        *_document(context),
    ]
    if not found:
        return [Paragraph(spans=text("This edition declares nothing that could be summed up."))]
    blocks.append(Bullets(items=tuple(found[:MOST])))
    if context.slices is not None:
        blocks.append(information(_reading(results)))
    return blocks


def _reading(results: Results) -> str:
    pulses = {name for found in results.on_the_year.values() if said(found) for name in found.breaks}
    where = f" The periods compared on the year take in {numbers.listed(sorted(pulses))}." if pulses else ""
    return (
        "In brackets stands the range in which the true change may lie, widened by how much such counts usually swing. "
        f"Where it takes in no change, the report does not call it a rise or a fall.{where}"
    )


def _rows(results: Results) -> dict[str, Both]:
    """Each line with its change on the year and since before Covid: totals, what is counted apart, then categories.

    Categories stand by how sure their change is: clear on both counts and the same way, since before Covid alone, on the
    year alone; then by size.
    """
    year = {row.words("line"): row for row in results.publish_changes(results.on_the_year, "window")}
    covid = {row.words("line"): row for row in results.publish_changes(results.since_before_covid, "covid")}
    both = {line: Both(year[line], covid[line]) for line in year}
    return dict(sorted(both.items(), key=lambda item: (STANDING_ORDER.get(item[0], 2), *item[1].order)))


STANDING_ORDER = {ALL_CRIME: 0, ALL_CRIMES: 0, ANTI_SOCIAL_BEHAVIOUR: 1, ALL_OFFENCES: 1}


@dataclass(frozen=True)
class Both:
    """A line's two comparisons."""

    year: Row
    covid: Row

    @property
    def order(self) -> tuple[int, float]:
        """How sure the change is (0 most), then its size."""
        year, covid = (row.words("verdict") if row["verdict"].known else "" for row in (self.year, self.covid))
        clear = {"rose", "fell"}
        rank = 0 if year == covid and year in clear else 1 if covid in clear else 2 if year in clear else 3
        return rank, -max(abs(row.number("difference") or 0.0) for row in (self.year, self.covid))


def _key_figures(results: Results) -> Block:
    latest = {row.words("line"): row["latest"] for row in published_profile(results)}
    return exhibits.key_figures(
        *(
            KeyFigure(
                label=category_title(line),
                value=numbers.count(latest[line].number or 0) if latest[line].known else shown(latest[line].state),
                detail=f"On the year: {_short(both.year)}. Since before Covid: {_short(both.covid)}.",
                ref="profile",
            )
            for line, both in list(_rows(results).items())[:4]
        )
    )


def _short(row: Row) -> str:
    verdict, change = row["verdict"], row["change"]
    if not verdict.known:
        return "cannot say"
    if not change.known:
        return "too few for a percentage"
    low, high = (exhibits.signed_percent(row.number(name) or 0.0) for name in ("change_low", "change_high"))
    said_so = "" if verdict.value in ("rose", "fell") else "no clear change, "
    return f"{said_so}{exhibits.signed_percent(row.number('change') or 0.0)} ({low} to {high})"


def _changes(context: Context, results: Results) -> list[Spans]:
    rows = _rows(results)
    chosen = [line for line in rows if line in STANDING_ORDER]
    clear = [line for line, both in rows.items() if line not in STANDING_ORDER and both.order[0] < NOT_CLEAR]
    return [_finding(context, results, line, rows[line]) for line in [*chosen, *clear[:CHANGED]]]


NOT_CLEAR = 3


def _finding(context: Context, results: Results, line: str, both: Both) -> Spans:
    """One line's change on the year, then since before Covid, each with its exhibit."""
    words, window = category_words(line), context.window
    months = f"the months of {window.named} that can be compared"
    covid = window.named if context.annual else months
    before = (
        f"{earlier_year(results)}, the last year wholly before Covid"
        if context.annual
        else "the same months before Covid"
    )
    since = {
        "after": covid,
        "before": before,
        "see": SINCE if _any_said(results.since_before_covid) else "",
        "brief": True,
    }
    if not both.year["verdict"].known and both.covid["verdict"].known:
        return change_sentence(both.covid, words, **since)  # type: ignore[arg-type]
    see = ON_YEAR if _any_said(results.on_the_year) else ""
    first = change_sentence(both.year, words, after=window.named, before=window.back(1).named, see=see, brief=True)
    alone = _alone(results, line)
    if not both.covid["verdict"].known:
        return (*first, *text(alone))
    return (*first, *text(f"{alone} Set against {before}, {_beside(both.covid)} (", ref(SINCE), ")."))


ON_YEAR, SINCE = "changes-on-the-year", "changes-since-before-covid"


def _any_said(found: Mapping[str, Comparison | CannotSay]) -> bool:
    return any(said(answer) for answer in found.values())


def _beside(row: Row) -> str:
    verdict = row.words("verdict")
    inside = bracket(row)
    lead = f"it {moved(row)}" if verdict in ("rose", "fell") else "there is no clear change"
    return f"{lead}, {inside}" if inside else lead


def _alone(results: Results, line: str) -> str:
    """The month that decides the year, where one does."""
    month = deciding_month(results, line)
    return f" One month decides it: {numbers.month(month[0])} has {numbers.count(month[1])}." if month else ""


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
    of = numbers.plural(len(outcomes), "published outcome of an initiative", "published outcomes of initiatives")
    if not effects:
        return [text(f"None of {of} can be checked: no counts were published (", ref("initiative-outcomes"), ").")]
    clear = sum(effect.change.verdict != "no clear change" for effect in effects)
    bare = len(outcomes) - len(effects)
    tail = (
        f" {numbers.sentence_case(numbers.in_words(bare))} came without counts and cannot be checked." if bare else ""
    )
    lead = f"Of {of}, {how_many(clear)} changed by more than chance commonly does ("
    return [text(lead, ref("initiative-outcomes"), ").", tail)]


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


def _published(context: Context) -> list[Spans]:
    """Of a restated document: its priorities, its stated figures, the percentages of its initiatives."""
    edition = context.edition
    if edition.basis != "published document":
        return []
    found = []
    named = [p.name for p in edition.priorities if p.kind == "priority"]
    if named:
        found.append(
            text(
                f"{numbers.sentence_case(numbers.plural(len(named), 'priority is', 'priorities are'))} set: {numbers.listed(named)}."
            )
        )
    percentages = [
        f"{initiative.name}, {outcome.name} {numbers.percent(outcome.change_percent, 0, signed=True)}"
        for initiative in edition.initiatives
        for outcome in initiative.outcomes
        if not isinstance(outcome.change_percent, Unknown)
    ]
    if percentages:
        found.append(
            text(
                f"Published of initiatives, without counts: {'; '.join(percentages)} (",
                ref("initiative-outcomes"),
                ").",
            )
        )
    stated = [f"{claim.statement.rstrip('.')}: {claim_figure(claim)}" for claim in edition.claims[:STATED]]
    if stated:
        found.append(text(f"Stated: {'; '.join(stated)} (", ref("claims"), ")."))
    return found


STATED = 4
"""Stated figures that the summary repeats; the table has them all."""


def _document(context: Context) -> list[Spans]:
    """For a restated document: how many stated figures carry a query, and how many slips are kept."""
    edition, found = context.edition, []
    queried = sum(bool(claim.query) for claim in edition.claims)
    if queried:
        of = numbers.plural(len(edition.claims), "figure", "figures")
        found.append(text(f"Of {of} stated in text, {numbers.in_words(queried)} carry a query (", ref("claims"), ")."))
    if edition.slips:
        few = numbers.plural(len(edition.slips), "slip or doubtful place is", "slips and doubtful places are")
        found.append(text(f"{numbers.sentence_case(few)} kept and pointed out (", ref("slips"), ")."))
    return found
