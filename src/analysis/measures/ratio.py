"""The exact conditional interval and test of the ratio of two Poisson rates.

Given the total of two counts, the later one is binomial; Clopper-Pearson limits of that proportion, turned into odds
and divided by the exposures, are limits of the ratio (Przyborowski and Wilenski 1940; Clopper and Pearson 1934; R's
``poisson.test``). Real-valued counts are allowed, so that a dispersed pair can be entered as effective counts.
"""

from __future__ import annotations

import math
from typing import Final

from scipy import optimize, stats

LEVEL: Final = 0.95


def checked_level(level: float) -> float:
    """Return the level of an interval; raises ``ValueError`` unless it lies between 0 and 1."""
    if not 0 < level < 1:
        raise ValueError(f"a level of {level:g} cannot be: give one between 0 and 1, such as 0.95")
    return level


def ratio_limits(
    before: float, after: float, *, exposure_ratio: float = 1.0, level: float = LEVEL, dispersion: float = 1.0
) -> tuple[float, float]:
    """Limits of the rate ratio after/before; ``exposure_ratio`` is exposure before divided by exposure after.

    A ``dispersion`` above 1 widens them: both counts are divided by it (effective counts), which for large counts is
    the quasi-Poisson widening of the log ratio by its square root, and stays finite at zero. With no count before, the
    upper limit is infinite; with no count at all, the limits are 0 and infinity. Raises ``ValueError`` for a level
    outside 0 to 1 or a dispersion that is no finite number.
    """
    if not math.isfinite(dispersion):
        raise ValueError(f"a dispersion of {dispersion} cannot be: give a number, 1 where incidents are independent")
    phi = max(1.0, dispersion)
    x, y, tail = before / phi, after / phi, (1 - checked_level(level)) / 2
    low = stats.beta.ppf(tail, y, x + 1) if after > 0 else 0.0
    high = stats.beta.ppf(1 - tail, y + 1, x) if before > 0 else 1.0
    return _odds(float(low)) * exposure_ratio, _odds(float(high)) * exposure_ratio


def central_p(before: float, after: float, *, exposure_ratio: float = 1.0, dispersion: float = 1.0) -> float:
    """Two-sided exact p of "no change": twice the smaller tail, so that it always agrees with ``ratio_limits``."""
    phi = max(1.0, dispersion)
    x, y, share = before / phi, after / phi, 1 / (1 + exposure_ratio)
    at_most = float(stats.beta.sf(share, y + 1, x)) if before else 1.0
    at_least = float(stats.beta.cdf(share, y, x + 1)) if after else 1.0
    return min(1.0, 2 * min(at_most, at_least))


def mid_p(before: int, after: int, *, exposure_ratio: float = 1.0, ratio: float = 1.0) -> float:
    """Two-sided mid-P of the rate ratio ``ratio``: half of the observed outcome counts (Lancaster 1961)."""
    lower, upper, here = _tails(before, after, exposure_ratio, ratio)
    return min(1.0, 2 * min(lower - here / 2, upper - here / 2))


def mid_p_limits(before: int, after: int, *, exposure_ratio: float = 1.0, level: float = LEVEL) -> tuple[float, float]:
    """Mid-P limits of the rate ratio, a little narrower than the exact ones (Rothman and Greenland 1998)."""
    tail = (1 - level) / 2

    def excess(log_ratio: float, side: int) -> float:
        tails = _tails(before, after, exposure_ratio, math.exp(log_ratio))
        return tails[side] - tails[2] / 2 - tail

    low = math.exp(optimize.brentq(excess, -25, 25, args=(1,), xtol=1e-12)) if after else 0.0
    high = math.exp(optimize.brentq(excess, -25, 25, args=(0,), xtol=1e-12)) if before else math.inf
    return low, high


def _tails(before: int, after: int, exposure_ratio: float, ratio: float) -> tuple[float, float, float]:
    """P(at most ``after``), P(at least ``after``), P(exactly ``after``), given the total and the true ratio."""
    share, total = ratio / (ratio + exposure_ratio), before + after
    return (
        float(stats.binom.cdf(after, total, share)),
        float(stats.binom.sf(after - 1, total, share)),
        float(stats.binom.pmf(after, total, share)),
    )


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf
