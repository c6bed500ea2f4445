"""The yearly series of one thing counted, where there are no months: the line stops at changes in recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.annual_chart import annual_chart, edges
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import NO_DATA, gap_words, name_of, with_gaps
from analysis.exhibits.marks import Mark, mark_words, marks_of
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

    Years are joined only where the same recording rules hold on both sides. A missing year is a gap, but a series that
    starts late is drawn, and tabled, from its first figure, and says so. A frame in which no year is known is refused
    as ``CannotSay``.
    """
    whole = line_of(required(frame))
    if not any(value is not None for value in whole.values):
        return CannotSay("no year has a count", "no-data")
    frame = from_first_figure(frame, whole)
    line = line_of(frame)
    marks = with_gaps(_within(marks_of(breaks, events, line.periods), line), line)
    late = _late(whole, line)
    fields = [Field("month", "Financial year", numbers.month), Field("count", unit, numbers.count)]
    words = [
        f"Line chart: {caption.subtitle.rstrip('.')}.",
        late,
        _ends(line),
        gap_words(marks),
        mark_words(marks),
    ]
    alt = " ".join(part for part in words if part)
    said = caption.noting(late) if late else caption
    return exhibit(frame, said, fields, figure=annual_chart(line, marks, unit), alt=alt, print_table=False)


def from_first_figure(frame: Published, line: Line) -> Published:
    """``frame`` without the years before its first figure, if nothing is known of why they have none.

    A year that was withheld, or whose feed failed, stays: it was counted, so the series had begun.
    """
    begun = (
        period
        for period, value, state in zip(line.periods, line.values, line.states, strict=True)
        if value is not None or name_of(state) != NO_DATA
    )
    first = next(begun)
    return frame.where(lambda row: row["month"].value >= first)


def _late(whole: Line, line: Line) -> str:
    if line.periods[0] == whole.periods[0]:
        return ""
    return f"The series starts in {numbers.month(line.periods[0])}; there are no figures for it before then."


def _within(marks: Iterable[Mark], line: Line) -> list[Mark]:
    """Without changes in recording that were over when the series began: there is nothing before them to set apart."""
    return [mark for mark in marks if mark.kind != "step" or max(edges(mark)) > line.periods[0].ordinal]


def _ends(line: Line) -> str:
    known = [(value, period) for value, period in zip(line.values, line.periods, strict=True) if value is not None]
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    said = [f"{numbers.count(value)} in {numbers.month(period)}" for value, period in (known[0], known[-1], high, low)]
    return f"It starts at {said[0]} and ends at {said[1]}; the highest is {said[2]}, the lowest {said[3]}."
