"""Draw marks behind a line over time: shading, lines, hatching, and their names in lanes above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.exhibits.canvas import height_mm
from analysis.exhibits.lanes import Label, Placed, place, width_mm
from analysis.exhibits.style import DARK_GREY, HATCH, QUIET, SHADE, SMALL, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from analysis.exhibits.canvas import Margins
    from analysis.exhibits.marks import Mark

LANE_MM: Final = 3.9
"""The height of one lane of labels."""
CLEAR_MM: Final = 1.2
"""Between the axes and the first lane."""


@dataclass(frozen=True)
class Backdrop:
    """Marks over the ordinals from ``first`` to ``last``, their names placed in lanes above or inside long gaps."""

    marks: tuple[Mark, ...]
    placed: tuple[Placed, ...]
    inside: tuple[Mark, ...]

    @property
    def height_mm(self) -> float:
        """How much room the lanes take above the axes."""
        return (1 + max((item.lane for item in self.placed), default=-1)) * LANE_MM + CLEAR_MM


def backdrop(marks: Sequence[Mark], first: int, last: int, margins: Margins) -> Backdrop:
    """Lay out ``marks``: those wholly inside a gap are left out, a gap wide enough carries its own words."""
    scale = (WIDTH_MM - margins.left - margins.right) / (last - first + 1.4)
    gaps = [mark for mark in marks if mark.kind == "gap"]
    seen = [m for m in marks if m.kind == "gap" or not any(g.start <= m.start and m.end <= g.end for g in gaps)]
    inside = [gap for gap in gaps if _width(gap) * scale > width_mm(_words(gap)) + 4]
    named = [m for m in seen if m.kind != "gap"] + _first([g for g in gaps if g not in inside], 16 / scale)
    labels = [Label(m.name, margins.left + (_at(m) - first + 0.7) * scale) for m in named]
    return Backdrop(tuple(seen), place(labels, margins.left, WIDTH_MM), tuple(inside))


def _at(mark: Mark) -> float:
    """Where a mark begins: at the period for an event, else at its edge."""
    return float(mark.start.ordinal) - (0 if mark.kind == "event" else 0.5)


def _width(mark: Mark) -> int:
    return int(mark.end.ordinal - mark.start.ordinal + 1)


def _words(gap: Mark) -> str:
    return f"{gap.name}, {numbers.span(gap.start, gap.end)}"


def _first(gaps: Sequence[Mark], least: float) -> list[Mark]:
    """One of each cluster of gaps, so that neighbours share a name."""
    kept: list[Mark] = []
    for gap in gaps:
        if not kept or gap.start.ordinal - kept[-1].end.ordinal > least:
            kept.append(gap)
    return kept


def draw(axes: Axes, back: Backdrop, margins: Margins) -> None:
    """Draw the marks and write their names; x is the period's ordinal."""
    for mark in back.marks:
        left, right = mark.start.ordinal - 0.5, mark.end.ordinal + 0.5
        if mark.kind == "step" and mark.end > mark.start:
            axes.axvspan(left, right, facecolor=SHADE, edgecolor="none", zorder=0)
        match mark.kind:
            case "pulse":
                axes.axvspan(left, right, facecolor=SHADE, edgecolor="none", zorder=0)
            case "gap":
                axes.axvspan(left, right, facecolor="white", edgecolor=HATCH, hatch="////", linewidth=0, zorder=0.5)
            case _:
                _pole(axes, mark, back, height_mm(axes) - margins.top - margins.bottom)
    for gap in back.inside:
        middle = (gap.start.ordinal + gap.end.ordinal) / 2
        box = {"facecolor": "white", "edgecolor": "none", "pad": 2.5}
        spot = axes.get_xaxis_transform()
        axes.text(
            middle, 0.5, _words(gap), transform=spot, ha="center", va="center", color=QUIET, bbox=box, fontsize=SMALL
        )
    _write(axes, back, margins)


def _pole(axes: Axes, mark: Mark, back: Backdrop, plot_mm: float) -> None:
    """A line up to the mark's name: dashed for a step, thin for an event."""
    lane = next(item.lane for item in back.placed if item.label.words == mark.name)
    top = 1 + (CLEAR_MM + (lane + 0.75) * LANE_MM) / plot_mm
    at = _at(mark)
    style = {"linewidth": 0.9, "linestyle": (0, (4, 2))} if mark.kind == "step" else {"linewidth": 0.6}
    axes.plot(
        [at, at], [0, top], color=DARK_GREY, transform=axes.get_xaxis_transform(), clip_on=False, zorder=1.2, **style
    )


def _write(axes: Axes, back: Backdrop, margins: Margins) -> None:
    height = height_mm(axes)
    for item in back.placed:
        spot = ((item.left + CLEAR_MM) / WIDTH_MM, (height - margins.top + CLEAR_MM + item.lane * LANE_MM) / height)
        axes.annotate(item.label.words, spot, xycoords="figure fraction", fontsize=SMALL, color=QUIET, va="bottom")
