"""A percentage with the people behind it, and the difference between two."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL, Verdict, checked_level
from analysis.params.figure import Unknown


@dataclass(frozen=True)
class Proportion:
    """A percentage of ``sample_size`` people with Wilson limits, all in percent."""

    percent: float
    low: float
    high: float
    sample_size: float
    level: float


@dataclass(frozen=True)
class PointsChange:
    """Percentage points from one survey to another, with Newcombe limits; ``before`` and ``after`` are the two."""

    before: Proportion
    after: Proportion
    points: float
    low: float
    high: float

    @property
    def verdict(self) -> Verdict:
        """``rose``, ``fell`` or ``no clear change``: decided by the interval, never by the point."""
        return "rose" if self.low > 0 else "fell" if self.high < 0 else "no clear change"


def proportion(
    percent: float | Unknown, sample_size: float | Unknown, *, level: float = LEVEL
) -> Proportion | CannotSay:
    """Wilson's (1927) score interval of a percentage; a refusal where how many were asked is unknown.

    It allows for chance in who was asked, never for how they were reached: of a convenience sample it says too much.
    Raises ``ValueError`` for a percentage outside 0 to 100.
    """
    if isinstance(percent, Unknown):
        return CannotSay(f"the percentage is {percent}", f"figure-{percent.replace(' ', '-')}")
    if not 0 <= percent <= 100:
        raise ValueError(f"{percent} is no percentage of people: give 0 to 100")
    if isinstance(sample_size, Unknown) or not (math.isfinite(sample_size) and sample_size > 0):
        return CannotSay("how many people were asked is not published, so there is no interval", "no-sample-size")
    z, share = float(stats.norm.ppf((1 + checked_level(level)) / 2)), percent / 100
    weight = 1 + z**2 / sample_size
    middle = (share + z**2 / (2 * sample_size)) / weight
    half = z * (share * (1 - share) / sample_size + z**2 / (4 * sample_size**2)) ** 0.5 / weight
    low, high = 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)
    return Proportion(percent, min(low, percent), max(high, percent), sample_size, level)


def points_change(
    before: float | Unknown,
    before_size: float | Unknown,
    after: float | Unknown,
    after_size: float | Unknown,
    *,
    level: float = LEVEL,
) -> PointsChange | CannotSay:
    """Difference of two percentages of independent samples, in points, by Newcombe's (1998) hybrid score interval.

    Refused where either percentage, or how many were asked in either survey, is unknown. Raises ``ValueError`` for a
    percentage outside 0 to 100.
    """
    first, second = proportion(before, before_size, level=level), proportion(after, after_size, level=level)
    if isinstance(first, CannotSay):
        return first
    if isinstance(second, CannotSay):
        return second
    points = second.percent - first.percent
    down = math.hypot(second.percent - second.low, first.high - first.percent)
    up = math.hypot(second.high - second.percent, first.percent - first.low)
    return PointsChange(first, second, points, points - down, points + up)
