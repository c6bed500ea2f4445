"""Draw ranks with the ranks that each may have, the first few shaded, and how likely each is among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import fitted_line, width_mm
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INK, QUIET, RC, SHADE, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 5.6
WORDS_MM: Final = 36.0
PLOT_MM: Final = 52.0


class Place(NamedTuple):
    """An issue with its rank and the ranks it may have; ``words`` stand at the right, ``forced`` is a rank decided."""

    name: str
    place: int | None
    low: int | None
    high: int | None
    words: str
    forced: int | None = None


@mpl.rc_context(RC)
def ranks_chart(places: Sequence[Place], cut: int, titles: tuple[str, str]) -> Figure:
    """Draw ``places`` from top to bottom; ``titles`` stand above the ranks and above the words at the right."""
    left = min(max(width_mm(each.name, TEXT) for each in places) + 3, WIDTH_MM - PLOT_MM - WORDS_MM)
    margins = Margins(left, WORDS_MM, 12.5, 0.5)
    figure, axes = sheet(len(places) * ROW_MM + margins.top + margins.bottom, margins)
    most = sum(each.place is not None for each in places)
    axes.set_xlim(0.4, most + 0.6)
    axes.set_ylim(len(places) - 0.5, -0.5)
    axes.axvspan(0.4, cut + 0.5, color=SHADE, linewidth=0, zorder=0)
    _scale(axes, most, titles)
    for row, each in enumerate(places):
        _draw(axes, row, each._replace(name=fitted_line(each.name, left - 3, TEXT)))
    return figure


def _draw(axes: Axes, row: int, each: Place) -> None:
    near: dict[str, Any] = {"textcoords": "offset points", "va": "center", "annotation_clip": False, "color": INK}
    edge: dict[str, Any] = {"xycoords": ("axes fraction", "data"), **near}
    axes.annotate(each.name, (0, row), xytext=(-5, 0), ha="right", **edge)
    axes.annotate(each.words, (1, row), xytext=(6, 0), ha="left", fontsize=SMALL, **edge)
    if each.place is None:
        return
    if each.low is not None and each.high is not None:
        axes.plot([each.low, each.high], [row, row], color=CONTEXT, linewidth=1.6, zorder=2)
    axes.plot(each.place, row, "o", markersize=6, color=BLUE, zorder=3)
    if each.forced is not None:
        axes.plot(each.forced, row, "D", markersize=5.5, color="white", markeredgecolor=DARK_GREY, zorder=4)


def _scale(axes: Axes, most: int, titles: tuple[str, str]) -> None:
    axes.xaxis.tick_top()
    axes.set_xticks(range(1, most + 1), [numbers.count(n) for n in range(1, most + 1)])
    axes.set_yticks([])
    axes.tick_params(axis="x", pad=1)
    axes.spines[["left", "bottom"]].set_visible(False)
    above: dict[str, Any] = {"textcoords": "offset points", "color": QUIET, "fontsize": SMALL, "va": "bottom"}
    axes.annotate(titles[0], (0, 1), xycoords="axes fraction", xytext=(0, 15), ha="left", **above)
    axes.annotate(titles[1], (1, 1), xycoords="axes fraction", xytext=(6, 15), ha="left", **above)
