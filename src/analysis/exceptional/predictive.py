"""What a month's count may be, if it is like the others: a distribution that knows how little the others tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import special, stats

Floats = npt.NDArray[np.float64]
DISPERSIONS: Final = 24
"""Points at which the uncertain dispersion is taken."""
LEVELS: Final = 9
"""Points at which the uncertain level is taken."""
POISSON: Final = 1e-6
"""Least excess of variance over mean, below which a negative binomial is a Poisson in all but arithmetic."""


@dataclass(frozen=True)
class Predictive:
    """A mixture of negative binomials around exp(``log_expected``).

    Variance over mean is ``phi``, at least 1, itself drawn from the chi-square of its ``df``; the log of the mean is
    normal with variance ``variance`` times that dispersion. So the limits widen where few months, or months that swing,
    say what to expect.
    """

    log_expected: float
    variance: float
    phi: float
    df: float

    @property
    def expected(self) -> float:
        """The expected count."""
        return float(np.exp(self.log_expected))

    @cached_property
    def _parts(self) -> tuple[Floats, Floats, Floats]:
        """Sizes and probabilities of the negative binomials, and their weights."""
        share = (np.arange(DISPERSIONS) + 0.5) / DISPERSIONS
        phi = np.maximum(self.phi * self.df / stats.chi2.ppf(share, self.df), 1 + POISSON)[:, None]
        node, weight = special.roots_hermitenorm(LEVELS)
        mean = np.exp(np.clip(self.log_expected + node * np.sqrt(phi * self.variance), -30, 30))
        size = mean / (phi - 1)
        weights = np.broadcast_to(weight / weight.sum() / DISPERSIONS, mean.shape)
        return size.ravel(), np.broadcast_to(1 / phi, mean.shape).ravel(), weights.ravel()

    def at_most(self, count: int) -> float:
        """Chance of ``count`` or fewer."""
        if count < 0:
            return 0.0
        size, chance, weights = self._parts
        return float(weights @ special.betainc(size, count + 1.0, chance))

    def limits(self, level: float) -> tuple[int, int]:
        """Lowest and highest count that are not out of the ordinary: each tail beyond has at most half of 1 - level."""
        tail = (1 - level) / 2
        return self._first(tail), self._first(1 - tail)

    def tails(self, count: int) -> tuple[float, float]:
        """Chance of ``count`` or fewer, and of ``count`` or more."""
        return self.at_most(count), 1 - self.at_most(count - 1)

    def _first(self, share: float) -> int:
        """The lowest count with more than ``share`` of chance at it and below; by doubling and halving."""
        high = max(int(self.expected), 1)
        while self.at_most(high) <= share:
            high *= 2
        low = -1
        while high - low > 1:
            middle = (high + low) // 2
            low, high = (low, middle) if self.at_most(middle) > share else (middle, high)
        return high
