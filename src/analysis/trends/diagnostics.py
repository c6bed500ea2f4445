"""Is the model's noise what it is taken to be?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats
from statsmodels.stats.diagnostic import acorr_ljungbox

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Overdispersion:
    """Cameron and Trivedi's (1990) one-sided test: ``dispersion`` is variance over mean, or ``alpha`` of NB2."""

    z: float
    p: float
    dispersion: float


@dataclass(frozen=True)
class Diagnostics:
    """What is always shown beside a model and never switches it.

    ``phi`` is Pearson's chi-square over degrees of freedom; ``ljung_box`` the p of no autocorrelation up to ``lags``
    periods (over gaps, residuals are taken as neighbours); ``aic`` that of the Poisson model and of the negative
    binomial, NaN where it was not fitted; ``straight`` the p of a quadratic term; ``level_sd`` how far the level
    wanders a period on the log scale, NaN where the level is fixed.
    """

    phi: float
    overdispersion: Overdispersion
    ljung_box: float
    lags: int
    aic: tuple[float, float]
    straight: float
    level_sd: float
    converged: bool


def cameron_trivedi(counts: Floats, expected: Floats, *, quadratic: bool = False) -> Overdispersion:
    """Test Poisson counts for overdispersion against variance phi mu, or mu + alpha mu squared when ``quadratic``."""
    auxiliary = ((counts - expected) ** 2 - counts) / expected
    by = expected if quadratic else np.ones_like(expected)
    slope = float(by @ auxiliary / (by @ by))
    residual = auxiliary - slope * by
    error = float(np.sqrt(residual @ residual / (len(counts) - 1) / (by @ by)))
    z = slope / error if error else 0.0
    return Overdispersion(z, float(stats.norm.sf(z)), slope if quadratic else slope + 1)


def ljung_box(residuals: Floats, lags: int) -> float:
    """P of no autocorrelation among ``residuals`` up to ``lags`` (Ljung and Box 1978); NaN where they are too few."""
    if len(residuals) <= lags + 1 or not np.ptp(residuals):
        return float("nan")
    return float(acorr_ljungbox(residuals, lags=[lags])["lb_pvalue"].iloc[0])
