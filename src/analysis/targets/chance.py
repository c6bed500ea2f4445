"""What chance alone would do to a target, if nothing changed."""

from __future__ import annotations

import math

from scipy import stats

from analysis.measures import LEVEL, ratio_limits
from analysis.params.indicator import Rule


def chance_at_most(
    target: float, count: float, *, exposure: float = 1.0, ahead: float = 1.0, dispersion: float = 1.0
) -> float:
    """Probability that the next ``ahead`` years bring at most ``target``, given ``count`` in ``exposure`` years.

    The baseline is itself a draw, so the future is negative binomial: a gamma posterior of the rate (prior 1/rate)
    with Poisson counts (Gelman et al., Bayesian Data Analysis, 2.7); ``dispersion`` multiplies its variance. With no
    count at all there is nothing to go by and the answer is NaN.
    """
    if count <= 0:
        return math.nan
    mean = count * ahead / exposure
    variance = max(1.0, dispersion) * mean * (1 + ahead / exposure)
    return float(stats.nbinom.cdf(math.floor(target), mean**2 / (variance - mean), mean / variance))


def chance_of_meeting(
    target: float, rule: Rule, count: float, *, exposure: float = 1.0, dispersion: float = 1.0
) -> float:
    """Probability that a count meets its target next year though nothing changes; NaN for a rule without a figure."""
    if rule == "at most":
        return chance_at_most(target, count, exposure=exposure, dispersion=dispersion)
    if rule == "below":
        return chance_at_most(math.ceil(target) - 1, count, exposure=exposure, dispersion=dispersion)
    if rule == "at least":
        return 1 - chance_at_most(math.ceil(target) - 1, count, exposure=exposure, dispersion=dispersion)
    return math.nan


def maintain_margin(count: float, *, exposure: float = 1.0, dispersion: float = 1.0, level: float = LEVEL) -> int:
    """Largest count next year that is no clear rise on ``count`` in ``exposure`` years: the margin of "maintain"."""
    after = math.ceil(count / exposure)
    while ratio_limits(count, after + 1, exposure_ratio=exposure, level=level, dispersion=dispersion)[0] <= 1:
        after += 1
    return after
