"""The short-memory alarm of the Early Aberration Reporting System (EARS), for series of less than two years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import stats

from analysis.measures import checked

BASELINE: Final = 7
"""Periods that say what to expect."""
LEVEL: Final = 0.001
"""Chance of an alarm if counts were normal and their spread known: with seven periods it is several times that."""


@dataclass(frozen=True)
class Ears:
    """Expected count, upper limit and alarm by period; missing where the baseline is not wholly known."""

    expected: pd.Series
    upper: pd.Series
    alarm: pd.Series


def ears(series: pd.Series, *, lag: int = 0, baseline: int = BASELINE, level: float = LEVEL) -> Ears:
    """Alarm where a count exceeds the mean of the ``baseline`` periods before it by more than z standard deviations.

    C1 with ``lag`` 0, C2 with 2, which passes over the two latest periods so that a slow rise does not raise its own
    limit (Fricker and others 2008). It knows no season and no trend, and looks for excess alone. Raises ``ValueError``
    for bad input.
    """
    if baseline < 2 or lag < 0 or not 0 < level < 1:
        raise ValueError("a baseline has two periods or more, a lag none or more, a level lies between 0 and 1")
    counted = checked(series).astype("Float64")
    before = counted.shift(lag + 1).rolling(baseline, min_periods=baseline)
    expected = before.mean()
    upper = expected + float(stats.norm.isf(level)) * before.std(ddof=1)
    alarm = (counted > upper).astype("boolean").mask(upper.isna() | counted.isna())
    return Ears(expected.astype(np.float64), upper.astype(np.float64), alarm)
