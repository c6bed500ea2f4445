"""Draw courses on one scale: the first strong, the others plainer, cut where recording changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.annual_chart import edges, pieces
from analysis.exhibits.backdrop import CHART_MM, draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import apart, fitted
from analysis.exhibits.style import BLUE, CONTEXT, INCH, INK, QUIET, RC, SMALL, TURQUOISE
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.exhibits.marks import Mark
    from analysis.exhibits.series_chart import Line

LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color": BLUE, "linewidth": 2.3, "marker": "o", "markersize": 3},
    {"color": TURQUOISE, "linewidth": 1.6, "marker": "s", "markersize": 2.6},
    {"color": CONTEXT, "linewidth": 1.1, "linestyle": (0, (3, 1.5))},
)
ROOM_MM: Final = 34.0
"""At the right, for the names of the lines."""


@mpl.rc_context(RC)
def side_by_side_chart(lines: Mapping[str, Line], marks: Sequence[Mark], steps: Sequence[Mark]) -> Figure:
    """Draw ``lines`` of per cent, named at the right; ``steps`` are those of ``marks`` at which lines are cut."""
    periods = next(iter(lines.values())).periods
    back = laid_out(marks, periods, left=13, right=ROOM_MM)
    figure, axes = sheet(CHART_MM, back.margins)
    time_axis(axes, periods)
    draw(axes, back, back.margins)
    cuts = [edge for mark in steps for edge in edges(mark)]
    for place, (_, line) in reversed(list(enumerate(lines.items()))):
        for start, stop in pieces(line, cuts):
            axes.plot(*line.part(start, stop), zorder=5 - place, **LOOKS[min(place, len(LOOKS) - 1)])
    value_axis(axes)
    axes.yaxis.set_major_formatter(lambda value, _: numbers.percent(value, 0))
    highest = max(value for line in lines.values() for value in line.values if value is not None)
    axes.set_ylim(0, highest * 1.08)
    baseline(axes)
    axes.axhline(100, color=QUIET, linewidth=0.8, linestyle=(0, (1, 1.5)), zorder=1)
    axis_title(axes, "Per cent of its own level before", lift=back.height_mm / INCH * 72)
    _names(axes, lines, back.plot_mm)
    return figure


def _names(axes: Axes, lines: Mapping[str, Line], plot_mm: float) -> None:
    ends = [next(v for v in reversed(line.values) if v is not None) for line in lines.values()]
    heights = apart(ends, 7.5 / plot_mm * axes.get_ylim()[1])
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    for place, (name, height) in enumerate(zip(lines, heights, strict=True)):
        look = LOOKS[min(place, len(LOOKS) - 1)]
        key = {"arrowstyle": "-", "color": look["color"], "linewidth": look["linewidth"], "shrinkA": 0, "shrinkB": 4}
        axes.annotate("", (1, height), xytext=(17, 0), arrowprops=key, **spot)
        words, weight = fitted(name, ROOM_MM - 9), "normal" if place else "bold"
        axes.annotate(words, (1, height), xytext=(20, 0), fontsize=SMALL, color=INK, fontweight=weight, **spot)
