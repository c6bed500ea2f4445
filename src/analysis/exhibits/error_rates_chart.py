"""Draw rates of mistakes as dots with their Monte Carlo intervals: a band a kind of series, a line at the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.style import BLUE, CONTEXT, GRID, INK, ORANGE, QUIET, RC, SHADE, SMALL, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STEP_MM: Final = 1.7
"""From one dot to the next below it."""
BAND_MM: Final = 2.4
"""Between two bands."""
FURTHEST: Final = 100.0


@dataclass(frozen=True)
class Rate:
    """One cell: a rate in percent with its interval; ``open`` dots stand for the shorter series."""

    band: str
    rate: float
    low: float
    high: float
    open: bool


@mpl.rc_context(RC)
def error_rates_chart(rates: Sequence[Rate], limit: float, unit: str) -> Figure:
    """Draw ``rates`` in the order given, those of a band together; ``limit`` is the most allowed, in percent."""
    bands = list(dict.fromkeys(rate.band for rate in rates))
    left = max(width_mm(band, TEXT) for band in bands) + 5
    margins = Margins(left, 6, 12, 2)
    height = len(rates) * STEP_MM + len(bands) * BAND_MM
    figure, axes = sheet(height + margins.top + margins.bottom, margins)
    axes.set_xlim(0, min(FURTHEST, max([*(rate.high for rate in rates), limit * 1.5]) * 1.03))
    axes.set_ylim(height, 0)
    top = 0.0
    for number, band in enumerate(bands):
        top = _band(axes, band, [rate for rate in rates if rate.band == band], top, shaded=number % 2 == 0)
    _scale(axes, limit, unit)
    return figure


def _band(axes: Axes, name: str, rates: Sequence[Rate], top: float, *, shaded: bool) -> float:
    """Draw one band from ``top`` (millimetres) down; returns where it ends."""
    bottom = top + len(rates) * STEP_MM + BAND_MM
    if shaded:
        axes.axhspan(top, bottom, color=SHADE, linewidth=0, zorder=0)
    where: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    axes.annotate(name, (0, (top + bottom) / 2), xytext=(-8, 0), ha="right", color=INK, **where)
    for place, rate in enumerate(rates):
        height = top + BAND_MM / 2 + (place + 0.5) * STEP_MM
        axes.plot([rate.low, rate.high], [height] * 2, color=CONTEXT, linewidth=0.9, zorder=2)
        fill = "white" if rate.open else BLUE
        axes.plot(rate.rate, height, "o", markersize=3.4, color=fill, markeredgecolor=BLUE, zorder=3, clip_on=False)
    return bottom


def _scale(axes: Axes, limit: float, unit: str) -> None:
    axes.axvline(limit, color=ORANGE, linewidth=1.2, zorder=1)
    above: dict[str, Any] = {"textcoords": "offset points", "ha": "left", "fontsize": SMALL}
    axes.annotate(
        f"most allowed: {numbers.plain(limit)}%", (limit, 1), xycoords=("data", "axes fraction"), xytext=(3, 14),
        color=INK, **above,
    )  # fmt: skip
    axes.annotate(unit, (0, 1), xycoords=("figure fraction", "axes fraction"), xytext=(0, 25), color=QUIET, **above)
    axes.xaxis.tick_top()
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: numbers.percent(value, 0)))
    axes.tick_params(axis="x", pad=1)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.set_yticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
