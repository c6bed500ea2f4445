"""Each priority and each notable category: on the year, against the same months before Covid, trend, course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import information, not_there
from analysis.assessment.lone_month import lone_month
from analysis.assessment.naming import category_title, category_words, kind_of
from analysis.assessment.profile import published_months
from analysis.assessment.trend import trend_blocks
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.cannot_say import said
from analysis.prose import cannot_say_note, change_headline, change_sentence

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Row
    from analysis.params.edition import Event, Priority

WHY_THESE = (
    "The categories that follow are all recorded crime, what is counted apart from it, those that the priorities name, "
    "and those that changed most. None is a priority because it stands here."
)
HIGHEST = 3
AT_MOST = 6
"""Notable categories that get a part of their own when the edition names none."""


def categories(context: Context, results: Results) -> list[Block]:
    """The priorities as declared, then a part for each of their categories and each notable one."""
    blocks: list[Block] = []
    for priority in context.edition.priorities:
        blocks += _priority(priority)
    if not context.edition.priorities:
        blocks.append(not_there(context, "Priorities: setting them is the partnership's decision."))
    if context.slices is None:
        return blocks
    if not context.edition.notable_categories:
        blocks.append(information(WHY_THESE))
    blocks += _calendar(context)
    for line in notable(context, results):
        blocks += _category(context, results, line)
    return blocks


def notable(context: Context, results: Results) -> list[str]:
    """Lines with a part of their own: as declared, else totals, those of the priorities, and the largest clear changes."""
    declared = [c for p in context.edition.priorities for c in p.categories] + list(context.edition.notable_categories)
    standing = [line for line in results.lines if kind_of(line) != "crime"]
    changed = sorted(
        (line for line in results.profile.lines if kind_of(line.category) == "crime"),
        key=lambda line: (not _clear(line.change), -abs(line.change.change.difference) if said(line.change) else 0.0, -(line.latest or 0)),
    )  # fmt: skip
    room = max(0, AT_MOST - len(set(declared)))
    chosen = dict.fromkeys([*standing, *declared, *(line.category for line in changed[:room])])
    return [line for line in chosen if line in results.lines or line in set(results.counts["category"])]


def _clear(found: object) -> bool:
    change = getattr(found, "change", None)
    return change is not None and change.verdict in ("rose", "fell")


def _priority(priority: Priority) -> list[Block]:
    kinds = {"priority": "Priority", "cross-cutting": "Cross-cutting issue", "obligation": "Statutory obligation"}
    lines = [
        ("Kind", kinds[priority.kind]),
        ("Lead", priority.lead or "not published"),
        ("Measures named", numbers.listed(priority.measures)),
    ]
    blocks: list[Block] = [
        Heading(level=2, text=priority.name, id=f"priority-{priority.id}"),
        Paragraph(spans=text("; ".join(f"{term}: {words}" for term, words in lines if words), ".")),
    ]
    for lead, items in (("What it rests on:", priority.evidence), ("Objectives:", priority.objectives)):
        if items:
            blocks += [Paragraph(spans=text(lead)), Bullets(items=tuple(text(item) for item in items))]
    return blocks


def _category(context: Context, results: Results, line: str) -> list[Block]:
    """Sentences on the year and since before Covid, the trend or why there is none, and the chart."""
    words, slug = category_words(line), f"course-of-{line}"
    year = results.publish_changes({line: results.year_on_year(line)}, "window")
    window = context.window
    blocks: list[Block] = [
        Heading(level=2, text=category_title(line), id=f"category-{line}"),
        Paragraph(
            spans=change_sentence(year.rows[0], words, after=window.named, before=window.back(1).named, see=slug)
        ),
    ]
    if not context.annual:
        covid = results.publish_changes({line: results.before_covid(line)}, "covid")
        after, before = f"the months of {window.named} that can be compared", "the same months before Covid"
        blocks.append(Paragraph(spans=change_sentence(covid.rows[0], words, after=after, before=before)))
    blocks += [*lone_month(context, results, line), *trend_blocks(context, results, line, words)]
    return [*blocks, _course(context, results, line, slug)]


def _course(context: Context, results: Results, line: str, slug: str) -> Block:
    months = published_months(results, [line])
    unit = f"{category_title(line)}, {'a year' if context.annual else 'a month'}"
    change = results.publish_changes({line: results.year_on_year(line)}, "window").rows[0]
    caption = context.caption(
        slug, course_headline(change, category_words(line), context.window.named),
        f"{category_title(line)}, number recorded by {'financial year' if context.annual else 'month'}, {context.partnership.name}",
    )  # fmt: skip
    draw = exhibits.annual if context.annual else exhibits.series
    drawn = draw(months, caption, unit=unit, breaks=results.breaks_of(line), events=_events(context, results, line))
    return drawn if said(drawn) else cannot_say_note(drawn, f"how {category_words(line)} went")


def course_headline(change: Row, words: str, after: str) -> str:
    """The headline of a course chart: the change on the year, or what is drawn where there is none."""
    if change["verdict"].known:
        return change_headline(change, words, after=after)
    return f"{numbers.sentence_case(words)}: what was recorded"


def _events(context: Context, results: Results, line: str) -> list[Event]:
    """The declared events that fall in the line's three highest months of the period: more would crowd the chart."""
    months = results.series(line).reindex(context.window.periods).dropna().sort_values(ascending=False, kind="stable")
    high = {f"{when.year}-{when.month:02d}" for when in months.index[:HIGHEST]}
    return [event for event in context.edition.events if any(event.start <= month <= event.end for month in high)]


def _calendar(context: Context) -> list[Block]:
    """The events calendar as declared; nothing where there is none."""
    if not context.edition.events or context.slices is None:
        return []
    rows = [
        {
            "event": e.name, "from": numbers.month(pd.Period(e.start, "M")), "to": numbers.month(pd.Period(e.end, "M")),
            "where": e.where or "not supplied", "source": e.source or "not supplied",
        }
        for e in sorted(context.edition.events, key=lambda e: (e.start, e.id))
    ]  # fmt: skip
    fields = [
        exhibits.Field("event", "Event"),
        exhibits.Field("from", "From"),
        exhibits.Field("to", "To"),
        exhibits.Field("where", "Where"),
    ]
    caption = context.caption(
        "events-calendar", f"{numbers.sentence_case(numbers.plural(len(rows), 'event'))} that may move a count", "Events calendar",
        source="Source: as named for each event in the data of this table.",
        notes=["A chart names those that fall in its three highest months; that a month is high because of one is not shown."],
    )  # fmt: skip
    return [exhibits.exhibit(context.declared(rows, key=["event"]), caption, fields)]
