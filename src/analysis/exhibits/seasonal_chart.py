"""Draw the months of the year side by side: a line a year, the latest strong, the others quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from analysis import numbers
from analysis.exhibits.canvas import Margins, axis_title, baseline, sheet, value_axis
from analysis.exhibits.lanes import apart
from analysis.exhibits.style import BLUE, CONTEXT, INK, RC, SMALL, TURQUOISE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.figure import Figure

PLOT_MM: Final = 46.0
LOOKS: Final[tuple[dict[str, Any], ...]] = (
    {"color": BLUE, "linewidth": 2.4},
    {"color": TURQUOISE, "linewidth": 1.6},
    {"color": CONTEXT, "linewidth": 1.0},
    {"color": CONTEXT, "linewidth": 1.0, "linestyle": (0, (3, 1.5))},
)
"""From the latest year back; beyond these all look like the last."""
Year = tuple["pd.Period", "Sequence[float | None]"]
"""The last month of twelve, and their counts."""


@mpl.rc_context(RC)
def seasonal_chart(years: Sequence[Year], unit: str) -> Figure:
    """Draw ``years``, the latest first, over the twelve months that end as the latest does."""
    figure, axes = sheet(PLOT_MM + 13, Margins(11, 34, 6, 7))
    heights = []
    for number, (_, counts) in enumerate(years):
        values = [float("nan") if count is None else count for count in counts]
        axes.plot(range(12), values, marker="o", markersize=2, zorder=5 - number, **LOOKS[min(number, len(LOOKS) - 1)])
        heights.append(next(count for count in reversed(counts) if count is not None))
    months = [years[0][0] - 11 + number for number in range(12)]
    axes.set_xticks(range(12), [numbers.MONTHS[month.month - 1][:3] for month in months])
    axes.set_xlim(-0.3, 11.3)
    value_axis(axes, steps=4)
    axes.set_ylim(0, max([count for _, counts in years for count in counts if count is not None] + [1]) * 1.06)
    baseline(axes)
    axis_title(axes, unit)
    spot: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "va": "center"}
    spread = apart(heights, 4.0 / PLOT_MM * axes.get_ylim()[1])
    for number, ((end, _), height) in enumerate(zip(years, spread, strict=True)):
        weight = "bold" if number == 0 else "normal"
        look = LOOKS[min(number, len(LOOKS) - 1)]
        key = {"arrowstyle": "-", "color": look["color"], "linewidth": look["linewidth"], "shrinkA": 0, "shrinkB": 4}
        axes.annotate("", (1, height), xytext=(17, 0), arrowprops=key, **spot)
        words = f"Year to {numbers.short_month(end)}"
        axes.annotate(words, (1, height), xytext=(21, 0), fontsize=SMALL, color=INK, fontweight=weight, **spot)
    return figure
