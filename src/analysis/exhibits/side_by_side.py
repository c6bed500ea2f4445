"""Two places' courses on one scale, each as a share of its own level before, so that places of any size compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, State, Value, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.marks import Mark, mark_words, marks_of
from analysis.exhibits.series_chart import Line
from analysis.exhibits.side_by_side_chart import side_by_side_chart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.params.recording import RecordingBreak

NOT_THERE = Value(state=State.MISSING)


def side_by_side(
    frame: Published,
    caption: Caption,
    *,
    first: str,
    marks: Sequence[Mark] = (),
    breaks: Iterable[RecordingBreak] = (),
) -> Shown | CannotSay:
    """Draw ``month`` and ``index`` (per cent of its own level before) of each ``name``; ``first`` is drawn strong.

    Lines stop at gaps and at ``breaks`` in recording. A frame with fewer than two names is refused as ``CannotSay``.
    """
    names = list(dict.fromkeys(row.words("name") for row in required(frame)))
    if len(names) < 2:
        return CannotSay("there is nothing to set beside it", "nothing-beside")
    names = [first, *(name for name in names if name != first)]
    months = sorted({row["month"].value for row in frame})
    periods = pd.period_range(months[0], months[-1], freq=months[0].freq)
    lines = {name: _line(frame, name, periods) for name in names}
    dated = marks_of(breaks, (), periods)
    steps = [mark for mark in dated if mark.kind == "step"]
    drawn = [*(mark for mark in marks if periods[0] <= mark.start <= periods[-1]), *dated]
    figure = side_by_side_chart(lines, drawn, steps)
    fields = [
        Field("name", "Place"), Field("month", "Period", numbers.month),
        Field("index", "Per cent of its level before", numbers.decimal),
    ]  # fmt: skip
    words = [f"Line chart: {caption.subtitle.rstrip('.')}.", *(_course(n, each) for n, each in lines.items())]
    alt = " ".join(part for part in [*words, mark_words(drawn)] if part)
    return exhibit(frame, caption, fields, figure=figure, alt=alt, print_table=False)


def _line(frame: Published, name: str, periods: pd.PeriodIndex) -> Line:
    known = {row["month"].value: row["index"] for row in frame if row.words("name") == name}
    cells = [known.get(period, NOT_THERE) for period in periods]
    return Line(periods, [cell.number for cell in cells], [cell.state for cell in cells])


def _course(name: str, line: Line) -> str:
    known = [(value, when) for value, when in zip(line.values, line.periods, strict=True) if value is not None]
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    said = [f"{numbers.percent(value, 0)} in {numbers.month(when)}" for value, when in (known[0], known[-1], high, low)]
    return f"{name} starts at {said[0]} and ends at {said[1]}; its highest is {said[2]}, its lowest {said[3]}."
