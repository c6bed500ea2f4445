"""Draw the week as a grid: a row a day, a column an hour or several, each cell its shade and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.style import BLUE, HATCH, QUIET, RC, SMALL

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 6.2
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SHADES: Final = LinearSegmentedColormap.from_list("week", ["#FFFFFF", "#B8CBDD", BLUE])
"""White to dark blue: as even a scale of greys when printed without colour."""
DARK: Final = 0.179
"""Below this luminance white is read more easily than black; at it both stand out alike, 4.6 to 1."""


@dataclass(frozen=True)
class Square:
    """One cell: its count, none where it is not told, and what stands in it."""

    count: float | None
    words: str


@mpl.rc_context(RC)
def week_chart(days: Sequence[Sequence[Square]], hours: Sequence[str]) -> Figure:
    """Draw ``days`` (seven rows of cells) under ``hours``, the names of the columns."""
    margins = Margins(12, 6, 8, 1)
    figure, axes = sheet(7 * ROW_MM + margins.top + margins.bottom, margins)
    axes.set_xlim(0, len(hours))
    axes.set_ylim(7, 0)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.set_yticks([day + 0.5 for day in range(7)], list(DAYS))
    axes.set_xticks(range(len(hours) + 1), _ends(hours))
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=2)
    top = max((square.count or 0 for row in days for square in row), default=0) or 1
    for day, row in enumerate(days):
        for place, square in enumerate(row):
            _draw(axes, place, day, square, top)
    return figure


def _ends(hours: Sequence[str]) -> list[str]:
    """The hours at which cells meet, every third where a cell is an hour."""
    starts = [words[:2] for words in hours]
    every = 3 if len(hours) > 12 else 1
    return [f"{start}:00" if place % every == 0 else "" for place, start in enumerate([*starts, "24"])]


def _draw(axes: Axes, place: int, day: int, square: Square, top: float) -> None:
    share = (square.count or 0) / top
    look: dict[str, Any] = {"facecolor": SHADES(share), "edgecolor": "#C9D1D9", "linewidth": 0.5}
    if square.count is None:
        look |= {"facecolor": "white", "hatch": "////", "edgecolor": HATCH}
    axes.add_patch(Rectangle((place, day), 1, 1, **look))
    ink = QUIET if square.count is None else "white" if _luminance(SHADES(share)) < DARK else "black"
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6} if square.count is None else None
    spot: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": SMALL, "color": ink}
    axes.text(place + 0.5, day + 0.52, square.words, bbox=box, **spot)


def _luminance(colour: tuple[float, float, float, float]) -> float:
    """Relative luminance of a colour, as the guidelines for accessible content work contrast out."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
