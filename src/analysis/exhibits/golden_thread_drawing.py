"""Draw the golden thread: six lanes from left to right, a row a priority, a line for each link declared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import fitted_line
from analysis.exhibits.logic_model_drawing import wrapped
from analysis.exhibits.style import BLUE, CONTEXT, DARK_GREY, INK, QUIET, RC, SHADE, SMALL, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LANES: Final = {
    "National outcomes": (25.0, 5.0), "Local outcomes": (26.0, 5.0), "Priorities": (27.0, 3.0),
    "Actions": (19.0, 3.0), "Indicators": (35.0, 3.0), "Evaluations": (19.0, 0.0),
}  # fmt: skip
"""Each lane's width and the gap after it, in millimetres; together as wide as the page's text."""
LEFTS: Final = tuple(accumulate((width + gap for width, gap in LANES.values()), initial=0.0))[:-1]
WIDTHS: Final = tuple(width for width, _ in LANES.values())
MOST_MM: Final = 205.0
"""How tall a drawing may be, to stand on one page with its words."""
PAD_MM: Final = 1.5
LINE_MM: Final = 3.35
HEAD_MM: Final = 6.0
APART_MM: Final = 2.2
MOST_REFS: Final = 8
"""Up to here the numbers of actions stand under their count."""


@dataclass(frozen=True)
class Outcome:
    """A national or local outcome, and the names of what serves it in the next lane."""

    name: str
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A priority (empty: none) with the names of its actions, their numbers, its indicators and evaluations."""

    priority: str
    actions: tuple[str, ...]
    refs: tuple[str, ...]
    indicators: tuple[str, ...]
    evaluations: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """Words in a lane; ``loose`` where something is missing: dashed and empty."""

    lane: int
    words: tuple[str, ...]
    loose: bool = False

    @property
    def lines(self) -> list[str]:
        """Its words as lines that fit its lane."""
        room = WIDTHS[self.lane] - 2 * PAD_MM
        return [fitted_line(line, room) for words in self.words for line in wrapped(words, room)]

    @property
    def height(self) -> float:
        """How tall it is, in millimetres."""
        return LINE_MM * len(self.lines) + 2 * PAD_MM


def height_of(rows: Sequence[Row], national: Sequence[Outcome], local: Sequence[Outcome], *, named: bool) -> float:
    """How tall the drawing would be; ``named`` where indicators are drawn by name."""
    columns = [_column_mm(national), _column_mm(local)]
    return HEAD_MM + max(_stack([_boxes(row, named=named) for row in rows]), *columns)


@mpl.rc_context(RC)
def golden_thread_drawing(
    rows: Sequence[Row], national: Sequence[Outcome], local: Sequence[Outcome], *, named: bool
) -> Figure:
    """Draw ``rows`` with the outcomes above them to their left; a lane without outcomes says that none is named."""
    height = height_of(rows, national, local, named=named)
    figure, axes = sheet(height + 1, Margins(0, 0, 0, 0))
    axes.set_xlim(0, WIDTH_MM)
    axes.set_ylim(height + 1, 0)
    axes.set_axis_off()
    for left, name in zip(LEFTS, LANES, strict=True):
        axes.text(left, HEAD_MM - 2.4, name, fontsize=SMALL, va="baseline", fontweight="bold", color=BLUE)
    middles = _draw_rows(axes, [_boxes(row, named=named) for row in rows], height)
    if not any(row.evaluations for row in rows):
        _draw(axes, Box(5, ("None is named.",), loose=True), HEAD_MM + (height - HEAD_MM) / 2)
    at = {row.priority: middle for row, middle in zip(rows, middles, strict=True) if row.priority}
    for lane, outcomes in ((1, local), (0, national)):
        at = _draw_outcomes(axes, lane, outcomes, at, height)
    return figure


def _boxes(row: Row, *, named: bool) -> list[Box]:
    """The boxes of one row, from its priority on; evaluations are drawn only where there are any."""
    count = numbers.plural(len(row.actions), "action")
    refs = [", ".join(row.refs)] if 0 < len(row.refs) <= MOST_REFS and len(row.refs) == len(row.actions) else []
    measured = numbers.sentence_case(numbers.plural(len(row.indicators), "indicator"))
    boxes = [
        Box(2, (row.priority or "No priority",), loose=not row.priority),
        Box(3, (numbers.sentence_case(count), *refs)) if row.actions else Box(3, ("No action",), loose=True),
        Box(4, _bulleted(row.indicators) if named else (measured,))
        if row.indicators
        else Box(4, ("No indicator",), loose=True),
    ]
    if not row.evaluations:
        return boxes
    return [*boxes, Box(5, _bulleted(row.evaluations))]


