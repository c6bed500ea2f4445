"""How far areas differ beyond chance: the variance between them (tau squared) on the log scale, with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import optimize, stats

from analysis.measures import LEVEL
from analysis.peers.area import Floats

LARGEST: Final = 1e4
"""A variance of logarithms beyond all reason, where the search ends."""


@dataclass(frozen=True)
class Spread:
    """The mean of log values over areas, and the variance between areas beyond what chance gives each.

    ``variance`` is that of the mean; ``low`` and ``high`` are the limits of ``tau2`` at ``level``.
    """

    mean: float
    variance: float
    tau2: float
    low: float
    high: float
    areas: int
    level: float

    @property
    def df(self) -> int:
        """Degrees of freedom of the spread."""
        return self.areas - 1


def spread(values: Floats, variances: Floats, level: float = LEVEL) -> Spread:
    """The mean and the spread of ``values``, each with the variance that chance gives it.

    ``tau2`` is that of Paule and Mandel (1982), where the weighted sum of squares equals its degrees of freedom; its
    limits are those of the Q profile (Viechtbauer 2007, Statistics in Medicine 26). Raises ``ValueError`` for fewer
    than two values, values that are not finite, or variances that are not above nought.
    """
    if len(values) < 2 or len(values) != len(variances):
        raise ValueError("a spread needs at least two values, each with its variance")
    if not (np.isfinite(values).all() and np.isfinite(variances).all() and (variances > 0).all()):
        raise ValueError("a spread needs finite values and variances above 0")
    df, tail = len(values) - 1, (1 - level) / 2
    low, tau2, high = (
        _where(values, variances, target)
        for target in (float(stats.chi2.ppf(1 - tail, df)), float(df), float(stats.chi2.ppf(tail, df)))
    )
    weights = 1 / (variances + tau2)
    mean = float(weights @ values / weights.sum())
    return Spread(mean, float(1 / weights.sum()), tau2, low, high, len(values), level)


def weighted_squares(values: Floats, variances: Floats, tau2: float) -> float:
    """Cochran's Q about the weighted mean, with ``tau2`` added to each variance."""
    weights = 1 / (variances + tau2)
    mean = weights @ values / weights.sum()
    return float(weights @ (values - mean) ** 2)


def _where(values: Floats, variances: Floats, target: float) -> float:
    """The ``tau2`` at which Q, which only falls with it, is ``target``; nought where it is lower from the start."""

    def excess(tau2: float) -> float:
        return weighted_squares(values, variances, tau2) - target

    if excess(0.0) <= 0:
        return 0.0
    if excess(LARGEST) >= 0:
        return LARGEST
    return float(optimize.brentq(excess, 0.0, LARGEST, xtol=1e-12))
