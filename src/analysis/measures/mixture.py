"""A quantity of which several models may hold, each with its weight: one distribution made of many."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Mixture:
    """Student distributions of ``df`` degrees of freedom (normal where infinite): ``middles``, ``errors``, ``weights``.

    The weights sum to 1; the errors are above nought.
    """

    middles: Floats
    errors: Floats
    weights: Floats
    df: float = np.inf

    def below(self, value: float) -> float:
        """The share below ``value``."""
        away = (value - self.middles) / self.errors
        return float(self.weights @ (special.ndtr(away) if np.isinf(self.df) else special.stdtr(self.df, away)))

    def quantile(self, share: float) -> float:
        """Where ``share`` (between 0 and 1) lies below."""
        reach = float(special.stdtrit(self.df, max(share, 1 - share) if share != 0.5 else 0.9)) * self.errors
        low, high = float((self.middles - reach).min()) - 1e-12, float((self.middles + reach).max()) + 1e-12
        return float(optimize.brentq(lambda value: self.below(value) - share, low, high, xtol=1e-10))

    def limits(self, level: float) -> tuple[float, float]:
        """The central limits that hold ``level``."""
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    @property
    def p(self) -> float:
        """Two-sided p of nought: twice the smaller tail, so that it always agrees with ``limits``."""
        share = self.below(0.0)
        return min(1.0, 2 * min(share, 1 - share))

    @property
    def variance(self) -> float:
        """Its variance where every part is normal, else that of normal parts with these errors."""
        mean = self.weights @ self.middles
        return float(self.weights @ (self.errors**2 + (self.middles - mean) ** 2))

    @property
    def middle(self) -> float:
        """The median."""
        return self.quantile(0.5)

    @property
    def error(self) -> float:
        """The normal standard error whose 95 % limits are as wide as these."""
        low, high = self.limits(0.95)
        return (high - low) / (2 * float(special.ndtri(0.975)))

    def with_variance(self, more: float) -> Mixture:
        """The same, with a variance ``more`` of another, independent source on top."""
        return replace(self, errors=np.sqrt(self.errors**2 + more))
