"""Draw a control chart: values as they were, mean and limits, signals told by shape as well as colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.backdrop import CHART_MM, Backdrop, draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import POINTS, apart, width_mm
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INCH, INK, PINK, QUIET, RC, SMALL, WIDTH_MM
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.exhibits.marks import Mark
    from analysis.exhibits.series_chart import Line

ROOM_MM: Final = 30.0
"""Right of the axes, for the names of mean and limits."""
NAMED: Final = 5
"""With more months outside the limits than this, none is named: the table has them."""
WHOLE_FROM: Final = 10
"""From this mean on, mean and limits are whole numbers."""
APART_MM: Final = 3.4
"""The height that a month's name takes."""


@dataclass(frozen=True)
class Limits:
    """Mean and limits month by month, ``None`` where they do not hold, and what each month signals."""

    centre: Sequence[float | None]
    low: Sequence[float | None]
    high: Sequence[float | None]
    signals: Sequence[str]
    used: Sequence[bool]

    @property
    def mean(self) -> float:
        """The latest mean."""
        return next(value for value in reversed(self.centre) if value is not None)


def limit_words(limits: Limits) -> Callable[[float], str]:
    """How mean and limits are written: whole where the mean is 10 or more, since a decimal would say no more."""
    places = 0 if limits.mean >= WHOLE_FROM else 1
    return lambda value: numbers.decimal(value, places)


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
    _named_months(axes, line, limits, back)
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


def _named_months(axes: Axes, line: Line, limits: Limits, back: Backdrop) -> None:
    """Name months outside the limits, the latest first, as far as no name would lie over another."""
    xs, values = line.part(0, len(line.periods))
    outside = [i for i, signal in enumerate(limits.signals) if signal == "outside"]
    low, high = axes.get_ylim()
    left, right = axes.get_xlim()
    across = (WIDTH_MM - back.margins.left - back.margins.right) / (right - left)
    taken: list[tuple[float, float, float]] = []
    for i in reversed(outside) if len(outside) <= NAMED else ():
        name, below = numbers.short_month(line.periods[i]), values[i] < (limits.low[i] or 0)
        room, beside = width_mm(name), 5 * INCH / POINTS
        x = (xs[i] - left) * across
        start = x - beside - room if _late(axes, xs[i]) else x + beside
        y = (values[i] - low) / (high - low) * back.plot_mm + (-APART_MM if below else 0)
        if all(abs(y - other) >= APART_MM or start >= end or start + room <= begin for begin, end, other in taken):
            taken.append((start, start + room, y))
            _named(axes, xs[i], values[i], name, below=below)


def _late(axes: Axes, x: float) -> bool:
    """Whether a name has to stand left of its dot, to stay clear of the right edge."""
    left, right = axes.get_xlim()
    return x > left + 0.85 * (right - left)


def _named(axes: Axes, x: int, value: float, name: str, *, below: bool) -> None:
    """Write a month's name beside its dot: above a high one, below a low one, away from the right edge."""
    late = _late(axes, x)
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
            f"{name} {limit_words(limits)(value)}", (1, height), xytext=(4, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", va="center", fontsize=SMALL, color=QUIET,
        )  # fmt: skip
