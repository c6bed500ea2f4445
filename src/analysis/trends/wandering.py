"""The drift of a level of which three years cannot tell how far it wanders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

from analysis.measures import LEVEL
from analysis.trends.local_level import known_part

Floats = npt.NDArray[np.float64]
WANDER: Final = 0.05
"""Scale of what is taken for granted of a level's monthly step (half-normal, log scale): about the median step, 0.048,
of 227 monthly series of the districts of Lancashire and Leicestershire, 2018 to 2022, Covid months left out."""
RATIOS: Final[Floats] = np.concatenate([[0.0], np.logspace(-2, 1.5, 40)])
"""Standard deviation of the level's step over that of the noise, where the average is taken."""


@dataclass(frozen=True)
class Drift:
    """A slope: its ``middle`` (median) and its limits, with ``df`` degrees of freedom behind its variances."""

    middle: float
    low: float
    high: float
    df: int


def wandering_drift(log_counts: Floats, columns: Floats, *, level: float = LEVEL) -> Drift:
    """The coefficient of the first of ``columns`` beside a level that wanders, averaged over how far it may.

    NaN in ``log_counts`` marks a gap. For each ratio of step to noise the slope has a Student distribution (generalised
    least squares); they are weighted by the restricted likelihood, in which flat priors of the coefficients and of the
    log noise are integrated out, and by a half-normal prior of the step with scale ``WANDER``. The best single ratio is
    often nought though the level wanders, and its interval then far too narrow. Columns as for ``local_level``.
    """
    at, values, effects = known_part(log_counts, columns)
    df = len(at) - effects.shape[1]
    spread, axes = np.linalg.eigh(np.minimum.outer(at, at) - at[0])
    variance = 1 + RATIOS[:, None] ** 2 * np.maximum(spread, 0.0)
    turned, response = axes.T @ effects, axes.T @ values
    weighted = turned.T / variance[:, None, :]
    precision = weighted @ turned
    inverse = np.linalg.inv(precision)
    coefficients = (inverse @ (weighted @ response)[:, :, None])[:, :, 0]
    left = (response - coefficients @ turned.T) ** 2 / variance
    noise = np.sqrt(np.maximum(left.sum(axis=1), 1e-18) / df)
    fit = -0.5 * (np.log(variance).sum(axis=1) + np.linalg.slogdet(precision)[1]) - df * np.log(noise)
    prior = np.exp(-0.5 * (RATIOS * noise / WANDER) ** 2) * noise * np.gradient(RATIOS)
    weights = np.exp(fit - fit.max()) * prior
    slopes, errors = coefficients[:, 1], noise * np.sqrt(inverse[:, 1, 1])
    low, middle, high = (
        _quantile(each, slopes, errors, weights / weights.sum(), df) for each in ((1 - level) / 2, 0.5, (1 + level) / 2)
    )
    return Drift(middle, low, high, df)


def _quantile(share: float, slopes: Floats, errors: Floats, weights: Floats, df: int) -> float:
    """Quantile of a mixture of Student distributions."""
    reach = float(special.stdtrit(df, max(share, 1 - share) if share != 0.5 else 0.9)) * errors
    low, high = float((slopes - reach).min()) - 1e-12, float((slopes + reach).max()) + 1e-12

    def beyond(slope: float) -> float:
        return float(weights @ special.stdtr(df, (slope - slopes) / errors)) - share

    return float(optimize.brentq(beyond, low, high, xtol=1e-10))
