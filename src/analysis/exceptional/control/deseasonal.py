"""The season of a monthly series as an index around 1, so that a chart can look past it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.exceptional.control.chart import Floats, Mask
from analysis.exceptional.others import SEASONAL_COUNT
from analysis.exceptional.refit import refit
from analysis.exceptional.season import Season, season_columns, season_of

MONTH_DAYS = 365.25 / 12


def seasonal_index(counted: pd.Series, usable: Mask) -> tuple[Floats, Season]:
    """What share of an ordinary month each month of a series is by its days and its time of year, and which season.

    The season is that of the regression for exceptional months (constant, steady change, season; outlying months weigh
    less), fitted to the ``usable`` months; its twelve months have a mean of 1. A count over this index is without it.
    """
    when = counted.index
    assert isinstance(when, pd.PeriodIndex)
    known = counted[usable].to_numpy(dtype=np.float64)
    season = season_of(when, usable) if np.median(known) >= SEASONAL_COUNT else "none"
    days = when.days_in_month.to_numpy(dtype=np.float64) / MONTH_DAYS
    columns = season_columns(when, season)
    if not columns.size:
        return days, season
    years = (when.asi8 - when.asi8[0]) / 12.0
    design = np.column_stack([np.ones(len(when)), years, columns])[usable]
    found = refit(known, design, np.log(days[usable])).coefficients[2:]
    a_year = season_columns(pd.period_range("2001-01", periods=12, freq="M"), season)
    index: Floats = days * np.exp(columns @ found) / np.exp(a_year @ found).mean()
    return index, season
