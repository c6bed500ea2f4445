"""The control chart of one category: is it steady, and which months does its own swing not explain?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import State, Value, required
from analysis.exhibits.control_chart_drawing import Limits, control_chart_drawing, limit_words
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import gap_words, with_gaps
from analysis.exhibits.marks import mark_words, marks_of
from analysis.exhibits.series_chart import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.disclosure import Published
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.marks import Mark
    from analysis.params.edition import Event
    from analysis.params.recording import RecordingBreak

NOT_THERE: Final = Value(state=State.MISSING)
LEGEND: Final = (
    "Diamond: outside the limits. Square: one of seven or more in a row on one side of the mean. Small open dot: not "
    "used for mean and limits. An ordinary process has some of either; they are reasons to look, not findings. The "
    "chart allows for no steady change and not for how many months are looked at, so it may mark months that the test "
    "of exceptional months does not."
)
IN_HEADLINE: Final = 2
"""With more months outside the limits than this, a note names them: neither headline nor chart may have room."""


def control_chart(
    frame: Published,
    caption: Caption,
    *,
    unit: str,
    breaks: Iterable[RecordingBreak] = (),
    events: Iterable[Event] = (),
) -> Shown | CannotSay:
    """Draw ``value`` by ``month`` with ``centre``, ``low`` and ``high``.

    ``frame`` also has ``count``, ``used`` (``yes`` or ``no``) and ``signal`` (``outside``, ``shift`` or empty). A month
    without a row or a value is a gap, never zero. A frame in which no month is known is refused as ``CannotSay``.
    """
    rows = {row["month"].value: row for row in required(frame)}
    if not any(row.number("value") is not None for row in rows.values()):
        return CannotSay("no month has a count", "no-data")
    periods = pd.period_range(min(rows), max(rows), freq="M")
    cells = [rows[p]["value"] if p in rows else NOT_THERE for p in periods]
    line = Line(periods, [cell.number for cell in cells], [cell.state for cell in cells])
    edges = [[rows[p].number(name) if p in rows else None for p in periods] for name in ("centre", "low", "high")]
    limits = Limits(
        centre=edges[0],
        low=edges[1],
        high=edges[2],
        signals=[rows[p].words("signal") if p in rows else "" for p in periods],
        used=[p in rows and rows[p].words("used") == "yes" for p in periods],
    )
    marks = with_gaps(marks_of(breaks, events, periods), line)
    write = limit_words(limits)
    fields = [
        Field("month", "Month", numbers.month), Field("count", "Recorded", numbers.count),
        Field("value", "Without season", write), Field("low", "Limits", write, to="high"),
        Field("signal", "Signal"),
    ]  # fmt: skip
    figure = control_chart_drawing(line, limits, marks, unit)
    words = _alt(line, limits, marks, caption.subtitle)
    outside = _outside(line, limits)
    listed = [f"Outside the limits: {numbers.listed(outside)}."] if len(outside) > IN_HEADLINE else []
    return exhibit(frame, caption.noting(*listed, LEGEND), fields, figure=figure, alt=words, print_table=False)


def _outside(line: Line, limits: Limits) -> list[str]:
    """The months outside the limits, in order."""
    return [numbers.month(p) for p, signal in zip(line.periods, limits.signals, strict=True) if signal == "outside"]


def _alt(line: Line, limits: Limits, marks: Sequence[Mark], subtitle: str) -> str:
    """What the chart teaches, in words."""
    outside = _outside(line, limits)
    shifted = limits.signals.count("shift")
    parts = [
        f"Control chart: {subtitle.rstrip('.')}.",
        f"The mean is {limit_words(limits)(limits.mean)} a month.",
        f"Outside the limits: {numbers.listed(outside)}." if outside else "No month is outside the limits.",
        f"{shifted} months are part of a run of seven or more on one side of the mean." if shifted else "",
        gap_words(marks),
        mark_words(marks),
    ]
    return " ".join(part for part in parts if part)
