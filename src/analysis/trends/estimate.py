"""One model's answer to "how much a year?"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from scipy import stats

from analysis.measures import LEVEL

Direction = Literal["rising", "falling", "no clear trend"]


@dataclass(frozen=True)
class Estimate:
    """Percentage change a year with its limits, from ``periods`` by ``model``."""

    model: str
    percent: float
    low: float
    high: float
    periods: int

    @property
    def direction(self) -> Direction:
        """What the interval allows."""
        return "rising" if self.low > 0 else "falling" if self.high < 0 else "no clear trend"


def estimate(model: str, slope: float, error: float, df: int, periods: int, *, level: float = LEVEL) -> Estimate:
    """Turn a slope a year on the log scale into percent, with Student limits."""
    half = float(stats.t.ppf((1 + level) / 2, df)) * error
    return from_slope(model, slope, slope - half, slope + half, periods)


def from_slope(model: str, slope: float, low: float, high: float, periods: int) -> Estimate:
    """Turn a slope a year on the log scale and its limits into percent."""
    percent, under, over = (100 * math.expm1(min(each, 700.0)) for each in (slope, low, high))
    return Estimate(model, percent, under, over, periods)
