"""The regression of counts: Poisson, widened or negative binomial as the counts ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
from scipy import optimize

from analysis.trends.log_linear_fit import LogLinear, fit_log_linear, log_likelihood

Floats = npt.NDArray[np.float64]
Family = Literal["Poisson", "quasi-Poisson", "negative binomial"]
Second = Literal["used", "no better by AIC", "did not converge, quasi-Poisson instead", "not needed"]
BETTER_BY: Final = 2.0
"""The negative binomial is used when its AIC is lower than the Poisson one by more than this."""
ALPHA: Final = (-14.0, 5.0)
"""Where alpha is looked for, on the log scale; at the lower end it is taken to be zero."""


@dataclass(frozen=True)
class CountModel:
    """A fitted regression on the log scale.

    ``coefficients`` and ``errors`` are of the columns given, the constant first; errors are widened by the square root
    of max(1, ``phi``) unless the family is negative binomial. ``theta`` is 1 / alpha, infinite where it is not used.
    ``aic`` is that of the Poisson model and of the negative binomial (NaN where it was not fitted), ``negative`` what
    became of the latter: ``not needed`` where Pearson's phi is at most 1. ``poisson`` is the Poisson model's expected
    counts, ``expected`` those of the family used.
    """

    family: Family
    coefficients: tuple[float, ...]
    errors: tuple[float, ...]
    df: int
    phi: float
    theta: float
    aic: tuple[float, float]
    negative: Second
    poisson: Floats
    expected: Floats
    residuals: Floats
    converged: bool


def count_model(counts: Floats, columns: Floats, offset: Floats | None = None) -> CountModel:
    """Regress ``counts`` on ``columns`` (n by k, no constant) with a log link and ``offset`` (log exposure).

    The errors are Poisson's times sqrt(max(1, phi)); the negative binomial (NB2, maximum likelihood) takes over where
    its AIC is lower by more than ``BETTER_BY``, its errors taking theta as known (as R's glm.nb does). Where theta
    goes to infinity or the fit does not settle, quasi-Poisson stands, and ``negative`` says so. Raises ``ValueError``
    for counts that are negative or not finite, and with no more periods than columns.
    """
    design = np.column_stack([np.ones(len(counts)), columns])
    if not (np.isfinite(counts).all() and (counts >= 0).all() and np.isfinite(design).all()):
        raise ValueError("a count model needs finite counts of at least 0 and finite columns")
    if len(counts) <= design.shape[1]:
        raise ValueError(f"a count model of {design.shape[1]} coefficients needs more than {len(counts)} periods")
    exposure = np.zeros(len(counts)) if offset is None else offset
    plain = fit_log_linear(counts[None, :], design, exposure)
    phi = float(((counts - plain.expected[0]) ** 2 / plain.expected[0]).sum() / (len(counts) - design.shape[1]))
    aic = -2 * log_likelihood(counts, plain.expected[0]) + 2 * design.shape[1]
    alpha, fitted = _negative_binomial(counts, design, exposure, plain) if phi > 1 else (0.0, plain)
    second = float("nan")
    if alpha > 0:
        second = -2 * log_likelihood(counts, fitted.expected[0], alpha) + 2 * design.shape[1] + 2
    became: Second = "not needed" if phi <= 1 else _became(alpha, bool(fitted.converged[0]), aic, second)
    if became == "used":
        return _result("negative binomial", fitted, plain, counts, 1.0, alpha, phi, (aic, second), became)
    family: Family = "quasi-Poisson" if phi > 1 else "Poisson"
    return _result(family, plain, plain, counts, max(1.0, phi) ** 0.5, 0.0, phi, (aic, second), became)


def _became(alpha: float, converged: bool, poisson: float, second: float) -> Second:
    if alpha <= 0 or not converged:
        return "did not converge, quasi-Poisson instead"
    return "used" if second < poisson - BETTER_BY else "no better by AIC"


def _result(
    family: Family, fitted: LogLinear, plain: LogLinear, counts: Floats, widened: float, alpha: float, phi: float,
    aic: tuple[float, float], became: Second,
) -> CountModel:  # fmt: skip
    expected = fitted.expected[0]
    return CountModel(
        family=family,
        coefficients=(*map(float, fitted.coefficients[0]),),
        errors=(*map(float, widened * np.sqrt(np.diag(fitted.covariance[0]))),),
        df=len(counts) - fitted.coefficients.shape[1],
        phi=phi,
        theta=1 / alpha if alpha > 0 else float("inf"),
        aic=aic,
        negative=became,
        poisson=plain.expected[0],
        expected=expected,
        residuals=(counts - expected) / np.sqrt(expected + alpha * expected**2),
        converged=bool(fitted.converged[0]),
    )


def _negative_binomial(counts: Floats, design: Floats, offset: Floats, plain: LogLinear) -> tuple[float, LogLinear]:
    """Fit NB2 by its likelihood over alpha; alpha is 0 where it goes to zero (theta to infinity)."""

    def at(log_alpha: float) -> LogLinear:
        return fit_log_linear(counts[None, :], design, offset, float(np.exp(log_alpha)), start=plain.expected)

    def minus(log_alpha: float) -> float:
        return -log_likelihood(counts, at(log_alpha).expected[0], float(np.exp(log_alpha)))

    best = optimize.minimize_scalar(minus, bounds=ALPHA, method="bounded", options={"xatol": 1e-4})
    if best.x < ALPHA[0] + 0.01 or -best.fun <= log_likelihood(counts, plain.expected[0]):
        return 0.0, plain
    return float(np.exp(best.x)), at(float(best.x))
