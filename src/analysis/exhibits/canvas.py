"""The sheet a chart is drawn on: sized in millimetres, with bare axes and horizontal text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis import numbers
from analysis.exhibits.style import CONTEXT, GRID, INCH, QUIET, RC, WIDTH_MM

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Margins:
    """Space around the axes in millimetres."""

    left: float = 12.0
    right: float = 4.0
    top: float = 8.0
    bottom: float = 7.0


def sheet(height: float, margins: Margins | None = None, width: float = WIDTH_MM) -> tuple[Figure, Axes]:
    """A figure of ``width`` by ``height`` millimetres with one axes, its right and top edges open."""
    m = margins or Margins()
    with mpl.rc_context(RC):
        figure = Figure(figsize=(width / INCH, height / INCH))
        box = (m.left / width, m.bottom / height, 1 - (m.left + m.right) / width, 1 - (m.top + m.bottom) / height)
        axes = figure.add_axes(box)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(length=0, pad=3)
        axes.set_axisbelow(True)
    return figure, axes


def value_axis(axes: Axes, along: Literal["x", "y"] = "y", *, steps: int = 5) -> None:
    """A quiet axis of numbers: light grid lines, few ticks, thousands separated, no line of its own."""
    axis = axes.yaxis if along == "y" else axes.xaxis
    axis.set_major_locator(MaxNLocator(nbins=steps, integer=True, min_n_ticks=3))
    axis.set_major_formatter(FuncFormatter(lambda value, _: numbers.plain(value)))
    axes.grid(axis=along, color=GRID, linewidth=0.6)
    axes.spines["left" if along == "y" else "bottom"].set_visible(False)


def height_mm(axes: Axes) -> float:
    """The height of the whole sheet in millimetres."""
    figure = axes.get_figure(root=True)
    return float(figure.get_size_inches()[1]) * INCH if figure else 0.0


def axis_title(axes: Axes, words: str, lift: float = 4.0) -> None:
    """What the value axis counts, horizontal, above the axes' upper left corner."""
    axes.annotate(
        words,
        (0, 1),
        xycoords=("figure fraction", "axes fraction"),
        xytext=(0, lift),
        textcoords="offset points",
        color=QUIET,
        va="bottom",
        ha="left",
    )


def baseline(axes: Axes) -> None:
    """Draw the zero line."""
    axes.axhline(0, color=CONTEXT, linewidth=0.8, zorder=1)