def _bulleted(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"• {name}" for name in names) if len(names) > 1 else tuple(names)


def _stack(rows: Sequence[Sequence[Box]]) -> float:
    return sum(max(box.height for box in boxes) + APART_MM for boxes in rows)


def _column_mm(outcomes: Sequence[Outcome]) -> float:
    return sum(Box(0, (each.name,)).height + APART_MM for each in outcomes)


def _draw_rows(axes: Axes, rows: Sequence[Sequence[Box]], height: float) -> list[float]:
    """Draw each row, its boxes joined by lines; returns the height of each row's middle."""
    spare = (height - HEAD_MM - _stack(rows)) / max(1, len(rows))
    top, middles = HEAD_MM, []
    for boxes in rows:
        tall = max(box.height for box in boxes)
        middle = top + spare / 2 + tall / 2
        for box, following in zip(boxes, [*boxes[1:], None], strict=True):
            _draw(axes, box, middle)
            if following is not None and not (boxes[0].loose or box.loose or following.loose):
                _line(axes, (box.lane, middle), (following.lane, middle))
        middles.append(middle)
        top += tall + APART_MM + spare
    return middles


def _draw_outcomes(
    axes: Axes, lane: int, outcomes: Sequence[Outcome], below: dict[str, float], height: float
) -> dict[str, float]:
    """Draw a lane of outcomes, each near what serves it, with a line to each of those; returns their middles."""
    if not outcomes:
        _draw(axes, Box(lane, ("None is named.",), loose=True), HEAD_MM + (height - HEAD_MM) / 2)
        return {}
    near = {o: sum(f) / len(f) if (f := [below[n] for n in o.leads if n in below]) else height for o in outcomes}
    ordered = sorted(outcomes, key=lambda each: near[each])
    boxes = [Box(lane, (each.name,), loose=not each.leads) for each in ordered]
    middles = _near([near[each] for each in ordered], boxes, height)
    for each, box, middle in zip(ordered, boxes, middles, strict=True):
        for name in each.leads:
            if name in below:
                _line(axes, (lane, middle), (lane + 1, below[name]))
        _draw(axes, box, middle)
    return {each.name: middle for each, middle in zip(ordered, middles, strict=True)}


def _near(wanted: Sequence[float], boxes: Sequence[Box], height: float) -> list[float]:
    """The middles of ``boxes``, each as near to what it leads to as the boxes around it let it be."""
    ends = [box.height + APART_MM for box in boxes]
    tops: list[float] = []
    for want, box in zip(wanted, boxes, strict=True):
        free = tops[-1] + ends[len(tops) - 1] if tops else HEAD_MM
        tops.append(max(free, want - box.height / 2))
    floor = height
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], floor - boxes[place].height)
        floor = tops[place] - APART_MM
    return [top + box.height / 2 for top, box in zip(tops, boxes, strict=True)]


def _line(axes: Axes, start: tuple[int, float], end: tuple[int, float]) -> None:
    """A curve from the right of one lane's box to the left of another's."""
    left, right = LEFTS[start[0]] + WIDTHS[start[0]], LEFTS[end[0]]
    bend = (left + right) / 2
    path = Path(
        [(left, start[1]), (bend, start[1]), (bend, end[1]), (right, end[1])],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    axes.add_patch(PathPatch(path, facecolor="none", edgecolor=BLUE, linewidth=0.9, zorder=1))


def _draw(axes: Axes, box: Box, middle: float) -> None:
    """A box around its words: filled, or dashed and empty for a loose end."""
    left, top = LEFTS[box.lane], middle - box.height / 2
    look: dict[str, Any] = {"facecolor": SHADE, "edgecolor": CONTEXT, "linewidth": 0.6}
    if box.loose:
        look = {"facecolor": "white", "edgecolor": DARK_GREY, "linewidth": 0.8, "linestyle": (0, (3, 2))}
    shape: dict[str, Any] = {"boxstyle": "round,pad=0,rounding_size=0.8", "zorder": 2}
    axes.add_patch(FancyBboxPatch((left + 0.2, top), WIDTHS[box.lane] - 0.4, box.height, **shape, **look))
    words: dict[str, Any] = {"fontsize": SMALL, "va": "center", "zorder": 3}
    for number, line in enumerate(box.lines):
        colour = QUIET if box.loose and box.lane > 1 else INK
        axes.text(left + PAD_MM, top + PAD_MM + LINE_MM * (number + 0.5), line, color=colour, **words)
