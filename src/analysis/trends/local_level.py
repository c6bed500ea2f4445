"""A level that may wander, with fixed effects: the structural model of log counts."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from statsmodels.tsa.statespace.structural import UnobservedComponents

Floats = npt.NDArray[np.float64]
STARTS: Final = (0.01, 0.3, 3.0)
"""Starting values for the variance of the level over that of the noise: one start can miss the best fit."""


@dataclass(frozen=True)
class LocalLevel:
    """``coefficients`` and ``errors`` of the columns given; ``df`` is periods known less fixed effects.

    ``irregular`` and ``level`` are the variances of noise and of the level's step.
    """

    coefficients: tuple[float, ...]
    errors: tuple[float, ...]
    df: int
    irregular: float
    level: float
    log_likelihood: float
    converged: bool


def local_level(log_counts: Floats, columns: Floats) -> LocalLevel:
    """Fit a random-walk level plus ``columns`` (n by k) to ``log_counts``, in which NaN marks a gap.

    Exact diffuse likelihood with the coefficients in the state (Durbin and Koopman 2012), so that the variances are
    those of restricted maximum likelihood; the best of several ``STARTS``. A column of time is the level's drift.
    """
    model = UnobservedComponents(log_counts, level="llevel", exog=columns, mle_regression=False, use_exact_diffuse=True)
    fits = [fit for ratio in STARTS if (fit := _fit(model, log_counts, ratio)) is not None]
    best = max(fits, key=lambda fit: float(fit.llf))
    state, covariance = best.smoothed_state[1:, -1], best.smoothed_state_cov[1:, 1:, -1]
    return LocalLevel(
        coefficients=(*map(float, state),),
        errors=(*map(float, np.sqrt(np.diag(covariance))),),
        df=int(np.isfinite(log_counts).sum()) - columns.shape[1] - 1,
        irregular=float(best.params[0]),
        level=float(best.params[1]),
        log_likelihood=float(best.llf),
        converged=bool(best.mle_retvals["converged"]),
    )


def _fit(model: Any, log_counts: Floats, ratio: float) -> Any | None:
    spread = max(float(np.nanvar(np.diff(log_counts))), 1e-6)
    start = [spread / (2 + ratio), spread * ratio / (2 + ratio)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = model.fit(start_params=start, disp=0, method="nm", maxiter=2000, cov_type="none")
    return fit if np.isfinite(fit.llf) else None
