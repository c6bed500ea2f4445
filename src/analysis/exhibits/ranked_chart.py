"""Draw the highest few as bars, each with the figure of the year before as a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import fitted, width_mm
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INK, QUIET, RC, SMALL, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 5.0
PLOT_MM: Final = 60.0
"""The least width left to the bars, however long a name is."""


class Bar(NamedTuple):
    """A place with its count, the count before (``None`` where not known) and what is printed at the bar's end."""

    name: str
    value: float | None
    before: float | None
    words: str


@mpl.rc_context(RC)
def ranked_chart(bars: Sequence[Bar], unit: str, before: str) -> Figure:
    """Draw ``bars`` from top to bottom; ``before`` explains the marks and is empty where there are none."""
    left = min(max(width_mm(bar.name, TEXT) for bar in bars) + 3, 170 - PLOT_MM - 24)
    bars = [bar._replace(name=fitted(bar.name, left - 3, TEXT)) for bar in bars]
    margins = Margins(left, 24, 6 + 4.5 * bool(before), 1)
    row_mm = ROW_MM + 2.4 * any("\n" in bar.name for bar in bars)
    figure, axes = sheet(len(bars) * row_mm + margins.top + margins.bottom, margins)
    axes.set_xlim(0, max(value for bar in bars for value in (bar.value, bar.before, 1) if value is not None))
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_color(CONTEXT)
    for row, bar in enumerate(bars):
        _draw(axes, row, bar)
    _titles(axes, unit, before)
    return figure


def _draw(axes: Axes, row: int, bar: Bar) -> None:
    near: dict[str, Any] = {"textcoords": "offset points", "va": "center"}
    axes.annotate(
        bar.name, (0, row), xycoords=("axes fraction", "data"), xytext=(-5, 0), ha="right", linespacing=0.9, **near
    )
    axes.barh(row, bar.value or 0, height=0.62, color=BLUE)
    if bar.before is not None:
        for width, colour in ((3.4, "white"), (1.8, DARK_GREY)):
            axes.plot(
                [bar.before] * 2,
                [row - 0.4, row + 0.4],
                color=colour,
                linewidth=width,
                solid_capstyle="butt",
                clip_on=False,
            )
    end = max(bar.value or 0, bar.before or 0)
    axes.annotate(bar.words, (end, row), xytext=(5, 0), color=INK, fontsize=SMALL, annotation_clip=False, **near)


def _titles(axes: Axes, unit: str, before: str) -> None:
    lines = [unit, *([f"Upright mark: {before}"] if before else [])]
    above: dict[str, Any] = {"xycoords": ("figure fraction", "axes fraction"), "textcoords": "offset points"}
    for up, line in enumerate(reversed(lines)):
        axes.annotate(
            line, (0, 1), xytext=(0, 5 + 12 * up), color=QUIET, fontsize=TEXT if line == unit else SMALL, **above
        )


def count_words(value: float | None, before: float | None) -> str:
    """``128 (was 37)``, or the count alone where the one before is not known."""
    if value is None:
        return ""
    return numbers.count(value) + (f" (was {numbers.count(before)})" if before is not None else "")
