"""The yearly series of one thing counted, where there are no months: the line stops at changes in recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.annual_chart import annual_chart
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import gap_words, with_gaps
from analysis.exhibits.marks import mark_words, marks_of
from analysis.exhibits.series import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.series_chart import Line
    from analysis.params.edition import Event
    from analysis.params.recording import RecordingBreak


def annual(
    frame: Published,
    caption: Caption,
    *,
    unit: str,
    breaks: Iterable[RecordingBreak] = (),
    events: Iterable[Event] = (),
) -> Shown | CannotSay:
    """Draw ``month`` (financial years) and ``count`` of ``frame``; ``unit`` is what is counted, for the axis.

    Years are joined only where the same recording rules hold on both sides. A missing year is a gap. A frame in which
    no year is known is refused as ``CannotSay``.
    """
    line = line_of(required(frame))
    if not any(value is not None for value in line.values):
        return CannotSay("no year has a count", "no-data")
    marks = with_gaps(marks_of(breaks, events, line.periods), line)
    fields = [Field("month", "Financial year", numbers.month), Field("count", unit, numbers.count)]
    words = [
        f"Line chart: {caption.subtitle.rstrip('.')}.",
        _ends(line),
        gap_words(marks),
        mark_words(marks),
    ]
    alt = " ".join(part for part in words if part)
    return exhibit(frame, caption, fields, figure=annual_chart(line, marks, unit), alt=alt, print_table=False)


def _ends(line: Line) -> str:
    known = [(value, period) for value, period in zip(line.values, line.periods, strict=True) if value is not None]
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    said = [f"{numbers.count(value)} in {numbers.month(period)}" for value, period in (known[0], known[-1], high, low)]
    return f"It starts at {said[0]} and ends at {said[1]}; the highest is {said[2]}, the lowest {said[3]}."
