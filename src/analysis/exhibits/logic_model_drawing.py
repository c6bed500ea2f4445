"""Draw a logic model: six columns of boxes with an arrow from each to the next, the assumptions across the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.patches import FancyBboxPatch

from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INK, QUIET, RC, SHADE, SMALL, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GAP_MM: Final = 3.6
"""Between two columns: room for an arrow."""
PAD_MM: Final = 1.5
"""Between a box and its words."""
LINE_MM: Final = 3.35
HEAD_MM: Final = 9.6
"""The names of the columns, two lines at most."""
APART_MM: Final = 1.6
"""Between two boxes of a column."""


@dataclass(frozen=True)
class Step:
    """One column and its boxes; where nothing is ``known`` its one box says so."""

    name: str
    what: tuple[str, ...]
    known: bool = True


@mpl.rc_context(RC)
def logic_model_drawing(steps: Sequence[Step], below: Step) -> Figure:
    """Draw ``steps`` from left to right and ``below`` across the foot; as tall as the fullest column needs."""
    width = (WIDTH_MM - GAP_MM * (len(steps) - 1)) / len(steps)
    tallest = max(_column_mm(step, width) for step in steps)
    lines = [line for what in below.what for line in _bullet(what, WIDTH_MM - 2 * PAD_MM)]
    foot = HEAD_MM + tallest + 4.0
    figure, axes = sheet(foot + LINE_MM * (len(lines) + 1) + 2 * PAD_MM + 1, Margins(0, 0, 0, 0))
    axes.set(xlim=(0, WIDTH_MM), ylim=(foot + LINE_MM * (len(lines) + 1) + 2 * PAD_MM + 1, 0))
    axes.set_axis_off()
    for number, step in enumerate(steps):
        left = number * (width + GAP_MM)
        _column(axes, step, left, width, tallest)
        if number:
            _arrow(axes, left, HEAD_MM + tallest / 2)
    _foot(axes, below, lines, foot)
    return figure


def wrapped(words: str, room: float, *, bold: bool = False) -> list[str]:
    """``words`` broken into lines of at most ``room`` millimetres; a longer word keeps a line to itself."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, SMALL, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _bullet(words: str, room: float) -> list[str]:
    first, *rest = wrapped(words, room - 4)
    return [f"•  {first}", *(f"    {line}" for line in rest)]


def _box_mm(words: str, width: float) -> float:
    return LINE_MM * len(wrapped(words, width - 2 * PAD_MM)) + 2 * PAD_MM


def _column_mm(step: Step, width: float) -> float:
    return sum(_box_mm(what, width) + APART_MM for what in step.what) - APART_MM


def _column(axes: Axes, step: Step, left: float, width: float, tallest: float) -> None:
    """The name of the step over its boxes, which stand around the middle, where the arrows run."""
    head: dict[str, Any] = {"fontsize": SMALL, "va": "baseline", "fontweight": "bold", "color": BLUE}
    for number, line in enumerate(reversed(wrapped(step.name, width, bold=True))):
        axes.text(left, HEAD_MM - 2.6 - LINE_MM * number, line, **head)
    top = HEAD_MM + (tallest - _column_mm(step, width)) / 2
    for what in step.what:
        height = _box_mm(what, width)
        _box(axes, (left, top, width, height), known=step.known)
        words = "\n".join(wrapped(what, width - 2 * PAD_MM))
        _words(axes, left + PAD_MM, top + PAD_MM, words, INK if step.known else QUIET)
        top += height + APART_MM


def _box(axes: Axes, place: tuple[float, float, float, float], *, known: bool) -> None:
    """A box: filled where something is known, dashed and empty where nothing is."""
    left, top, width, height = place
    look: dict[str, Any] = {"facecolor": SHADE, "edgecolor": CONTEXT, "linewidth": 0.6}
    if not known:
        look = {"facecolor": "white", "edgecolor": DARK_GREY, "linewidth": 0.8, "linestyle": (0, (3, 2))}
    shape = "round,pad=0,rounding_size=0.8"
    axes.add_patch(FancyBboxPatch((left + 0.2, top), width - 0.4, height, boxstyle=shape, **look))


def _words(axes: Axes, left: float, top: float, words: str, colour: str) -> None:
    """Each line by itself, so that their distance is that of the box."""
    for number, line in enumerate(words.split("\n")):
        axes.text(left, top + LINE_MM * (number + 0.5), line, fontsize=SMALL, va="center", color=colour)


def _arrow(axes: Axes, to: float, height: float) -> None:
    shape: dict[str, Any] = {"arrowstyle": "-|>,head_width=0.22,head_length=0.4", "color": BLUE, "linewidth": 1.2}
    ends = {"shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (to - 0.1, height), xytext=(to - GAP_MM + 0.1, height), arrowprops={**shape, **ends})


def _foot(axes: Axes, below: Step, lines: Sequence[str], top: float) -> None:
    height = LINE_MM * (len(lines) + 1) + 2 * PAD_MM
    _box(axes, (0, top, WIDTH_MM, height), known=below.known)
    axes.text(
        PAD_MM, top + PAD_MM + LINE_MM / 2, below.name, fontsize=SMALL, fontweight="bold", color=BLUE, va="center"
    )
    _words(axes, PAD_MM, top + PAD_MM + LINE_MM, "\n".join(lines), INK if below.known else QUIET)
