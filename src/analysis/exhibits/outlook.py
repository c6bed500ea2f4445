"""The months ahead as a fan: what was recorded, the middle of what may come, and bands of 80 and 95 %."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import gap_words, with_gaps
from analysis.exhibits.marks import mark_words, marks_of
from analysis.exhibits.outlook_chart import Fan, outlook_chart
from analysis.exhibits.series import line_of
from analysis.exhibits.series_chart import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.marks import Mark
    from analysis.params.recording import RecordingBreak

DRAWN: Final = 36
"""Months of history that are drawn; with more, a fan of few months is too narrow to read. The table has them all."""
LIMITS: Final = ("low95", "low80", "expected", "high80", "high95")
FIELDS: Final = (
    Field("month", "Month", numbers.month),
    Field("count", "Recorded", numbers.count),
    Field("expected", "Expected", numbers.count),
    Field("low80", "80% interval", numbers.count, to="high80"),
    Field("low95", "95% interval", numbers.count, to="high95"),
)


def outlook(
    frame: Published, caption: Caption, *, unit: str, breaks: Iterable[RecordingBreak] = ()
) -> Shown | CannotSay:
    """Draw ``count`` by ``month`` and, where ``expected`` is known, the fan of ``LIMITS``.

    ``unit`` is what is counted, for the axis. Refused as ``CannotSay`` where no month is expected or none recorded.
    """
    past = required(frame).where(lambda row: not row["expected"].known)
    ahead = frame.where(lambda row: row["expected"].known).sorted(lambda row: row["month"].value)
    if not len(ahead) or not any(row["count"].known for row in past):
        return CannotSay("no month ahead can be shown", "no-data")
    whole, fan = line_of(past), _fan(ahead)
    line = _recent(whole)
    if len(line.periods) < len(whole.periods):
        caption = replace(caption, subtitle=f"{caption.subtitle}; the last {DRAWN} months recorded are drawn")
    marks = with_gaps(marks_of(breaks, (), line.periods), line)
    figure = outlook_chart(line, fan, marks, unit)
    words = _alt(line, fan, marks, caption.subtitle)
    return exhibit(frame, caption, FIELDS, figure=figure, alt=words, print_table=False)


def _recent(line: Line) -> Line:
    """The last ``DRAWN`` months; the whole line where none of them is known."""
    recent = Line(line.periods[-DRAWN:], line.values[-DRAWN:], line.states[-DRAWN:])
    return recent if any(value is not None for value in recent.values) else line


def _fan(ahead: Published) -> Fan:
    limits = {name: [row.number(name) or 0.0 for row in ahead] for name in LIMITS}
    return Fan(months=[row["month"].value for row in ahead], **limits)


def _alt(line: Line, fan: Fan, marks: Sequence[Mark], subtitle: str) -> str:
    """What the chart teaches: the first and the last month ahead with their intervals, what is marked."""
    ends = dict.fromkeys((0, len(fan.months) - 1))
    said = [
        f"For {numbers.month(fan.months[at])} about {numbers.count(fan.expected[at])} are expected, 80% interval "
        f"{numbers.interval(fan.low80[at], fan.high80[at], numbers.count)}, 95% interval "
        f"{numbers.interval(fan.low95[at], fan.high95[at], numbers.count)}."
        for at in ends
    ]
    last = [(value, when) for value, when in zip(line.values, line.periods, strict=True) if value is not None][-1]
    recorded = f"The last month recorded, {numbers.month(last[1])}, had {numbers.count(last[0])}."
    parts = [f"Line chart with a fan: {subtitle.rstrip('.')}.", recorded, *said, gap_words(marks), mark_words(marks)]
    return " ".join(part for part in parts if part)
