"""Each priority and each notable category: on the year, against the same months before Covid, trend, course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.events import events_calendar, events_of_highest
from analysis.assessment.lone_month import lone_month
from analysis.assessment.naming import category_title, category_words, kind_of
from analysis.assessment.priorities import priorities
from analysis.assessment.published import change_of, is_clear, published_months, published_profile
from analysis.assessment.trend import trend_blocks
from analysis.blocks import Heading, Paragraph
from analysis.cannot_say import said
from analysis.prose import cannot_say_note, change_headline, change_sentence

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Row

WHY_THESE: Final = (
    "The categories that follow are all recorded crime, what is counted apart from it, those that the priorities name, "
    "and those that changed most. None is a priority because it stands here."
)
AT_MOST: Final = 6
"""Notable categories that get a part of their own when the edition names none."""


def categories(context: Context, results: Results) -> list[Block]:
    """The priorities as declared, then a part for each of their categories and each notable one."""
    blocks = priorities(context)
    if context.slices is None:
        return blocks
    if not context.edition.notable_categories:
        blocks.append(information(WHY_THESE))
    blocks += events_calendar(context)
    for line in notable(context, results):
        blocks += _category(context, results, line)
    return blocks


def notable(context: Context, results: Results) -> list[str]:
    """Lines with a part of their own: totals, those of the priorities, as declared, then the largest clear changes."""
    declared = [c for p in context.edition.priorities for c in p.categories] + list(context.edition.notable_categories)
    standing = [line for line in results.lines if kind_of(line) != "crime"]
    crimes = [row for row in published_profile(results) if row.words("kind") == "crime"]
    changed = [row.words("line") for row in sorted(crimes, key=_by_change)]
    room = max(0, AT_MOST - len(set(declared)))
    chosen = dict.fromkeys([*standing, *declared, *changed[:room]])
    return [line for line in chosen if line in results.lines or line in set(results.counts["category"])]


def _by_change(row: Row) -> tuple[bool, float, float]:
    """Clear changes first, the largest before the smaller; then by what was recorded."""
    return not is_clear(row), -abs(row.number("difference") or 0.0), -(row.number("latest") or 0.0)


def _category(context: Context, results: Results, line: str) -> list[Block]:
    """Sentences on the year and since before Covid, the trend or why there is none, and the chart."""
    slug, words = f"course-of-{line}", category_words(line)
    return [
        Heading(level=2, text=category_title(line), id=f"category-{line}"),
        *_changes(context, results, line, slug),
        *lone_month(context, results, line),
        *trend_blocks(results, line, words),
        _course(context, results, line, slug),
    ]


def _changes(context: Context, results: Results, line: str, slug: str) -> list[Block]:
    words, window = category_words(line), context.window
    year = change_of(results, line, "window")
    found = [change_sentence(year, words, after=window.named, before=window.back(1).named, see=slug)]
    if not context.annual:
        covid = change_of(results, line, "covid")
        after, before = f"the months of {window.named} that can be compared", "the same months before Covid"
        found.append(change_sentence(covid, words, after=after, before=before))
    return [Paragraph(spans=spans) for spans in found]


def _course(context: Context, results: Results, line: str, slug: str) -> Block:
    months = published_months(results, [line])
    words, title = category_words(line), category_title(line)
    period, each = ("financial year", "a year") if context.annual else ("month", "a month")
    caption = context.caption(
        slug, _headline(change_of(results, line, "window"), words, context.window.named),
        f"{title}, number recorded by {period}, {context.partnership.name}",
    )  # fmt: skip
    draw = exhibits.annual if context.annual else exhibits.series
    events = events_of_highest(context, months)
    drawn = draw(months, caption, unit=f"{title}, {each}", breaks=results.breaks_of(line), events=events)
    return drawn if said(drawn) else cannot_say_note(drawn, f"how {words} went")


def _headline(change: Row, words: str, after: str) -> str:
    """The change on the year, or what is drawn where there is none."""
    if change["verdict"].known:
        return change_headline(change, words, after=after)
    return f"{numbers.sentence_case(words)}: what was recorded"
