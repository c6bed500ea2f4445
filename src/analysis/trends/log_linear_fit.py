"""Fitting a log-linear model of counts: iteratively reweighted least squares, many series at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import special

Floats = npt.NDArray[np.float64]
ITERATIONS: Final = 100
"""At most so many steps."""
SETTLED: Final = 1e-9
"""Fitted when no coefficient, in units of the log mean, moves the fit by more than this."""
STEEPEST: Final = 30.0
"""No expected count is more than this many log units from the mean count."""


@dataclass(frozen=True)
class LogLinear:
    """Fits of s series of n counts to one design of k columns.

    ``coefficients`` is s by k, ``expected`` s by n, ``covariance`` s by k by k (inverse expected information at
    dispersion 1), ``converged`` s.
    """

    coefficients: Floats
    expected: Floats
    covariance: Floats
    converged: npt.NDArray[np.bool_]


def fit_log_linear(
    counts: Floats, design: Floats, offset: Floats, alpha: float = 0.0, *, start: Floats | None = None,
    settled: float = SETTLED,
) -> LogLinear:  # fmt: skip
    """Fit ``counts`` (s by n) to ``design`` (n by k) with a log link and variance mu + ``alpha`` mu squared.

    ``offset`` is n log exposures, ``start`` expected counts to begin from, ``settled`` when to stop.
    McCullagh and Nelder (1989), 2.5. A group of zeros alone sends its coefficient off without end; it is then stopped
    and marked as not converged.
    """
    centre = np.log(np.maximum(counts.mean(axis=1, keepdims=True), 1e-8))
    mean = (counts + counts.mean(axis=1, keepdims=True)) / 2 + 1e-8 if start is None else start
    linear = np.log(mean)
    moved = np.full(len(counts), np.inf)
    for _ in range(ITERATIONS):
        mean = np.exp(linear)
        coefficients = _step(counts, design, offset, mean, linear, alpha)[0]
        new = np.clip((coefficients @ design.T) + offset, centre - STEEPEST, centre + STEEPEST)
        moved = np.abs(new - linear).max(axis=1)
        linear = new
        if moved.max() < settled:
            break
    mean = np.exp(linear)
    coefficients, covariance = _step(counts, design, offset, mean, linear, alpha)
    inside = np.abs(linear - centre).max(axis=1) < STEEPEST
    return LogLinear(coefficients, mean, covariance, (moved < settled) & inside)


def _step(
    counts: Floats, design: Floats, offset: Floats, mean: Floats, linear: Floats, alpha: float
) -> tuple[Floats, Floats]:
    weight = mean / (1 + alpha * mean)
    working = linear - offset + (counts - mean) / mean
    weighted = design.T * weight[:, None, :]
    covariance = _inverse(weighted @ design)
    coefficients: Floats = (covariance @ (weighted @ working[:, :, None]))[:, :, 0]
    return coefficients, covariance


def _inverse(information: Floats) -> Floats:
    try:
        return np.asarray(np.linalg.inv(information), dtype=np.float64)
    except np.linalg.LinAlgError:
        return np.asarray(np.linalg.pinv(information, hermitian=True), dtype=np.float64)


def log_likelihood(counts: Floats, expected: Floats, alpha: float = 0.0) -> float:
    """Log-likelihood of one series of counts: Poisson, or negative binomial (NB2) where ``alpha`` is above zero."""
    if alpha <= 0:
        return float((special.xlogy(counts, expected) - expected - special.gammaln(counts + 1)).sum())
    size, scaled = 1 / alpha, alpha * expected
    choices = special.gammaln(counts + size) - special.gammaln(size) - special.gammaln(counts + 1)
    return float((choices + counts * np.log(scaled / (1 + scaled)) - size * np.log1p(scaled)).sum())
