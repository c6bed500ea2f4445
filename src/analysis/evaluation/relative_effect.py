"""The ratio of rate ratios of two places, as if incidents were independent: what a Poisson regression would print."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy import stats

from analysis.measures import LEVEL


@dataclass(frozen=True)
class RelativeEffect:
    """``rrr`` is (treated after / before) / (comparator after / before), with Wald limits on its logarithm."""

    rrr: float
    error: float
    low: float
    high: float
    p: float

    @property
    def log(self) -> float:
        """Its natural logarithm."""
        return math.log(self.rrr)

    @property
    def percent(self) -> float:
        """How the treated place changed relative to its comparator, in percent."""
        return 100 * (self.rrr - 1)

    @property
    def effect_size(self) -> float:
        """The relative effect size of Farrington, Gill, Waples and Argomaniz (2007): above 1 favours the initiative."""
        return 1 / self.rrr


def relative_effect(
    treated: tuple[float, float], comparator: tuple[float, float], *, dispersion: float = 1.0, level: float = LEVEL
) -> RelativeEffect:
    """From counts before and after in both places, over periods of the same length in each.

    The same as ``count ~ group * after`` by Poisson regression; its variance, one over each count added up, is times
    ``dispersion`` (Farrington and others 2007, Journal of Experimental Criminology 3). Raises ``ValueError`` where a
    count is not above nought.
    """
    counts = (*treated, *comparator)
    if not all(0 < each < math.inf for each in counts):
        raise ValueError("a ratio of ratios needs four counts above 0")
    rrr = (treated[1] / treated[0]) / (comparator[1] / comparator[0])
    error = math.sqrt(max(1.0, dispersion) * sum(1 / each for each in counts))
    reach = float(stats.norm.ppf((1 + level) / 2)) * error
    p = float(2 * stats.norm.sf(abs(math.log(rrr)) / error))
    return RelativeEffect(rrr, error, rrr * math.exp(-reach), rrr * math.exp(reach), p)
