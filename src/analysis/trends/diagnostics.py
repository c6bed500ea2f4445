"""Is the model's noise what it is taken to be?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.trends.count_model import Second
from analysis.trends.serial import LjungBox

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

    ``phi`` is Pearson's chi-square over degrees of freedom; ``ljung_box`` the test of autocorrelation at each number of
    lags that the series carries, ``acf`` the residuals' autocorrelation at the first of them; ``aic`` that of the
    Poisson model and of the negative binomial, NaN where it was not fitted, and ``negative`` what became of the latter;
    ``straight`` the p of a quadratic term; ``level_sd`` how far the level wanders a period on the log scale, NaN where
    the level is fixed.
    """

    phi: float
    overdispersion: Overdispersion
    ljung_box: tuple[LjungBox, ...]
    acf: tuple[float, ...]
    aic: tuple[float, float]
    negative: Second
    straight: float
    level_sd: float
    converged: bool


def cameron_trivedi(counts: Floats, expected: Floats, *, quadratic: bool = False) -> Overdispersion:
    """Test Poisson counts for overdispersion against variance phi mu, or mu + alpha mu squared when ``quadratic``.

    Expected counts must be a Poisson model's and above zero; raises ``ValueError`` otherwise.
    """
    sound = np.isfinite(counts).all() and (counts >= 0).all() and np.isfinite(expected).all() and (expected > 0).all()
    if len(counts) < 2 or len(counts) != len(expected) or not sound:
        raise ValueError("a test of overdispersion needs at least 2 known counts, each with an expected count above 0")
    auxiliary = ((counts - expected) ** 2 - counts) / expected
    by = expected if quadratic else np.ones_like(expected)
    slope = float(by @ auxiliary / (by @ by))
    residual = auxiliary - slope * by
    error = float(np.sqrt(residual @ residual / (len(counts) - 1) / (by @ by)))
    z = slope / error if error else 0.0
    return Overdispersion(z, float(stats.norm.sf(z)), slope if quadratic else slope + 1)
