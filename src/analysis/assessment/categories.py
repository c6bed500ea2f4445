"""Each priority and each notable category: on the year, against the same months before Covid, trend, course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.both_changes import STANDING, both_changes
from analysis.assessment.change_findings import before_covid_words
from analysis.assessment.context import information
from analysis.assessment.events import events_calendar, events_of_highest
from analysis.assessment.exceptional import control_chart_block, exceptional_blocks, exceptional_of
from analysis.assessment.lone_month import deciding_month, lone_month
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.outlook import outlook_blocks, outlook_of
from analysis.assessment.priorities import priorities
from analysis.assessment.published import change_of, is_clear, published_months
from analysis.assessment.trend import trend_blocks
from analysis.blocks import Heading, Paragraph, text
from analysis.cannot_say import said
from analysis.disclosure import State
from analysis.prose import cannot_say_note, change_headline, change_sentence

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.disclosure import Row

WHY_THESE: Final = (
    "The categories that follow are all recorded crime, what is counted apart from it, those that the priorities name, "
    "those that changed most, and those with a month out of the ordinary. None is a priority because it stands here."
)
STEADY: Final = (
    "A control chart asks something simpler: whether the counts run steadily about one level, once the season is taken "
    "out. It allows for no rise or fall over the years, nor for how many months are looked at, so it may mark months "
    "that the test above does not."
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
    return [*blocks, *_over_all_lines(context, results)]


def _over_all_lines(context: Context, results: Results) -> list[Block]:
    """What is looked at in every line of the profile: months out of the ordinary, and the months ahead."""
    if context.annual:
        return []
    return [
        Heading(level=2, text="Months out of the ordinary", id="months-out-of-the-ordinary"),
        *exceptional_blocks(context, results),
        *_control_charts(context, results),
        Heading(level=2, text="Outlook", id="outlook"),
        *outlook_blocks(context, results),
    ]


def notable(context: Context, results: Results) -> list[str]:
    """Lines with a part of their own: totals, those of the priorities, as declared, then the surest changes.

    A change that one month decides has its part too, or nobody would read that it does, and so has a line with a month
    of the period that stands out.
    """
    declared = [c for p in context.edition.priorities for c in p.categories] + list(context.edition.notable_categories)
    lines = both_changes(results)
    standing = [line for line in lines if line in STANDING]
    changed = [line for line in lines if line not in STANDING]
    room = max(0, AT_MOST - len(set(declared)))
    lone = [line for line in changed if is_clear(lines[line].year) and deciding_month(results, line) is not None]
    stand_out = [line for line, _ in results.exceptional.period.found]
    chosen = dict.fromkeys([*standing, *declared, *changed[:room], *lone, *stand_out])
    return [line for line in chosen if results.holds(line)]


def _category(context: Context, results: Results, line: str) -> list[Block]:
    """Sentences on the year and since before Covid, the trend or why there is none, and the chart."""
    slug, words = f"course-of-{line}", category_words(line)
    return [
        Heading(level=2, text=category_title(line), id=f"category-{line}"),
        *_changes(context, results, line, slug),
        *lone_month(context, results, line),
        *_by_month(context, results, line),
        *trend_blocks(results, line, words),
        _course(context, results, line, slug),
    ]


def _control_charts(context: Context, results: Results) -> list[Block]:
    """Whether all crime, and what is counted apart, run steadily about one level."""
    charts = [control_chart_block(context, results, line) for line in results.lines if line in STANDING]
    return [Paragraph(spans=text(STEADY)), *charts] if charts else []


def _by_month(context: Context, results: Results, line: str) -> list[Block]:
    """Months out of the ordinary and the months ahead, of figures that come by month."""
    return [] if context.annual else [*exceptional_of(results, line), *outlook_of(context, results, line)]


def _changes(context: Context, results: Results, line: str, slug: str) -> list[Block]:
    words, window = category_words(line), context.window
    year, covid = change_of(results, line, "window"), change_of(results, line, "covid")
    found = [
        _unsaid(year, words, "on the year")
        or change_sentence(year, words, after=window.named, before=window.back(1).named, see=slug)
    ]
    after = window.named if context.annual else f"the months of {window.named} that can be compared"
    before = before_covid_words(context, results)
    since = _unsaid(covid, words, "since before Covid")
    found.append(since or change_sentence(covid, words, after=after, before=before))
    return [Paragraph(spans=spans) for spans in found]


def _unsaid(change: Row, words: str, when: str) -> Spans:
    """Why one of the two comparisons is refused, and which of them; empty where it is not refused, or withheld."""
    verdict = change["verdict"]
    if verdict.state is not State.CANNOT_SAY:
        return ()
    return text(f"We cannot say whether {words} changed {when}: {verdict.note}.")


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
