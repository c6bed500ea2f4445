"""How much the total of a year may vary, over what independent incidents would: weighed over what the months allow.

The noise of month t around its expected count m is taken to have variance m + d m^2 / mean(m), of which the second part
(the level's own wandering) keeps a share rho from one month to the next. Neither d nor rho can be told well from three
or five years, so none is picked: every pair on a grid is weighed by its restricted likelihood (Gaussian, of the
standardised residuals; Harville 1974) times what is thought beforehand, and limits allow for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

Floats = npt.NDArray[np.float64]
CORRELATIONS: Final = np.linspace(0, 0.8, 9)
"""What rho may be from one month to the next, each as likely beforehand as any other."""
EXCESS: Final = np.geomspace(0.02, 20_000, 47)
"""What d may be: variance beyond Poisson's, over the mean."""
USUAL_EXCESS: Final = 2.0
"""Half-Cauchy scale of d beforehand (Gelman 2006): half of what is thought lies below."""
INDEPENDENT: Final = 0.3
"""Weight beforehand of no excess at all, as if incidents were independent."""
A_YEAR: Final = tuple(range(12))
"""Twelve months in a row."""


@dataclass(frozen=True)
class LongRun:
    """What the wandering may be: ``excess`` (d) and ``correlations`` (rho), pair by pair, with ``weights`` (sum 1)."""

    excess: tuple[float, ...]
    correlations: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def serial(self) -> float:
        """The correlation of neighbouring months' counts, the mean of what it may be."""
        excess = np.array(self.excess)
        return float(np.array(self.weights) @ (np.array(self.correlations) * excess / (1 + excess)))

    def widening(self, level: float, months: Sequence[int] = A_YEAR) -> float:
        """The factor, at least 1, on Poisson's variance so that limits hold ``level`` over all that it may be.

        It is for the ratio of the totals of two stretches, each of ``months`` (numbered, gaps allowed), far apart:
        nearer ones differ a little less.
        """
        variances = 1 + np.array(self.excess) * _summed(np.array(self.correlations), months)
        weights, z = np.array(self.weights), special.ndtri((1 + level) / 2)

        def excess(log_factor: float) -> float:
            outside = 2 * special.ndtr(-z * np.sqrt(np.exp(log_factor) / variances))
            return float(weights @ outside) - (1 - level)

        return max(1.0, float(np.exp(optimize.brentq(excess, -1e-9, np.log(variances.max()) + 1e-9))))

    def contrast(self, shares: Floats, expected: Floats, when: npt.NDArray[np.int64]) -> Floats:
        """Variance of the sum of ``shares`` times the counts of months ``when``, for each pair that may be.

        ``expected`` are the counts' expectations; ``shares`` n numbers of any sign, such as how much each count moves a
        coefficient. One variance for each pair, in the order of ``weights``.
        """
        weighed = shares * expected
        apart = np.abs(np.subtract.outer(when, when))
        together = np.bincount(apart.ravel(), np.outer(weighed, weighed).ravel())
        kinds, which = np.unique(self.correlations, return_inverse=True)
        shared = (kinds[:, None] ** np.arange(len(together))) @ together
        found: Floats = shares**2 @ expected + np.array(self.excess) / expected.mean() * shared[which]
        return found

    def covariance(self, expected: Floats, when: npt.NDArray[np.int64]) -> Floats:
        """Covariance of the counts of months ``when`` (n by n), the mean of what it may be."""
        apart = np.abs(np.subtract.outer(when, when))
        kinds, which = np.unique(self.correlations, return_inverse=True)
        excess = np.bincount(which, np.array(self.weights) * np.array(self.excess))
        shared = excess @ kinds[:, None] ** np.arange(apart.max(initial=0) + 1)
        found: Floats = np.diag(expected) + np.outer(expected, expected) / expected.mean() * shared[apart]
        return found


def long_run(residuals: Floats, expected: Floats, design: Floats, when: npt.NDArray[np.int64], months: int) -> LongRun:
    """Weigh what a year's total may vary, from Pearson ``residuals`` of months ``when`` (numbered, gaps allowed).

    ``expected`` are the fitted counts, above zero; ``design`` (n by k) the columns fitted on the log scale.
    ``months`` is 1 for months and 3 for quarters, whose noise is taken to be fresh each time.
    """
    free = _free_of(design * np.sqrt(expected)[:, None])
    seen = free.T @ residuals
    apart = np.abs(np.subtract.outer(when, when))
    size = np.sqrt(np.outer(expected, expected)) / expected.mean()
    correlations = CORRELATIONS if months == 1 else CORRELATIONS[:1]
    beforehand = np.log(_beforehand() * (1 - INDEPENDENT) / len(correlations))
    shared = (correlations[:, None] ** np.arange(apart.max(initial=0) + 1))[:, apart]
    root, turned = np.linalg.eigh(free.T @ (shared * size) @ free)
    variance = 1 + EXCESS[:, None] * root[:, None, :]
    squares = (np.swapaxes(turned, 1, 2) @ seen)[:, None, :] ** 2
    logs = beforehand - 0.5 * (np.log(variance) + squares / variance).sum(axis=2)
    weights = np.concatenate([[np.log(INDEPENDENT) - 0.5 * float(seen @ seen)], logs.ravel()])
    weights = np.exp(weights - weights.max())
    weights /= weights.sum()
    return LongRun(*_pairs(len(correlations)), weights=(*weights.tolist(),))


@cache
def _pairs(kinds: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Excess and correlation of each pair, none of either first; ``kinds`` of the correlations are used."""
    excess, correlations = np.tile(EXCESS, kinds), np.repeat(CORRELATIONS[:kinds], len(EXCESS))
    return (0.0, *excess.tolist()), (0.0, *correlations.tolist())


def _summed(correlations: Floats, months: Sequence[int]) -> Floats:
    """Variance of a sum over ``months`` over that of as many unrelated ones, for each correlation (AR 1)."""
    apart = np.abs(np.subtract.outer(np.array(months), np.array(months)))
    kinds, which = np.unique(correlations, return_inverse=True)
    inflated: Floats = (kinds[:, None, None] ** apart).sum(axis=(1, 2)) / len(months)
    return inflated[which]


def _free_of(columns: Floats) -> Floats:
    """An orthonormal basis (n by n - rank) of what the columns leave."""
    left, values, _ = np.linalg.svd(columns, full_matrices=True)
    rank = int((values > values.max(initial=0.0) * 1e-9).sum())
    return left[:, rank:]


def _beforehand() -> Floats:
    weight = EXCESS / (1 + (EXCESS / USUAL_EXCESS) ** 2)  # half-Cauchy, on a grid of logarithms
    return np.asarray(weight / weight.sum(), dtype=np.float64)
