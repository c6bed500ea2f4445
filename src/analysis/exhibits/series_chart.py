"""Draw monthly counts: context quiet, the previous twelve months plain, the latest twelve strong, gaps left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.backdrop import CHART_MM, draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import apart
from analysis.exhibits.style import BLUE, CONTEXT, INCH, INK, PINK, QUIET, RC, SMALL, TURQUOISE
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.disclosure import State
    from analysis.exhibits.marks import Mark

YEAR: Final = 12


@dataclass(frozen=True)
class Band:
    """A fitted line with its interval, period by period; empty where there is none."""

    fitted: Sequence[float | None]
    low: Sequence[float | None]
    high: Sequence[float | None]
    name: str = "Trend"
    detail: str = "with 95% interval"


@dataclass(frozen=True)
class Line:
    """Counts over contiguous ``periods``; ``None`` where not known, and ``states`` says why."""

    periods: pd.PeriodIndex
    values: Sequence[float | None]
    states: Sequence[State]

    def part(self, start: int, stop: int) -> tuple[list[int], list[float]]:
        """Coordinates from ``start`` to ``stop``; a missing value is NaN, which no line crosses."""
        values = [float("nan") if value is None else value for value in self.values[start:stop]]
        return [period.ordinal for period in self.periods[start:stop]], values


@mpl.rc_context(RC)
def series_chart(
    line: Line, marks: Sequence[Mark], unit: str, band: Band | None, *, compared: bool, name: str = ""
) -> Figure:
    """Draw ``line``, ``marks`` behind it and ``band`` over it; ``compared`` picks out the last two twelve months.

    With a ``name`` the line is named at the right, as a band always is.
    """
    back = laid_out(marks, line.periods, left=11, right=37 if compared or band else 5)
    margins = back.margins
    figure, axes = sheet(CHART_MM, margins)
    time_axis(axes, line.periods)
    draw(axes, back, margins)
    labels = _draw_line(axes, line, compared=compared)
    if name:
        labels.append((next(v for v in reversed(line.values) if v is not None), name, "", BLUE))
    if band:
        labels.append(_draw_band(axes, line, band))
    value_axis(axes)
    axes.set_ylim(0, _top(line, band))
    baseline(axes)
    axis_title(axes, unit, lift=back.height_mm / INCH * 72)
    _label_ends(axes, labels, back.plot_mm)
    return figure


Ending = tuple[float, str, str, str]
"""Height, name, detail and colour of a label at the right."""


def _draw_line(axes: Axes, line: Line, *, compared: bool) -> list[Ending]:
    count = len(line.periods)
    dots: dict[str, Any] = {"marker": "o", "markersize": 2.2}
    if not compared:
        axes.plot(*line.part(0, count), color=BLUE, linewidth=1.6, **dots)
        return []
    axes.plot(*line.part(0, count - 2 * YEAR + 1), color=CONTEXT, linewidth=1.1, **dots)
    axes.plot(*line.part(count - 2 * YEAR, count - YEAR + 1), color=TURQUOISE, linewidth=1.5, **dots)
    axes.plot(*line.part(count - YEAR, count), color=BLUE, linewidth=2.3, **dots)
    return [
        _mean(axes, line, count - 2 * YEAR, "Previous 12 months", TURQUOISE),
        _mean(axes, line, count - YEAR, "Latest 12 months", BLUE),
    ]


def _mean(axes: Axes, line: Line, start: int, name: str, colour: str) -> Ending:
    xs, values = line.part(start, start + YEAR)
    total = sum(values)
    axes.plot([xs[0], xs[-1]], [total / YEAR] * 2, color=colour, linewidth=0.9, linestyle=(0, (1.5, 1.5)))
    return total / YEAR, name, f"{numbers.count(total)} ({numbers.count(total / YEAR)} a month)", colour


def _draw_band(axes: Axes, line: Line, band: Band) -> Ending:
    xs = [period.ordinal for period in line.periods]
    low, high, fitted = (
        [float("nan") if v is None else v for v in part] for part in (band.low, band.high, band.fitted)
    )
    axes.fill_between(xs, low, high, color=PINK, alpha=0.14, linewidth=0, zorder=1.5)
    axes.plot(xs, fitted, color=PINK, linewidth=1.4, linestyle=(0, (5, 1.5)))
    last = next(value for value in reversed(band.fitted) if value is not None)
    return last, band.name, band.detail, PINK


def _label_ends(axes: Axes, endings: Sequence[Ending], plot_mm: float) -> None:
    """Name each line at the right, moved apart where they would touch."""
    low, high = axes.get_ylim()
    heights = apart([height for height, *_ in endings], 8.6 / plot_mm * (high - low))
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points"}
    for height, (_, name, detail, colour) in zip(heights, endings, strict=True):
        key = {"arrowstyle": "-", "color": colour, "linewidth": 2.2, "shrinkA": 0, "shrinkB": 5}
        axes.annotate("", (1, height), xytext=(18, 0), arrowprops=key, **spot)
        axes.annotate(
            name, (1, height), xytext=(23, 0), color=INK, fontweight="bold", va="bottom", fontsize=SMALL, **spot
        )
        axes.annotate(detail, (1, height), xytext=(23, -1), color=QUIET, va="top", fontsize=SMALL, **spot)


def _top(line: Line, band: Band | None) -> float:
    values = [value for value in [*line.values, *(band.high if band else ())] if value is not None]
    return max([*values, 1]) * 1.06
