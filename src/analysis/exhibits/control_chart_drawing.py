"""Draw a control chart: values as they were, mean and limits, signals told by shape as well as colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.backdrop import CHART_MM, draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import apart
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INCH, INK, PINK, QUIET, RC, SMALL
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.exhibits.marks import Mark
    from analysis.exhibits.series_chart import Line

ROOM_MM: Final = 30.0
"""Right of the axes, for the names of mean and limits."""
NAMED: Final = 5
"""With more months outside the limits than this, none is named: the table has them."""


@dataclass(frozen=True)
class Limits:
    """Mean and limits month by month, ``None`` where they do not hold, and what each month signals."""

    centre: Sequence[float | None]
    low: Sequence[float | None]
    high: Sequence[float | None]
    signals: Sequence[str]
    used: Sequence[bool]


@mpl.rc_context(RC)
def control_chart_drawing(line: Line, limits: Limits, marks: Sequence[Mark], unit: str) -> Figure:
    """Draw ``line`` between its ``limits``, ``marks`` behind it."""
    back = laid_out(marks, line.periods, left=11, right=ROOM_MM)
    figure, axes = sheet(CHART_MM, back.margins)
    time_axis(axes, line.periods)
    draw(axes, back, back.margins)
    _limits(axes, line, limits)
    _values(axes, line, limits)
    value_axis(axes)
    known = [value for value in [*line.values, *limits.high] if value is not None]
    axes.set_ylim(0, max([*known, 1]) * 1.1)
    baseline(axes)
    axis_title(axes, unit, lift=back.height_mm / INCH * 72)
    _named_lines(axes, limits, back.plot_mm)
    return figure


def _limits(axes: Axes, line: Line, limits: Limits) -> None:
    xs = [period.ordinal for period in line.periods]
    axes.plot(xs, _gapped(limits.centre), color=DARK_GREY, linewidth=1.0, zorder=1.6)
    for edge in (limits.low, limits.high):
        axes.plot(xs, _gapped(edge), color=DARK_GREY, linewidth=0.9, linestyle=(0, (4, 2)), zorder=1.6)


def _gapped(values: Sequence[float | None]) -> list[float]:
    return [float("nan") if value is None else value for value in values]


def _values(axes: Axes, line: Line, limits: Limits) -> None:
    """The line, and a dot a month: open where it sets no limits, square in a run, diamond outside the limits."""
    xs, values = line.part(0, len(line.periods))
    axes.plot(xs, values, color=CONTEXT, linewidth=1.1, zorder=2)
    shapes: dict[str, dict[str, Any]] = {
        "open": {"marker": "o", "markersize": 3.0, "color": "white", "markeredgecolor": CONTEXT},
        "ordinary": {"marker": "o", "markersize": 3.2, "color": BLUE},
        "shift": {"marker": "s", "markersize": 4.0, "color": BLUE},
        "outside": {"marker": "D", "markersize": 5.5, "color": PINK, "markeredgecolor": "white"},
    }
    kinds = [
        signal or ("ordinary" if used else "open") for signal, used in zip(limits.signals, limits.used, strict=True)
    ]
    for kind, shape in shapes.items():
        mine = [i for i, found in enumerate(kinds) if found == kind]
        axes.plot([xs[i] for i in mine], [values[i] for i in mine], linestyle="none", zorder=3, **shape)
    outside = [i for i, found in enumerate(kinds) if found == "outside"]
    for i in outside if len(outside) <= NAMED else []:
        below = values[i] < (limits.low[i] or 0)
        _named(axes, xs[i], values[i], numbers.short_month(line.periods[i]), below=below)


def _named(axes: Axes, x: int, value: float, name: str, *, below: bool) -> None:
    """Write a month's name beside its dot: above a high one, below a low one, away from the right edge."""
    left, right = axes.get_xlim()
    late = x > left + 0.85 * (right - left)
    axes.annotate(
        name, (x, value), xytext=(-5 if late else 5, -2 if below else 2), textcoords="offset points", fontsize=SMALL,
        color=INK, ha="right" if late else "left", va="top" if below else "bottom",
    )  # fmt: skip


def _named_lines(axes: Axes, limits: Limits, plot_mm: float) -> None:
    """Name mean and limits at the right, moved apart where they would touch."""
    found = [(name, values) for name, values in (
        ("Upper limit", limits.high), ("Mean", limits.centre), ("Lower limit", limits.low),
    )]  # fmt: skip
    last = [next(value for value in reversed(values) if value is not None) for _, values in found]
    low, high = axes.get_ylim()
    for height, value, (name, _) in zip(apart(last, 4.2 / plot_mm * (high - low)), last, found, strict=True):
        axes.annotate(
            f"{name} {numbers.decimal(value)}", (1, height), xytext=(4, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", va="center", fontsize=SMALL, color=QUIET,
        )  # fmt: skip
