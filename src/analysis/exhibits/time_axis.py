"""The time axis: periods by ordinal, years named once, text horizontal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import numbers
from analysis.exhibits.style import CONTEXT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TWO_YEARS = 24
"""Up to here every quarter is named, beyond it each year."""


def time_axis(axes: Axes, periods: pd.PeriodIndex) -> None:
    """Label the x axis of ``periods``: years for long monthly series, quarters for short ones, each year for years."""
    axes.set_xlim(periods[0].ordinal - 0.7, periods[-1].ordinal + 0.7)
    ticks = _ticks(periods)
    axes.set_xticks([period.ordinal for period in ticks], [_label(period, len(periods)) for period in ticks])
    axes.tick_params(axis="x", length=3, color=CONTEXT, width=0.6)


def _ticks(periods: pd.PeriodIndex) -> list[pd.Period]:
    if periods.freqstr == "Y-MAR":
        step = -(-len(periods) // 9)
        return list(periods[::-1][::step][::-1])
    if periods.freqstr == "M":
        months = (1, 4, 7, 10) if len(periods) <= TWO_YEARS else (1, 7) if len(periods) <= 2 * TWO_YEARS else (1,)
        return [period for period in periods if period.month in months]
    return [period for period in periods if period.quarter == 1]


def _label(period: pd.Period, length: int) -> str:
    return (
        numbers.short_month(period)
        if period.freqstr == "M" and length <= 2 * TWO_YEARS
        else (str(period.year) if period.freqstr == "M" else numbers.month(period))
    )
