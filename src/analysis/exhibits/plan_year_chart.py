"""Draw the year of a plan: a lane a priority, actions stacked in their months, milestones under them, today a line."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
import pandas as pd

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.logic_model_drawing import wrapped
from analysis.exhibits.style import (
    BLUE,
    CONTEXT,
    DARK_GREY,
    GRID,
    INK,
    ORANGE,
    PINK,
    QUIET,
    RC,
    SMALL,
    TURQUOISE,
    WIDTH_MM,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PLANNED: Final = "planned"
"""What an action without a status is called: it is drawn where it is due, and nothing is said of how it stands."""
MARKS: Final[dict[str, dict[str, Any]]] = {
    "done": {"marker": "o", "markerfacecolor": BLUE, "markeredgecolor": BLUE},
    "on track": {"marker": "^", "markerfacecolor": TURQUOISE, "markeredgecolor": INK},
    "due": {"marker": "D", "markerfacecolor": ORANGE, "markeredgecolor": INK, "markersize": 4.6},
    "overdue": {"marker": "X", "markerfacecolor": PINK, "markeredgecolor": PINK, "markersize": 6.4},
    "no evidence": {"marker": "o", "markerfacecolor": "white", "markeredgecolor": DARK_GREY},
    "": {"marker": "s", "markerfacecolor": "white", "markeredgecolor": BLUE},
}
"""How an action of each status is drawn: told apart by shape, not by colour alone."""
STEPS: Final[dict[str, dict[str, Any]]] = {
    "done": {"marker": "|", "markeredgecolor": BLUE, "markeredgewidth": 2.2},
    "missed": {"marker": "x", "markeredgecolor": PINK, "markeredgewidth": 1.2, "markersize": 4},
    "": {"marker": "|", "markeredgecolor": QUIET, "markeredgewidth": 0.8},
}
STEP_NAMES: Final = {
    "done": "milestone reached",
    "missed": "milestone missed",
    "": "milestone to come, or nothing said of it",
}
SIZE: Final = 5.4
LEFT_MM: Final = 38.0
RIGHT_MM: Final = 12.0
LEVEL_MM: Final = 4.4
STEP_MM: Final = 3.4
"""Under the actions of a lane, where it has milestones."""
LINE_MM: Final = 3.4
KEY_MM: Final = 5.0
SHORT: Final = 14
"""Months up to which every other one is named."""


@dataclass(frozen=True)
class Item:
    """An action or a milestone on its day."""

    on: dt.date
    number: str
    kind: str
    status: str


@dataclass(frozen=True)
class Lane:
    """One priority and what falls in its year."""

    name: str
    items: tuple[Item, ...]


@mpl.rc_context(RC)
def plan_year_chart(lanes: Sequence[Lane], months: pd.PeriodIndex, today: dt.date | None) -> Figure:
    """Draw ``lanes`` from top to bottom over ``months``, the key above them, a dashed line at ``today``."""
    keys = _key_lines(lanes)
    margins = Margins(LEFT_MM, RIGHT_MM, KEY_MM * len(keys) + 6, 7)
    scale = (len(months) + 0.4) / (WIDTH_MM - margins.left - margins.right)
    stacked = [_stacked([each for each in lane.items if each.kind == "action"], scale) for lane in lanes]
    heights = [_height(lane, levels) for lane, levels in zip(lanes, stacked, strict=True)]
    figure, axes = sheet(sum(heights) + margins.top + margins.bottom, margins)
    axes.set_ylim(sum(heights), 0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    _months(axes, months)
    axes.set_xlim(months[0].ordinal - 0.7, months[-1].ordinal + 0.7)
    top = 0.0
    for lane, levels, height in zip(lanes, stacked, heights, strict=True):
        _lane(axes, lane, levels, top, height, scale)
        top += height
    if today is not None and months[0] <= pd.Period(today, "M") <= months[-1]:
        _today(axes, today)
    for number, line in enumerate(keys):
        _key(axes, line, KEY_MM * (len(keys) - number) + 1.5, scale)
    return figure


def _months(axes: Axes, months: pd.PeriodIndex) -> None:
    """Name every other month, or each quarter of a long plan, the last one among them."""
    ticks = list(months[::-1][:: 2 if len(months) <= SHORT else 3])[::-1]
    axes.set_xticks([month.ordinal for month in ticks], [numbers.short_month(month) for month in ticks])
    axes.tick_params(axis="x", length=3, color=CONTEXT, width=0.6)


def _at(on: dt.date) -> float:
    """Where a day stands along the months."""
    days = calendar.monthrange(on.year, on.month)[1]
    return float(pd.Period(on, "M").ordinal) - 0.5 + (on.day - 0.5) / days


def _stacked(actions: Sequence[Item], scale: float) -> list[int]:
    """The level of each action over its month: the lowest where its mark and number touch no other."""
    ends: list[float] = []
    levels = []
    for each in sorted(actions, key=lambda item: item.on):
        start = pd.Period(each.on, "M").ordinal - 1.6 * scale
        level = next((n for n, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [start + (4.6 + width_mm(each.number)) * scale]
        levels.append(level)
    return levels


def _height(lane: Lane, levels: Sequence[int]) -> float:
    steps = any(each.kind == "milestone" for each in lane.items)
    needed = LEVEL_MM * (max(levels, default=0) + 1) + STEP_MM * steps + 1.6
    return max(needed, LINE_MM * len(wrapped(lane.name, LEFT_MM - 3)) + 2)


def _lane(axes: Axes, lane: Lane, levels: Sequence[int], top: float, height: float, scale: float) -> None:
    axes.axhline(top + height, color=GRID, linewidth=0.8, zorder=0)
    name: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "va": "center", "fontsize": SMALL, "color": INK}
    for number, line in enumerate(wrapped(lane.name, LEFT_MM - 3)):
        at = (-LEFT_MM / (WIDTH_MM - LEFT_MM - RIGHT_MM), top + 1 + LINE_MM * (number + 0.5))
        axes.annotate(line, at, annotation_clip=False, **name)
    actions = sorted((each for each in lane.items if each.kind == "action"), key=lambda item: item.on)
    steps = [each for each in lane.items if each.kind == "milestone"]
    floor = top + height - 0.8 - STEP_MM * bool(steps)
    for each, level in zip(actions, levels, strict=True):
        month, y = pd.Period(each.on, "M").ordinal, top + 0.8 + LEVEL_MM * (level + 0.5)
        axes.plot([month], [y], linestyle="", **{"markersize": SIZE, **MARKS[each.status]})
        axes.text(month + 1.9 * scale, y, each.number, fontsize=SMALL, va="center", color=INK)
    for each in steps:
        mark = STEPS.get(each.status, STEPS[""])
        axes.plot([_at(each.on)], [floor + STEP_MM / 2], linestyle="", **{"markersize": 5, **mark})


def _today(axes: Axes, today: dt.date) -> None:
    axes.axvline(_at(today), color=DARK_GREY, linewidth=0.9, linestyle=(0, (4, 2)), zorder=0.5)
    axes.annotate(
        numbers.date(today), (_at(today), 1), xycoords=("data", "axes fraction"), xytext=(0, 3), ha="center",
        textcoords="offset points", fontsize=SMALL, color=QUIET, annotation_clip=False,
    )  # fmt: skip


def _key_lines(lanes: Sequence[Lane]) -> list[list[tuple[str, dict[str, Any]]]]:
    """Marks of actions in a first line of the key, those of milestones in a second; only those that are drawn."""
    found = {(each.kind, each.status) for lane in lanes for each in lane.items}
    actions = [(status or PLANNED, mark) for status, mark in MARKS.items() if ("action", status) in found]
    states = {STEP_NAMES.get(status, STEP_NAMES[""]) for kind, status in found if kind == "milestone"}
    steps = [(STEP_NAMES[state], mark) for state, mark in STEPS.items() if STEP_NAMES[state] in states]
    return [line for line in (actions, steps) if line]


def _key(axes: Axes, line: Sequence[tuple[str, dict[str, Any]]], above: float, scale: float) -> None:
    """One line of the key, ``above`` millimetres over the lanes."""
    at = axes.get_xlim()[0] + 1.5 * scale
    look: dict[str, Any] = {"va": "center", "fontsize": SMALL, "color": QUIET}
    for words, mark in line:
        axes.plot([at], [-above], linestyle="", clip_on=False, **{"markersize": SIZE, **mark})
        axes.annotate(words, (at + 2.4 * scale, -above), annotation_clip=False, **look)
        at += (width_mm(words) + 8) * scale
