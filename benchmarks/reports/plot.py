"""The picture of the results: seconds of each contender, and core seconds of a shipped report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure
from reports.frozen_runs import LOOP, OURS, QUARTO, TWO
from reports.targets import FIRST, SCRIPTS, times

from analysis.exhibits.style import BLUE, CONTEXT, INCH, INK, QUIET, RC, SMALL, TEXT, WIDTH_MM
from analysis.exhibits.svg import png_bytes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from reports.found import Found

ROW_MM: Final = 6.5
HEAD_MM: Final = 15.0
FOOT_MM: Final = 3.0
LEFT_MM: Final = 58.0
FROZEN: Final = {
    OURS: "This project: HTML, PDF, CSV",
    TWO: "papermill, nbconvert, two processes: HTML",
    LOOP: "papermill, nbconvert in a loop: HTML",
    QUARTO: "Quarto in a loop: HTML",
}
SHIPPED: Final = {
    SCRIPTS: "Plain script: figures alone",
    FIRST: "This project: HTML, PDF, CSV",
    "papermill": "papermill, nbconvert: HTML",
}
Bars = list[tuple[str, float, bool]]


@mpl.rc_context(RC)
def plot(found: Found) -> bytes:
    """Draw both panels as PNG; nothing where neither was run."""
    panels = [(title, unit, bars) for title, unit, bars in (_frozen(found), _shipped(found)) if bars]
    if not panels:
        return b""
    heights = [HEAD_MM + ROW_MM * len(bars) + FOOT_MM for _, _, bars in panels]
    figure, top = Figure(figsize=(WIDTH_MM / INCH, sum(heights) / INCH), facecolor="white"), sum(heights)
    for (title, unit, bars), height in zip(panels, heights, strict=True):
        box = (LEFT_MM / WIDTH_MM, (top - height + FOOT_MM) / sum(heights), 0.56, ROW_MM * len(bars) / sum(heights))
        _panel(figure.add_axes(box), title, unit, bars)
        top -= height
    return png_bytes(figure, dpi=200)


def _frozen(found: Found) -> tuple[str, str, Bars]:
    rows = [(words, row, name) for name, words in FROZEN.items() if (row := found.row("frozen", name))]
    number = rows[0][1].reports if rows else 0
    ratio = times(found, LOOP)
    title = (
        f"{number} reports are made {ratio:.1f} times as fast as in a loop, and PDF comes with them" if ratio else ""
    )
    return (
        title,
        "Frozen notebook, seconds by the clock",
        [(words, row.taken.wall, name == OURS) for words, row, name in rows],
    )


def _shipped(found: Found) -> tuple[str, str, Bars]:
    rows = [(words, row, name) for name, words in SHIPPED.items() if (row := found.row("shipped", name))]
    each = {name: row.cores_each for _, row, name in rows}
    title = ""
    if FIRST in each and SCRIPTS in each:
        beyond = each[FIRST] - each[SCRIPTS]
        more = "more" if beyond > 0 else "less"
        title = f"A shipped report costs {abs(beyond):.1f} core seconds {more} than its plain script"
    return (
        title,
        "Shipped assessments, core seconds a report",
        [(w, row.cores_each, name == FIRST) for w, row, name in rows],
    )


def _panel(axes: Axes, title: str, unit: str, bars: Bars) -> None:
    """Bars from top to bottom, each with its name and number; ours is dark."""
    axes.set_xlim(0, max(value for _, value, _ in bars))
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(CONTEXT)
    near: dict[str, Any] = {"textcoords": "offset points", "va": "center", "annotation_clip": False}
    for row, (name, value, ours) in enumerate(bars):
        axes.barh(row, value, height=0.62, color=BLUE if ours else CONTEXT)
        axes.annotate(name, (0, row), xytext=(-5, 0), ha="right", color=INK, fontsize=SMALL, **near)
        number = f"{value:.0f}" if value >= 20 else f"{value:.1f}"
        axes.annotate(number, (value, row), xytext=(4, 0), color=INK, fontsize=SMALL, **near)
    above: dict[str, Any] = {"xycoords": ("figure fraction", "axes fraction"), "textcoords": "offset points"}
    axes.annotate(title, (0.01, 1), xytext=(0, 19), color=INK, fontsize=TEXT + 1.5, weight="bold", **above)
    axes.annotate(unit, (0.01, 1), xytext=(0, 6), color=QUIET, fontsize=TEXT, **above)
