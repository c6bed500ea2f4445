"""Draw a matrix of scores: a cell for each issue and criterion, its mean written in it, darker where it is higher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import matplotlib as mpl
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import fitted, width_mm
from analysis.exhibits.style import BLUE, HATCH, INK, RC, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 6.2
TWO_LINES_MM: Final = 7.4
NAMES_MM: Final = 44.0
HEAD_MM: Final = 16.0
LEAST_CELL_MM: Final = 11.0
DARK: Final = 0.55
"""From this share of the scale upwards a cell is dark enough for white letters."""
SHADES: Final = LinearSegmentedColormap.from_list("scores", ["#F4F7FA", "#8FA9C4", BLUE])


class Score(NamedTuple):
    """One cell: the mean (``None`` where nobody scored) and where it lies on its scale, from 0 to 1."""

    value: float | None
    share: float


@mpl.rc_context(RC)
def scores_chart(
    issues: Sequence[str], criteria: Sequence[str], cells: Sequence[Sequence[Score]], apart: int
) -> Figure:
    """Draw ``cells``, a row an issue; the last ``apart`` columns stand a little to the side of the others."""
    left = min(max(width_mm(name, TEXT) for name in issues) + 3, NAMES_MM, WIDTH_MM - LEAST_CELL_MM * len(criteria))
    issues = [fitted(name, left - 3, TEXT) for name in issues]
    row_mm = TWO_LINES_MM if any("\n" in name for name in issues) else ROW_MM
    figure, axes = sheet(len(issues) * row_mm + HEAD_MM, Margins(left, 0.5, HEAD_MM, 0.5))
    at = [n + 0.25 * (n >= len(criteria) - apart) for n in range(len(criteria))]
    axes.set_xlim(0, at[-1] + 1)
    axes.set_ylim(len(issues), 0)
    axes.set_axis_off()
    each = (WIDTH_MM - left) / (at[-1] + 1)
    for x, name in zip(at, criteria, strict=True):
        axes.annotate(wrapped(name, each - 0.8), (x + 0.5, 0), xytext=(0, 3), va="bottom", ha="center", **_NEAR)
    for row, (name, line) in enumerate(zip(issues, cells, strict=True)):
        axes.annotate(name, (0, row + 0.5), xytext=(-5, 0), va="center", ha="right", linespacing=0.9, **_TEXT)
        for x, score in zip(at, line, strict=True):
            _cell(axes, x, row, score)
    return figure


_TEXT: Final[dict[str, Any]] = {"textcoords": "offset points", "color": INK, "annotation_clip": False}
_NEAR: Final[dict[str, Any]] = {**_TEXT, "fontsize": SMALL, "linespacing": 0.95}


def _cell(axes: Axes, x: float, row: int, score: Score) -> None:
    look: dict[str, Any] = {"edgecolor": "white", "linewidth": 1.2}
    if score.value is None:
        axes.add_patch(Rectangle((x, row), 1, 1, facecolor="white", hatch="////", **{**look, "edgecolor": HATCH}))
        return
    axes.add_patch(Rectangle((x, row), 1, 1, facecolor=SHADES(score.share), **look))
    colour = "white" if score.share >= DARK else INK
    words = numbers.decimal(score.value, 1)
    axes.text(x + 0.5, row + 0.52, words, ha="center", va="center", color=colour, fontsize=TEXT)


def wrapped(words: str, room: float) -> str:
    """``words`` in lines of at most ``room`` millimetres; a word that is longer stands on a line of its own."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, SMALL) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
