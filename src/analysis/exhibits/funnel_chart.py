"""Draw areas' rates as dots with intervals, one row each, over the limits within which areas like them lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet, value_axis
from analysis.exhibits.lanes import POINTS, fitted, width_mm
from analysis.exhibits.style import BLUE, DARK_GREY, HATCH, INCH, INK, QUIET, RC, SHADE, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_MM: Final = 4.8
NAME_MM: Final = 52.0
"""The most that names may take."""
RATE_MM: Final = 13.0
PLACE_MM: Final = 16.0
"""Room at the right for the rate and for the places."""
HALF: Final = 0.5
"""Half a row: the bands of neighbouring rows touch."""

Limits = tuple[float, float]


class Spot(NamedTuple):
    """One area: its rate with limits, the inner and outer limits of the funnel if any, the places it may have."""

    name: str
    rate: float
    low: float
    high: float
    inner: Limits | None
    outer: Limits | None
    own: bool
    places: str


@mpl.rc_context(RC)
def funnel_chart(spots: Sequence[Spot], unit: str, typical: float | None, typical_words: str) -> Figure:
    """Draw ``spots`` from top to bottom; ``typical`` is the upright line, and ``typical_words`` stand over it."""
    left = min(max(width_mm(spot.name, TEXT, bold=spot.own) for spot in spots) + 4, NAME_MM)
    limits = any(spot.inner for spot in spots)
    margins = Margins(left, RATE_MM + PLACE_MM, 10.5, 6 + 4 * limits)
    figure, axes = sheet(len(spots) * ROW_MM + margins.top + margins.bottom, margins)
    value_axis(axes, "x")
    axes.set_xlim(*reach(spots))
    axes.set_ylim(len(spots) - HALF, -HALF)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    for row, spot in enumerate(spots):
        _bands(axes, row, spot)
        _dot(axes, row, spot)
    room = WIDTH_MM - left - margins.right
    _limit_names(axes, spots[-1], room)
    _typical(axes, typical, typical_words, room)
    _titles(axes, unit)
    return figure


def reach(spots: Sequence[Spot]) -> Limits:
    """From nought to the highest thing drawn; far-off outer limits are cut, and ``cut_limits`` says which."""
    top = max(spot.high for spot in spots)
    limits = [spot.outer[1] for spot in spots if spot.outer]
    return 0.0, max(top, min(max(limits, default=top), 1.35 * top)) * 1.03


def cut_limits(spots: Sequence[Spot], which: Literal["inner", "outer"]) -> list[float]:
    """Upper limits that lie beyond the right edge of the picture."""
    _, end = reach(spots)
    limits = [spot.inner if which == "inner" else spot.outer for spot in spots]
    return [each[1] for each in limits if each and each[1] > end]


def _bands(axes: Axes, row: int, spot: Spot) -> None:
    for limits, colour in ((spot.outer, SHADE), (spot.inner, HATCH)):
        if limits:
            axes.barh(row, limits[1] - limits[0], left=limits[0], height=2 * HALF, color=colour, linewidth=0, zorder=1)
    _, end = axes.get_xlim()
    if spot.outer and spot.outer[1] > end:
        axes.plot([end], [row], ">", markersize=4, color=QUIET, clip_on=False, zorder=2)


def _dot(axes: Axes, row: int, spot: Spot) -> None:
    ends: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    weight, colour = ("bold", BLUE) if spot.own else ("normal", DARK_GREY)
    name = fitted(spot.name, NAME_MM - 4, TEXT)
    axes.annotate(name, (0, row), xytext=(-5, 0), ha="right", fontweight=weight, color=INK, **ends)
    for words, at in ((numbers.decimal(spot.rate), RATE_MM), (spot.places, RATE_MM + PLACE_MM)):
        axes.annotate(words, (1, row), xytext=(_points(at), 0), ha="right", fontsize=SMALL, fontweight=weight, **ends)
    axes.plot([spot.low, spot.high], [row, row], color=colour, linewidth=2.4 if spot.own else 1.3, zorder=3)
    face, size = (colour, 7.0) if spot.own else ("white", 5.0)
    axes.plot([spot.rate], [row], "D" if spot.own else "o", markersize=size, markerfacecolor=face,
              markeredgecolor=colour, markeredgewidth=1.3, zorder=4)  # fmt: skip


def _typical(axes: Axes, typical: float | None, words: str, room: float) -> None:
    if typical is None:
        return
    axes.axvline(typical, color=QUIET, linewidth=1.2, linestyle=(0, (4, 2)), zorder=2)
    start, end = axes.get_xlim()
    at = (typical - start) / (end - start) * room
    half = width_mm(words) / 2
    align = "left" if at < half else "right" if at > room - half else "center"
    axes.annotate(
        words, (typical, 1), xycoords=("data", "axes fraction"), xytext=(0, 4), textcoords="offset points", ha=align,
        color=QUIET, fontsize=SMALL,
    )  # fmt: skip


def _limit_names(axes: Axes, last: Spot, room: float) -> None:
    """Name the bands under the last row, each at its right end, side by side where the ends are close."""
    start, end = axes.get_xlim()
    right = end
    for limits, name in ((last.outer, "99.8%"), (last.inner, "95% limits")):
        if limits:
            words = f"{name}, to {numbers.decimal(limits[1])}" if limits[1] > end else name
            at = min(limits[1], right)
            right = at - (width_mm(words) + 3) / room * (end - start)
            axes.annotate(
                words, (at, 0), xycoords=("data", "axes fraction"), xytext=(0, -17), ha="right",
                textcoords="offset points", va="top", color=QUIET, fontsize=SMALL,
            )  # fmt: skip


def _titles(axes: Axes, unit: str) -> None:
    quiet: dict[str, Any] = {"textcoords": "offset points", "color": QUIET}
    axes.annotate(unit, (0, 1), xycoords=("figure fraction", "axes fraction"), xytext=(0, 16), **quiet)
    for words, at in (("Rate", RATE_MM), ("Place", RATE_MM + PLACE_MM)):
        axes.annotate(
            words, (1, 1), xycoords="axes fraction", xytext=(_points(at), 4), ha="right", fontsize=SMALL, **quiet
        )


def _points(millimetres: float) -> float:
    return millimetres / INCH * POINTS


def places_words(low: float | None, high: float | None) -> str:
    """``1 to 3``, or the one place that it can be; empty where it is not known."""
    if low is None or high is None:
        return ""
    return numbers.count(low) if low == high else numbers.interval(low, high, numbers.count)
