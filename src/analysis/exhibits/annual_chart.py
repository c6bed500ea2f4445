"""Draw yearly counts: dots on a line that stops at every change in recording and at every missing year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.backdrop import CHART_MM, draw, laid_out
from analysis.exhibits.canvas import axis_title, baseline, sheet, value_axis
from analysis.exhibits.series_chart import Line
from analysis.exhibits.style import BLUE, INCH, INK, RC, SMALL
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analysis.exhibits.marks import Mark


@mpl.rc_context(RC)
def annual_chart(line: Line, marks: Sequence[Mark], unit: str) -> Figure:
    """Draw ``line`` of financial years; the highest, the first and the last are labelled with their counts."""
    back = laid_out(marks, line.periods, left=13, right=12)
    margins = back.margins
    figure, axes = sheet(CHART_MM, margins)
    time_axis(axes, line.periods)
    draw(axes, back, margins)
    steps = [edge for mark in marks if mark.kind == "step" for edge in edges(mark)]
    for start, stop in pieces(line, steps):
        axes.plot(*line.part(start, stop), color=BLUE, linewidth=1.8, marker="o", markersize=4)
    value_axis(axes)
    axes.set_ylim(0, max([value for value in line.values if value is not None] + [1]) * 1.1)
    baseline(axes)
    axis_title(axes, unit, lift=back.height_mm / INCH * 72)
    _label(axes, line, steps)
    return figure


def edges(step: Mark) -> set[int]:
    """Where a change in recording cuts the line: as it starts and, if it was phased in, after it is done."""
    return {step.start.ordinal} | ({step.end.ordinal + 1} if step.end > step.start else set())


def pieces(line: Line, steps: Sequence[int]) -> list[tuple[int, int]]:
    """Where the line is cut: before each period at which recording changed (``steps``, ordinals)."""
    first, count = line.periods[0].ordinal, len(line.periods)
    cuts = sorted({0, count, *(step - first for step in steps if 0 < step - first < count)})
    return list(pairwise(cuts))


def _label(axes: Axes, line: Line, steps: Sequence[int]) -> None:
    known = [i for i, value in enumerate(line.values) if value is not None]
    highest = max(known, key=lambda i: line.values[i] or 0)
    near: dict[str, Any] = {"textcoords": "offset points", "fontsize": SMALL, "color": INK, "annotation_clip": False}
    for i in sorted({known[0], highest, known[-1]}):
        axes.annotate(
            numbers.count(line.values[i] or 0),
            (line.periods[i].ordinal, line.values[i] or 0),
            **beside(line, i, steps),
            **near,
        )


def beside(line: Line, i: int, steps: Sequence[int]) -> dict[str, Any]:
    """Where a label stands clear of the line and of a change in recording: right of the line's end, else above.

    Under a point that the line climbs from; to the side that is free where recording changed just before or after.
    """
    if i == len(line.values) - 1:
        return {"xytext": (6, 0), "va": "center", "fontweight": "bold"}
    at = line.periods[i].ordinal
    climbs = (line.values[i + 1] or 0) > (line.values[i] or 0)
    if at in steps or i == 0:
        return {"xytext": (-3, -13 if climbs else 5), "ha": "left"}
    return {
        "xytext": (3 if at + 1 in steps else 0, -13 if climbs else 5),
        "ha": "right" if at + 1 in steps else "center",
    }
