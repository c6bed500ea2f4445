"""A log-linear regression of counts in which past exceptional months weigh less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
THRESHOLD: Final = 2.58
"""Standardised Anscombe residual beyond which a month weighs less (Noufaily and others 2013)."""
ROUNDS: Final = 10
"""Most rounds of weighting; a great outlier hides a lesser one in the first."""
ETA: Final = 30.0
"""Bound of the linear predictor: a rate beyond it is no rate."""


@dataclass(frozen=True)
class Refit:
    """A fitted regression; ``covariance`` is that of the coefficients for Poisson counts, before ``phi``.

    ``phi`` is Pearson's chi-square over ``df``, the weights summed less the coefficients; ``weights`` are 1 for
    ordinary months and less for exceptional ones.
    """

    coefficients: Floats
    covariance: Floats
    phi: float
    df: float
    weights: Floats

    def log_expected(self, row: Floats, offset: float) -> tuple[float, float]:
        """Log of what is expected at ``row``, and its variance for Poisson counts."""
        return float(row @ self.coefficients) + offset, float(row @ self.covariance @ row)


def refit(counts: Floats, design: Floats, offset: Floats) -> Refit:
    """Regress ``counts`` on ``design`` (constant included) with a log link, giving exceptional months less weight.

    A month with a standardised Anscombe residual s beyond ``THRESHOLD``, high or low, weighs (threshold / s) squared;
    repeated until the weights stay (Farrington and others 1996; Noufaily and others 2013, there for high weeks alone).
    """
    weights = _weights(_from_median(counts, offset))
    found = _fitted(counts, design, offset, weights)
    for _ in range(ROUNDS):
        now = _weights(_anscombe(counts, design, offset, found))
        if np.allclose(now, weights, atol=1e-3) or now.sum() < design.shape[1] + 2:
            break
        weights = now
        found = _fitted(counts, design, offset, weights)
    return found


def _weights(residual: Floats) -> Floats:
    weights: Floats = (THRESHOLD / np.maximum(np.abs(residual), THRESHOLD)) ** 2
    return weights


def _from_median(counts: Floats, offset: Floats) -> Floats:
    """Residuals from the middlemost rate, scaled by their own median: no outlier, however great, moves either.

    Weights start from these, or the season would bend towards an outlier and hide it.
    """
    expected = np.maximum(np.median(counts / np.exp(offset)) * np.exp(offset), 0.5)
    residual = _distance(counts, expected)
    residuals: Floats = residual / max(1.0, 1.4826 * float(np.median(np.abs(residual))))
    return residuals


def _distance(counts: Floats, expected: Floats) -> Floats:
    """Anscombe's residuals of Poisson counts."""
    distance: Floats = 1.5 * (counts ** (2 / 3) * expected ** (-1 / 6) - expected**0.5)
    return distance


def _fitted(counts: Floats, design: Floats, offset: Floats, weights: Floats) -> Refit:
    """Iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5), weights taken as given."""
    eta = np.log(np.maximum(counts, 0.5))
    for _ in range(50):
        expected = np.exp(np.clip(eta, -ETA, ETA))
        working = weights * expected
        response = eta - offset + (counts - expected) / expected
        information = design.T @ (working[:, None] * design) + 1e-9 * np.eye(design.shape[1])
        coefficients = np.linalg.solve(information, design.T @ (working * response))
        last, eta = eta, np.clip(design @ coefficients + offset, -ETA, ETA)
        if np.max(np.abs(eta - last)) < 1e-8:
            break
    expected = np.exp(eta)
    df = max(float(weights.sum()) - design.shape[1], 1.0)
    phi = float(np.sum(weights * (counts - expected) ** 2 / expected)) / df
    information = design.T @ ((weights * expected)[:, None] * design) + 1e-9 * np.eye(design.shape[1])
    covariance: Floats = np.linalg.inv(information).astype(np.float64)
    return Refit(coefficients.astype(np.float64), covariance, phi, df, weights)


def _anscombe(counts: Floats, design: Floats, offset: Floats, found: Refit) -> Floats:
    """Residuals standardised by dispersion and leverage; their distribution is nearly normal for Poisson counts."""
    expected = np.exp(np.clip(design @ found.coefficients + offset, -ETA, ETA))
    leverage = np.einsum("ij,jk,ik->i", design, found.covariance, design) * found.weights * expected
    spread = np.sqrt(max(1.0, found.phi) * np.maximum(1 - leverage, 0.05))
    residuals: Floats = _distance(counts, expected) / spread
    return residuals
