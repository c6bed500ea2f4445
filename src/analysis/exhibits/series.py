"""The monthly series of one thing counted: line chart, alternative in words, table and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, State, Value, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import gap_words, with_gaps
from analysis.exhibits.marks import Mark, mark_words, marks_of
from analysis.exhibits.series_chart import YEAR, Band, Line, series_chart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.params.edition import Event
    from analysis.params.recording import RecordingBreak

BAND: Final = ("fitted", "low", "high")
NOT_THERE: Final = Value(state=State.MISSING)


def series(
    frame: Published,
    caption: Caption,
    *,
    unit: str,
    breaks: Iterable[RecordingBreak] = (),
    events: Iterable[Event] = (),
) -> Shown | CannotSay:
    """Draw ``month`` and ``count`` of ``frame``, with a band if it has ``fitted``, ``low`` and ``high``.

    ``unit`` is what is counted, for the axis (``Burglaries a month``). Missing, failed and withheld months are gaps,
    never zeros. The latest and previous twelve months are set apart where both are complete and no change in
    recording falls within them. A frame in which no month is known is refused as ``CannotSay``.
    """
    line = line_of(required(frame))
    if not any(value is not None for value in line.values):
        return CannotSay("no month has a count", "no-data")
    marks = with_gaps(marks_of(breaks, events, line.periods), line)
    compared = _comparable(line, marks)
    figure = series_chart(line, marks, unit, _band(frame, line), compared=compared)
    fields = [Field("month", "Month", numbers.month), Field("count", unit, numbers.count)]
    if _has_band(frame):
        fields += [Field("fitted", "Trend", numbers.decimal), Field("low", "95% interval", numbers.decimal, to="high")]
    words = alt(line, marks, caption.subtitle)
    return exhibit(frame, caption, fields, figure=figure, alt=words, print_table=False)


def _comparable(line: Line, marks: Iterable[Mark]) -> bool:
    """Whether the last two twelve months are complete and recorded by the same rules."""
    if line.periods.freqstr != "M" or len(line.values) < 2 * YEAR or None in line.values[-2 * YEAR :]:
        return False
    return not any(mark.kind == "step" and mark.end > line.periods[-2 * YEAR] for mark in marks)


def line_of(frame: Published) -> Line:
    """The counts of ``frame`` over every period from its first to its last; a row that is not there is not known."""
    known = {row["month"].value: row["count"] for row in frame}
    months = sorted(known)
    if not months:
        return Line(pd.PeriodIndex([], freq="M"), [], [])
    periods = pd.period_range(months[0], months[-1], freq=months[0].freq)
    cells = [known.get(period, NOT_THERE) for period in periods]
    return Line(periods, [cell.number for cell in cells], [cell.state for cell in cells])


def _has_band(frame: Published) -> bool:
    return set(BAND) <= set(frame.columns)


def _band(frame: Published, line: Line) -> Band | None:
    if not _has_band(frame):
        return None
    rows = {row["month"].value: row for row in frame}
    parts = [[rows[p].number(name) if p in rows else None for p in line.periods] for name in BAND]
    return Band(parts[0], parts[1], parts[2]) if any(value is not None for value in parts[0]) else None


def alt(line: Line, marks: list[Mark], subtitle: str) -> str:
    """What the chart teaches, in words: totals, the extremes, where there is no data, what is marked."""
    known = [(v, p) for v, p in zip(line.values, line.periods, strict=True) if v is not None]
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    parts = [
        f"Line chart: {subtitle.rstrip('.')}.",
        _totals(line),
        f"The highest is {numbers.count(high[0])} in {numbers.month(high[1])}, "
        f"the lowest {numbers.count(low[0])} in {numbers.month(low[1])}.",
        gap_words(marks),
        mark_words(marks),
    ]
    return " ".join(part for part in parts if part)


def _totals(line: Line) -> str:
    latest, previous = line.values[-YEAR:], line.values[-2 * YEAR : -YEAR]
    if len(previous) < YEAR or any(value is None for value in [*latest, *previous]):
        return ""
    totals = [numbers.count(sum(v for v in part if v is not None)) for part in (latest, previous)]
    return f"The latest twelve months have {totals[0]}, the twelve before them {totals[1]}."
