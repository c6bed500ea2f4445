"""Draw changes as dots with their intervals on a ratio scale, one row each, direct labels at the right."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import fitted, width_mm
from analysis.exhibits.style import BLUE, CONTEXT, GRID, INK, QUIET, RC, SHADE, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 4.6
TALL_MM: Final = 7.4
"""The same where a name takes two lines."""
NAME_MM: Final = 62.0
"""The most that names may take."""
TICKS: Final = (-90, -75, -50, -25, -10, 0, 10, 25, 50, 100, 200, 400, 900)
"""Percentages that may be marked; as ratios they are evenly spread enough."""
FURTHEST: Final = (1e-3, 1e3)
"""Ratios beyond which a limit leaves the picture all the same, whether it is finite or not."""
APART_MM: Final = 3.0
"""Between the words of two ticks."""


@dataclass(frozen=True)
class Change:
    """One dot: percentage change with limits; all ``None`` where it cannot be said, then ``words`` says why.

    Limits alone are ``None`` where a figure only describes; ``picked`` is the row that the others are set beside.
    """

    name: str
    percent: float | None
    low: float | None
    high: float | None
    clear: bool
    words: str
    apart: bool = False
    picked: bool = False


@mpl.rc_context(RC)
def changes_chart(changes: Sequence[Change], unit: str, *, line: float | None = None) -> Figure:
    """Draw ``changes`` from top to bottom; ``unit`` names the axis. Filled and dark: clear of chance; open: not.

    ``line`` is a percentage at which a dashed line is drawn through all rows.
    """
    left = min(max(width_mm(change.name, TEXT, bold=change.clear) for change in changes) + 4, NAME_MM)
    right = max(width_mm(change.words) for change in changes) + 4
    row_mm = TALL_MM if any("\n" in fitted(change.name, NAME_MM - 6, TEXT) for change in changes) else ROW_MM
    rows = len(changes) + sum(change.apart for change in changes[:1]) + 0.6 * any(change.apart for change in changes)
    margins = Margins(left, right, 9.5, 2)
    figure, axes = sheet(rows * row_mm + margins.top + margins.bottom, margins)
    _scale(axes, changes, WIDTH_MM - left - right)
    if line is not None:
        axes.axvline(1 + line / 100, color=INK, linewidth=1, linestyle=(0, (4, 2)), zorder=1)
    _title(axes, unit)
    heights = _heights(changes)
    axes.set_ylim(rows - 0.4, -0.6)
    for height, change in zip(heights, changes, strict=True):
        _draw(axes, height, change)
    return figure


def _heights(changes: Sequence[Change]) -> list[float]:
    """One row each; what is counted apart stands a little lower."""
    return [row + 0.6 * change.apart for row, change in enumerate(changes)]


def _draw(axes: Axes, height: float, change: Change) -> None:
    ends: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    weight = "bold" if change.clear else "normal"
    name = fitted(change.name, NAME_MM - 6, TEXT)
    axes.annotate(name, (0, height), xytext=(-8, 0), ha="right", fontweight=weight, color=INK, **ends)
    axes.annotate(change.words, (1, height), xytext=(8, 0), fontsize=SMALL, color=QUIET, **ends)
    if change.picked:
        axes.axhspan(height - 0.5, height + 0.5, facecolor=SHADE, edgecolor="none", zorder=0)
    if change.percent is None:
        return
    colour = BLUE if change.clear else CONTEXT
    if change.low is not None and change.high is not None:
        ends_at = [min(max(1 + value / 100, FURTHEST[0]), FURTHEST[1]) for value in (change.low, change.high)]
        axes.plot(ends_at, [height, height], color=colour, linewidth=2.2 if change.clear else 1.4)
    face = colour if change.clear else "white"
    middle = max(1 + change.percent / 100, FURTHEST[0])
    axes.plot([middle], [height], "o", markersize=6, markerfacecolor=face, markeredgecolor=colour, markeredgewidth=1.4)


def _scale(axes: Axes, changes: Sequence[Change], room: float) -> None:
    """A logarithmic scale of ratios, labelled as percentages, so that doubling and halving are as far from none."""
    ends = [1 + value / 100 for c in changes for value in (c.low, c.high, c.percent) if value is not None]
    low, high = max(min([*ends, 0.8]) * 0.96, 0.05), min(max([*ends, 1.25]) * 1.04, 20)
    axes.set_xscale("log")
    axes.set_xlim(low, high)
    ticks = [1 + tick / 100 for tick in TICKS if low <= 1 + tick / 100 <= high and _needed(tick, low, high)]
    axes.xaxis.set_major_locator(FixedLocator(clear_ticks(ticks, room / log(high / low))))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda ratio, _: _tick(ratio)))
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", pad=1)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.axvline(1, color=QUIET, linewidth=1)
    axes.set_yticks([])
    axes.spines[["left", "bottom"]].set_visible(False)


def _needed(tick: int, low: float, high: float) -> bool:
    """Ticks near no change are for a side of the picture that reaches none further out."""
    if tick > 0:
        return tick >= 50 or high < (1.25 if tick == 10 else 1.5)
    return tick != -10 or low > 0.75


def _title(axes: Axes, unit: str) -> None:
    spot: dict[str, Any] = {"xycoords": ("figure fraction", "axes fraction"), "textcoords": "offset points"}
    axes.annotate(unit, (0, 1), xytext=(0, 14), color=QUIET, **spot)


def clear_ticks(ratios: Sequence[float], scale: float) -> list[float]:
    """Those of ``ratios`` whose words do not touch: no change first, then outwards, halving and doubling before others.

    ``scale`` is in millimetres for a factor of e.
    """
    kept: list[float] = []
    for ratio in sorted(ratios, key=_rank):
        if all(abs(log(ratio / other)) * scale >= _half(ratio) + _half(other) + APART_MM for other in kept):
            kept.append(ratio)
    return sorted(kept)


def _rank(ratio: float) -> tuple[int, float]:
    """No change, then halving and doubling, then the others from the middle outwards."""
    doublings = abs(log(ratio) / log(2))
    return (0 if doublings < 1e-9 else 1 if abs(doublings - 1) < 1e-9 else 2), doublings


def _half(ratio: float) -> float:
    return width_mm(_tick(ratio)) / 2


def _tick(ratio: float) -> str:
    return "No change" if abs(ratio - 1) < 1e-9 else numbers.percent(100 * (ratio - 1), 0, signed=True)
