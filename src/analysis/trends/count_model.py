"""The regression of counts: Poisson, widened or negative binomial as the counts ask for."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import statsmodels.api as sm

Floats = npt.NDArray[np.float64]
Family = Literal["Poisson", "quasi-Poisson", "negative binomial"]
BETTER_BY = 2.0
"""The negative binomial is used when its AIC is lower than the Poisson one by more than this."""


@dataclass(frozen=True)
class CountModel:
    """A fitted regression on the log scale.

    ``coefficients`` and ``errors`` are of the columns given, the constant first; errors are widened by the square root
    of max(1, ``phi``) unless the family is negative binomial. ``theta`` is 1 / alpha, infinite where it is not used.
    """

    family: Family
    coefficients: tuple[float, ...]
    errors: tuple[float, ...]
    df: int
    phi: float
    theta: float
    aic: tuple[float, float]
    expected: Floats
    residuals: Floats
    converged: bool


def count_model(counts: Floats, columns: Floats, offset: Floats | None = None) -> CountModel:
    """Regress ``counts`` on ``columns`` (n by k, no constant) with a log link and ``offset`` (log exposure).

    The errors are Poisson's times sqrt(max(1, phi)); the negative binomial (NB2, maximum likelihood) takes over where
    its AIC is lower by more than ``BETTER_BY``. Where it does not converge, theta is infinite: quasi-Poisson.
    """
    design = sm.add_constant(columns, has_constant="add")
    plain = sm.GLM(counts, design, family=sm.families.Poisson(), offset=offset).fit()
    phi, df = float(plain.pearson_chi2 / plain.df_resid), int(plain.df_resid)
    negative = _negative_binomial(counts, design, offset) if phi > 1 else None
    aic = (float(plain.aic), float(negative.aic) if negative is not None else float("nan"))
    if negative is not None and aic[1] < aic[0] - BETTER_BY:
        return _dispersed(negative, counts, df, phi, aic)
    return CountModel(
        family="quasi-Poisson" if phi > 1 else "Poisson",
        coefficients=(*map(float, plain.params),),
        errors=(*map(float, plain.bse * np.sqrt(max(1.0, phi))),),
        df=df,
        phi=phi,
        theta=float("inf"),
        aic=aic,
        expected=np.asarray(plain.fittedvalues, dtype=np.float64),
        residuals=np.asarray(plain.resid_pearson, dtype=np.float64),
        converged=bool(plain.converged),
    )


def _dispersed(fitted: Any, counts: Floats, df: int, phi: float, aic: tuple[float, float]) -> CountModel:
    alpha, expected = float(fitted.params[-1]), np.asarray(fitted.predict(), dtype=np.float64)
    return CountModel(
        family="negative binomial",
        coefficients=(*map(float, fitted.params[:-1]),),
        errors=(*map(float, fitted.bse[:-1]),),
        df=df,
        phi=phi,
        theta=1 / alpha,
        aic=aic,
        expected=expected,
        residuals=(counts - expected) / np.sqrt(expected + alpha * expected**2),
        converged=True,
    )


def _negative_binomial(counts: Floats, design: Floats, offset: Floats | None) -> Any | None:
    """Fit NB2, or None where it does not converge (theta goes to infinity)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fitted = sm.NegativeBinomial(counts, design, offset=offset).fit(disp=0, maxiter=200)
        except (np.linalg.LinAlgError, ValueError):
            return None
    good = fitted.mle_retvals["converged"] and np.isfinite(fitted.bse).all() and fitted.params[-1] > 1e-8
    return fitted if good else None
