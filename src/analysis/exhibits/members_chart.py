"""Draw small panels, one a category: a row a member with its rate and interval, and a line for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis import numbers
from analysis.exhibits.lanes import fitted, width_mm
from analysis.exhibits.style import BLUE, CONTEXT, GRID, INCH, INK, QUIET, RC, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

ACROSS: Final = 4
ROW_MM: Final = 4.0
HEAD_MM: Final = 9.0
"""Above each panel, for its name in up to two lines."""
FOOT_MM: Final = 6.5
GAP_MM: Final = 5.0


@dataclass(frozen=True)
class Panel:
    """One category: for each member its rate with limits, none where there is none, and the rate of all together."""

    name: str
    rates: Sequence[tuple[float, float, float] | None]
    together: float | None


@mpl.rc_context(RC)
def members_chart(panels: Sequence[Panel], members: Sequence[str], unit: str) -> Figure:
    """Draw ``panels`` four to a row, each on a scale of its own that starts at nought."""
    left = max(width_mm(name) for name in members) + 3
    rows = ceil(len(panels) / ACROSS)
    each = HEAD_MM + ROW_MM * len(members) + FOOT_MM
    height = rows * each + 5
    figure = Figure(figsize=(WIDTH_MM / INCH, height / INCH))
    wide = (WIDTH_MM - left - GAP_MM * ACROSS) / ACROSS
    figure.text(0, 1 - 2.5 / height, unit, color=QUIET, fontsize=SMALL, va="center")
    for index, panel in enumerate(panels):
        row, column = divmod(index, ACROSS)
        x, top = left + column * (wide + GAP_MM), 5 + row * each + HEAD_MM
        box = (
            x / WIDTH_MM,
            1 - (top + ROW_MM * len(members)) / height,
            wide / WIDTH_MM,
            ROW_MM * len(members) / height,
        )
        axes = figure.add_axes(box)
        _draw(axes, panel, wide)
        _name_rows(axes, members if column == 0 else ())
    return figure


def _draw(axes: Axes, panel: Panel, wide: float) -> None:
    axes.set_title(fitted(panel.name, wide, TEXT), loc="left", fontsize=TEXT, fontweight="bold", color=INK, pad=3)
    if panel.together is not None:
        axes.axvline(panel.together, color=CONTEXT, linewidth=1, linestyle=(0, (4, 2)), zorder=1)
    for at, rate in enumerate(panel.rates):
        if rate is not None:
            value, low, high = rate
            axes.plot([low, high], [at, at], color=BLUE, linewidth=1.6)
            axes.plot([value], [at], "o", markersize=4.5, color=BLUE)
    known = [rate[2] for rate in panel.rates if rate is not None]
    axes.set_xlim(0, max([*known, 0.01]) * 1.06)
    axes.set_ylim(len(panel.rates) - 0.5, -0.5)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=3, min_n_ticks=2))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: numbers.plain(value)))
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_yticks([])
    axes.tick_params(length=0, pad=2)
    axes.spines[["left", "right", "top"]].set_visible(False)


def _name_rows(axes: Axes, members: Sequence[str]) -> None:
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    for at, name in enumerate(members):
        axes.annotate(name, (0, at), xytext=(-5, 0), ha="right", fontsize=SMALL, color=INK, **spot)
