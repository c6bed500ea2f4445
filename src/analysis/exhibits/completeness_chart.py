"""Draw strips of months: filled where data was supplied, hatched where not, a line for records without a location."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
import pandas as pd
from matplotlib.patches import Rectangle

from analysis import numbers
from analysis.exhibits.canvas import Margins, sheet
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.style import BLUE, CONTEXT, INK, ORANGE, PINK, QUIET, RC, SMALL, TEXT
from analysis.exhibits.time_axis import time_axis

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STRIP_MM: Final = 5.0
SHARE_MM: Final = 9.0
GAP_MM: Final = 4.0
FACES: Final[dict[str, dict[str, Any]]] = {
    "present": {"facecolor": BLUE, "edgecolor": "white", "linewidth": 0.5},
    "failed": {"facecolor": ORANGE, "edgecolor": "black", "hatch": "xxxx", "linewidth": 0.3},
    "missing": {"facecolor": "white", "edgecolor": CONTEXT, "hatch": "////", "linewidth": 0.5},
}
NAMES: Final = {"present": "held", "failed": "feed failed", "missing": "not held"}


@dataclass(frozen=True)
class Strip:
    """One force: the status of each of ``periods``, and the percentage of records without a location."""

    force: str
    periods: pd.PeriodIndex
    supply: Sequence[str]
    shares: Sequence[float | None]


@mpl.rc_context(RC)
def completeness_chart(strips: Sequence[Strip], threshold: float | None) -> Figure:
    """Draw ``strips`` from top to bottom over one time axis, the key of statuses above them."""
    shared = any(share is not None for strip in strips for share in strip.shares)
    each = STRIP_MM + GAP_MM + SHARE_MM * shared
    left = max(width_mm(strip.force, TEXT, bold=True) for strip in strips) + 4
    margins = Margins(max(left, 30 if shared else 0), 20 if shared else 3, 7, 7)
    figure, axes = sheet(each * len(strips) + margins.top + margins.bottom, margins)
    axes.set_ylim(each * len(strips), 0)
    axes.set_yticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
    time_axis(axes, strips[0].periods)
    top = max([share for strip in strips for share in strip.shares if share is not None] + [threshold or 0, 1])
    for number, strip in enumerate(strips):
        _strip(axes, strip, number * each)
        if shared:
            _share(axes, strip, number * each + STRIP_MM + 1.2, top, threshold)
    _key(axes, [status for status in FACES if any(status in strip.supply for strip in strips)])
    return figure


def _strip(axes: Axes, strip: Strip, top: float) -> None:
    for period, status in zip(strip.periods, strip.supply, strict=True):
        axes.add_patch(Rectangle((period.ordinal - 0.5, top), 1, STRIP_MM, **FACES[status]))
    _beside(axes, strip.force, top + STRIP_MM / 2, fontweight="bold", color=INK)


def _share(axes: Axes, strip: Strip, top: float, most: float, threshold: float | None) -> None:
    """Percentages without a location as a small line, its peak named at the left."""
    room = SHARE_MM - 1.2
    heights = [float("nan") if share is None else top + room * (1 - share / most) for share in strip.shares]
    xs = [period.ordinal for period in strip.periods]
    axes.plot(xs, heights, color=PINK, linewidth=1.2, marker="o", markersize=1.6)
    axes.plot([xs[0] - 0.5, xs[-1] + 0.5], [top + room] * 2, color=CONTEXT, linewidth=0.5)
    if threshold is not None:
        level = top + room * (1 - threshold / most)
        axes.plot([xs[0] - 0.5, xs[-1] + 0.5], [level, level], color=QUIET, linewidth=0.7, linestyle=(0, (3, 2)))
        _beside(axes, f"limit {numbers.plain(threshold)}%", level, right=True, color=QUIET, fontsize=SMALL)
    peak = max((share for share in strip.shares if share is not None), default=None)
    words = "without a location" + (f"\npeak {numbers.percent(peak)}" if peak is not None else "")
    _beside(axes, words, top + room / 2, color=QUIET, fontsize=SMALL, linespacing=1.1)


def _beside(axes: Axes, words: str, height: float, *, right: bool = False, **look: Any) -> None:
    side: dict[str, Any] = {"xytext": (4, 0), "ha": "left"} if right else {"xytext": (-4, 0), "ha": "right"}
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    axes.annotate(words, (1 if right else 0, height), **spot, **side, **look)


def _key(axes: Axes, statuses: Sequence[str]) -> None:
    """The key of statuses, left to right above the first strip."""
    first, last = axes.get_xlim()
    scale = (last - first) / (axes.get_position().width * 170)
    at = first + 0.7
    for status in statuses:
        axes.add_patch(Rectangle((at, -5.2), 5 * scale, 3, clip_on=False, **FACES[status]))
        axes.annotate(
            NAMES[status], (at + 6.2 * scale, -3.7), va="center", fontsize=SMALL, color=QUIET, annotation_clip=False
        )
        at += (width_mm(NAMES[status]) + 12) * scale
