"""Draw a fan: the recorded line, then two bands that differ in tone and in outline, so that grey print tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
import pandas as pd

from analysis import numbers
from analysis.exhibits.backdrop import draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import apart
from analysis.exhibits.style import BLUE, INCH, INK, PINK, QUIET, RC, SMALL
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.exhibits.backdrop import Backdrop
    from analysis.exhibits.marks import Mark
    from analysis.exhibits.series_chart import Line

HEIGHT_MM: Final = 63.0
ROOM_MM: Final = 37.0
"""At the right, for the names of the bands."""
WIDE, NARROW = "#EBDAE3", "#CFA0B8"
"""The 95 and the 80 % band: light and middle grey when printed without colour."""


@dataclass(frozen=True)
class Fan:
    """Limits and middle of each month ahead."""

    months: Sequence[pd.Period]
    low95: Sequence[float]
    low80: Sequence[float]
    expected: Sequence[float]
    high80: Sequence[float]
    high95: Sequence[float]


@mpl.rc_context(RC)
def outlook_chart(line: Line, fan: Fan, marks: Sequence[Mark], unit: str) -> Figure:
    """Draw ``line`` and ``fan`` over ``marks``; the bands are named at the right."""
    periods = pd.period_range(line.periods[0], fan.months[-1], freq="M")
    back = laid_out(marks, periods, left=11, right=ROOM_MM)
    figure, axes = sheet(HEIGHT_MM, back.margins)
    time_axis(axes, periods)
    draw(axes, back, back.margins)
    axes.plot(*line.part(0, len(line.periods)), color=BLUE, linewidth=1.8, marker="o", markersize=2.2)
    _bands(axes, fan)
    value_axis(axes)
    known = [value for value in line.values if value is not None]
    axes.set_ylim(0, max([*known, *fan.high95, 1]) * 1.06)
    baseline(axes)
    axis_title(axes, unit, lift=back.height_mm / INCH * 72)
    _name(axes, fan, back)
    return figure


def _bands(axes: Axes, fan: Fan) -> None:
    """A lone month is drawn half a month wide to either side, so that it shows."""
    xs = [float(when.ordinal) for when in fan.months]
    parts = [fan.low95, fan.low80, fan.expected, fan.high80, fan.high95]
    low95, low80, middle, high80, high95 = ([part[0], *part, part[-1]] for part in parts)
    edged = [xs[0] - 0.5, *xs, xs[-1] + 0.5]
    axes.fill_between(edged, low95, high95, color=WIDE, linewidth=0, zorder=1.5)
    axes.fill_between(edged, low80, high80, color=NARROW, linewidth=0, zorder=1.6)
    for limit in (low95, high95):
        axes.plot(edged, limit, color=PINK, linewidth=0.7, linestyle=(0, (1, 1.5)), zorder=1.7)
    axes.plot(edged, middle, color=PINK, linewidth=1.8, linestyle=(0, (4, 1.5)), zorder=2)


def _name(axes: Axes, fan: Fan, back: Backdrop) -> None:
    """Name the middle and both bands beside the last month, moved apart where they would touch."""
    last = numbers.short_month(fan.months[-1])
    named = [
        (fan.high95[-1], "95% interval", numbers.interval(fan.low95[-1], fan.high95[-1], numbers.count)),
        (fan.expected[-1], f"Expected, {last}", numbers.count(fan.expected[-1])),
        (fan.low80[-1], "80% interval", numbers.interval(fan.low80[-1], fan.high80[-1], numbers.count)),
    ]
    low, high = axes.get_ylim()
    heights = apart([height for height, *_ in named], 8.6 / back.plot_mm * (high - low))
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points"}
    for height, (_, name, detail) in zip(heights, named, strict=True):
        axes.annotate(
            name, (1, height), xytext=(6, 0), color=INK, fontweight="bold", va="bottom", fontsize=SMALL, **spot
        )
        axes.annotate(detail, (1, height), xytext=(6, -1), color=QUIET, va="top", fontsize=SMALL, **spot)
