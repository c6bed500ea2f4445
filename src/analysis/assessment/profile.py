"""The crime and disorder profile: every category at a glance, what changed, and the share of harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.changes import covid_chart, year_chart
from analysis.assessment.context import not_measured
from analysis.assessment.harm import harm_blocks
from analysis.assessment.peer_group import what_they_are
from analysis.assessment.published import is_clear, published_months, published_profile
from analysis.assessment.results import standing_out
from analysis.assessment.wording import how_many
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import said

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row

YEAR: Final = 12


def profile(context: Context, results: Results) -> list[Block]:
    """The profile table, two charts of change, the share of harm; a note for an edition of published figures alone."""
    if context.slices is None:
        return [not_measured("The document publishes no counts by category and month, so no profile can be drawn.")]
    charts = [*year_chart(context, results), *covid_chart(context, results)]
    return [_lead(context, results), _table(context, results), *charts, *harm_blocks(context, results)]


def _compared(results: Results) -> bool:
    """Whether any line can be set beside the period a year earlier."""
    return any(said(found) for found in results.on_the_year.values())


def _lead(context: Context, results: Results) -> Paragraph:
    apart = "Offences" if context.annual else "Anti-social behaviour incidents"
    beside = " beside the period a year earlier" if _compared(results) else ""
    return Paragraph(
        spans=text(
            ref("profile"), f" sets out every category of {context.window.named}{beside}. {apart} stand apart: they "
            "are never added to recorded crime. An interval is widened by how much the series usually swings; a change "
            "whose interval takes in no change is not called a rise or a fall.",
        )
    )  # fmt: skip


def _table(context: Context, results: Results) -> Block:
    frame = published_profile(results)
    months = published_months(results, [line.category for line in results.profile.lines])
    what = "Crimes and offences" if context.annual else "Recorded crime and anti-social behaviour"
    latest, previous = context.window.text, context.window.back(1).text
    periods = f"{latest} and {previous}" if _compared(results) else latest
    caption = context.caption(
        "profile", _headline(context, frame, standing_out(results.on_the_year)),
        f"{what} by type, {context.partnership.name}, {periods}",
        notes=[_people_text(context, results), *_peers_text(context, results)],
    )  # fmt: skip
    return exhibits.profile(
        frame, months, caption, previous=numbers.sentence_case(previous), latest=numbers.sentence_case(latest),
        peers=f"Range of {context.partnership.peer_group}",
    )  # fmt: skip


def _peers_text(context: Context, results: Results) -> list[str]:
    """What the other areas are, where their range is shown."""
    group, what = context.partnership.peer_group, what_they_are(context.partnership)
    shown = any(results.peer_rates(line.category) for line in results.profile.lines[:1])
    return [f"{numbers.sentence_case(group)} are{what.removeprefix(', that is,')}."] if what and shown else []


def _people_text(context: Context, results: Results) -> str:
    year = context.edition.population_year
    if results.population is None or year is None:
        return "No rate is given: the population of the area is not known for the year declared."
    people, months = numbers.count(results.population), len(context.window.months)
    over = "" if months == YEAR else f"Rates are over {months} months, not a year. "
    return over + (
        f"Rates use the resident population of mid-{year} ({people} people), the latest there is; residents are not "
        "all who are at risk, least of all in town centres and at events."
    )


def _headline(context: Context, frame: Published, kept: Collection[str]) -> str:
    rows = [row for row in frame if row.words("kind") == "crime"]
    if not any(row["verdict"].known for row in rows):
        return f"What was recorded in {context.partnership.name}; no earlier period to set it beside"
    if context.annual:
        return _counted(rows, kept, "group of crimes", "groups of crimes")
    return _counted(rows, kept, "category of crime", "categories of crime")


def _counted(rows: Sequence[Row], kept: Collection[str], one: str, many: str) -> str:
    """``Of 13 categories of crime, six rose and none fell by more than chance, each taken alone; one when ...``."""
    answered = [row.words("verdict") for row in rows if row["verdict"].known]
    rose, fell = answered.count("rose"), answered.count("fell")
    unsaid = len(rows) - len(answered)
    tail = f"; of {numbers.in_words(unsaid)} we cannot say" if unsaid else ""
    of = numbers.plural(len(rows), one, many)
    lead = f"Of {of}, {how_many(rose)} rose and {how_many(fell)} fell by more than chance"
    if not rose + fell:
        return f"{lead}{tail}"
    left = sum(row.words("line") in kept for row in rows if is_clear(row))
    return f"{lead}, each taken alone; {how_many(left)} when all are allowed for{tail}"
