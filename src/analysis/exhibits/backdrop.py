"""Draw marks behind a line over time: shading, lines, hatching, and their names in lanes above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.exhibits.canvas import Margins, height_mm
from analysis.exhibits.gaps import FAILED, WITHHELD
from analysis.exhibits.lanes import Placed, place, width_mm
from analysis.exhibits.naming import LANES, Naming, named, namings
from analysis.exhibits.style import DARK_GREY, HATCH, QUIET, SHADE, SMALL, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

    from analysis.exhibits.marks import Mark

LANE_MM: Final = 3.9
"""The height of one lane of labels."""
CLEAR_MM: Final = 1.2
"""Between the axes and the first lane, and between a mark and its name."""
TITLE_MM: Final = 5.0
"""What the axis title takes above the lanes."""
WIDER: Final = (24.0, 37.0)
"""Room at the right that is tried in turn."""
CHART_MM: Final = 63.0
"""The height of a chart over time; the more lanes it has, the lower its axes."""
MANY: Final = 3
"""With more gaps than this to name, each kind is named once."""


@dataclass(frozen=True)
class Backdrop:
    """Marks over the ordinals from ``first`` to ``last``, their names placed in lanes above or inside long gaps."""

    marks: tuple[Mark, ...]
    placed: tuple[Placed, ...]
    lanes: Mapping[Mark, int]
    inside: tuple[Mark, ...]
    margins: Margins

    @property
    def height_mm(self) -> float:
        """How much room the lanes take above the axes."""
        return self.margins.top - TITLE_MM

    @property
    def plot_mm(self) -> float:
        """The height of the axes."""
        return CHART_MM - self.margins.top - self.margins.bottom

    @property
    def tidy(self) -> bool:
        """Whether each name starts at its mark, in as few lanes as a chart has."""
        return all(p.lane < LANES and p.left >= p.label.at for p in self.placed)


def laid_out(marks: Sequence[Mark], periods: pd.PeriodIndex, *, left: float, right: float) -> Backdrop:
    """Lay out ``marks`` over ``periods`` in few lanes, each name beside its mark.

    Where names do not fit, there is more room at the right, then they are shortened, then events share a label.
    """
    rooms = (right, *(wide for wide in WIDER if wide > right))
    tried = (
        _backdrop(marks, periods[0].ordinal, periods[-1].ordinal, Margins(left, room), naming)
        for naming in namings(marks)
        for room in rooms
    )
    back = next(tried)
    while not back.tidy and (other := next(tried, None)):
        back = other
    return back


def _backdrop(marks: Sequence[Mark], first: int, last: int, margins: Margins, naming: Naming) -> Backdrop:
    """A gap wide enough carries its own words; all other marks have their names above."""
    scale = (WIDTH_MM - margins.left - margins.right) / (last - first + 1.4)
    gaps = [mark for mark in marks if mark.kind == "gap"]
    inside = [gap for gap in gaps if _width(gap) * scale > width_mm(_words(gap)) + 4]
    above = [m for m in marks if m.kind != "gap"] + _clusters([g for g in gaps if g not in inside], 16 / scale)
    names = named(above, lambda mark: margins.left + (_at(mark) - first + 0.7) * scale, naming)
    placed = place([name.label for name in names], margins.left, WIDTH_MM - 2 * CLEAR_MM)
    lanes = {name.marks[0]: next(p.lane for p in placed if p.label == name.label) for name in names}
    top = TITLE_MM + (1 + max(lanes.values(), default=-1)) * LANE_MM + CLEAR_MM
    return Backdrop(tuple(marks), placed, lanes, tuple(inside), Margins(margins.left, margins.right, top))


def _at(mark: Mark) -> float:
    """Where a mark begins: at the period for an event, else at its edge."""
    return float(mark.start.ordinal) - (0 if mark.kind == "event" else 0.5)


def _width(mark: Mark) -> int:
    return int(mark.end.ordinal - mark.start.ordinal + 1)


def _words(gap: Mark) -> str:
    return f"{gap.name}, {numbers.span(gap.start, gap.end)}"


def _clusters(gaps: Sequence[Mark], least: float) -> list[Mark]:
    """One of each cluster of like gaps, so that neighbours share a name; one of each kind where there are many."""
    kept: list[Mark] = []
    for gap in gaps:
        alike = [other for other in kept if other.name == gap.name]
        if not alike or gap.start.ordinal - alike[-1].end.ordinal > least:
            kept.append(gap)
    names = dict.fromkeys(gap.name for gap in kept)
    return kept if len(kept) <= MANY else [next(gap for gap in kept if gap.name == name) for name in names]


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
                axes.axvspan(
                    left, right, facecolor="white", edgecolor=HATCH, hatch=_hatch(mark), linewidth=0, zorder=0.5
                )
            case _:
                _pole(axes, mark, back, back.plot_mm)
    for gap in back.inside:
        middle = (gap.start.ordinal + gap.end.ordinal) / 2
        box = {"facecolor": "white", "edgecolor": "none", "pad": 2.5}
        spot = axes.get_xaxis_transform()
        axes.text(
            middle, 0.5, _words(gap), transform=spot, ha="center", va="center", color=QUIET, bbox=box, fontsize=SMALL
        )
    _write(axes, back, margins)


def _hatch(gap: Mark) -> str:
    """Strokes where there is no data, strokes the other way where it is withheld, crosses where a feed failed."""
    return {WITHHELD: "\\\\\\\\", FAILED: "xxxx"}.get(gap.name, "////")


def _pole(axes: Axes, mark: Mark, back: Backdrop, plot_mm: float) -> None:
    """A line up to the mark's name, or to the top where it shares another's: dashed for a step, thin for an event."""
    lane = back.lanes.get(mark)
    top = 1 if lane is None else 1 + (CLEAR_MM + (lane + 0.75) * LANE_MM) / plot_mm
    at = _at(mark)
    style = {"linewidth": 0.9, "linestyle": (0, (4, 2))} if mark.kind == "step" else {"linewidth": 0.6, "alpha": 0.7}
    axes.plot(
        [at, at], [0, top], color=DARK_GREY, transform=axes.get_xaxis_transform(), clip_on=False, zorder=1.2, **style
    )


def _write(axes: Axes, back: Backdrop, margins: Margins) -> None:
    height = height_mm(axes)
    for item in back.placed:
        spot = ((item.left + CLEAR_MM) / WIDTH_MM, (height - margins.top + CLEAR_MM + item.lane * LANE_MM) / height)
        axes.annotate(item.label.words, spot, xycoords="figure fraction", fontsize=SMALL, color=QUIET, va="bottom")
