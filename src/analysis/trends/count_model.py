"""The regression of counts: Poisson, widened or negative binomial as the counts ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import statsmodels.api as sm
from scipy import optimize

Floats = npt.NDArray[np.float64]
Family = Literal["Poisson", "quasi-Poisson", "negative binomial"]
BETTER_BY: Final = 2.0
"""The negative binomial is used when its AIC is lower than the Poisson one by more than this."""
ALPHA: Final = (-14.0, 5.0)
"""Where alpha is looked for, on the log scale; at the lower end it is taken to be zero."""


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
    its AIC is lower by more than ``BETTER_BY``, its errors taking theta as known (as R's glm.nb does).
    """
    design = sm.add_constant(columns, has_constant="add")
    plain = sm.GLM(counts, design, family=sm.families.Poisson(), offset=offset).fit()
    phi = float(plain.pearson_chi2 / plain.df_resid)
    negative = _negative_binomial(counts, design, offset) if phi > 1 else None
    aic = (float(plain.aic), float("nan") if negative is None else float(negative.aic) + 2)
    if negative is not None and aic[1] < aic[0] - BETTER_BY:
        return _result("negative binomial", negative, 1.0, 1 / negative.family.variance.alpha, phi, aic)
    family: Family = "quasi-Poisson" if phi > 1 else "Poisson"
    return _result(family, plain, max(1.0, phi) ** 0.5, float("inf"), phi, aic)


def _result(
    family: Family, fitted: Any, widened: float, theta: float, phi: float, aic: tuple[float, float]
) -> CountModel:
    return CountModel(
        family=family,
        coefficients=(*map(float, fitted.params),),
        errors=(*map(float, fitted.bse * widened),),
        df=int(fitted.df_resid),
        phi=phi,
        theta=float(theta),
        aic=aic,
        expected=np.asarray(fitted.fittedvalues, dtype=np.float64),
        residuals=np.asarray(fitted.resid_pearson, dtype=np.float64),
        converged=bool(fitted.converged),
    )


def _negative_binomial(counts: Floats, design: Floats, offset: Floats | None) -> Any | None:
    """Fit NB2 by its likelihood over alpha, or None where alpha goes to zero (theta to infinity)."""

    def at(log_alpha: float) -> Any:
        family = sm.families.NegativeBinomial(alpha=float(np.exp(log_alpha)))
        return sm.GLM(counts, design, family=family, offset=offset).fit(scale=1.0)

    best = optimize.minimize_scalar(lambda each: -at(each).llf, bounds=ALPHA, method="bounded", options={"xatol": 1e-4})
    return None if best.x < ALPHA[0] + 0.01 else at(float(best.x))
