"""The models fitted to a design."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.trends.count_model import CountModel, count_model
from analysis.trends.design import Design
from analysis.trends.diagnostics import Diagnostics, cameron_trivedi, ljung_box
from analysis.trends.drift import random_walk_drift
from analysis.trends.estimate import Estimate, estimate
from analysis.trends.local_level import LocalLevel, local_level

Floats = npt.NDArray[np.float64]


def level_with_drift(laid: Design) -> tuple[Estimate, LocalLevel]:
    """The primary model of months: local level with drift on log rates, the gaps left as gaps."""
    fitted = local_level(_log_rates(laid), laid.columns)
    periods = int(laid.known.sum())
    return estimate("local level with drift", fitted.coefficients[0], fitted.errors[0], fitted.df, periods), fitted


def log_linear(laid: Design) -> tuple[Estimate, CountModel]:
    """The regression of counts on time, season and pulse."""
    has = laid.known
    fitted = count_model(laid.counts[has], laid.columns[has], laid.offset[has])
    error = fitted.errors[1] * _small_sample(fitted)
    return estimate(fitted.family, fitted.coefficients[1], error, fitted.df, int(has.sum())), fitted


def drifting(laid: Design) -> Estimate:
    """The cautious model of years."""
    return random_walk_drift(_log_rates(laid), laid.years)


def straightness(laid: Design) -> float:
    """P of a quadratic term beside the straight trend: small where the series bends. NaN where it cannot be fitted."""
    has = laid.known
    columns = laid.columns[has]
    bend = (columns[:, 0] - columns[:, 0].mean()) ** 2
    fitted = count_model(laid.counts[has], np.column_stack([columns, bend]), laid.offset[has])
    if fitted.df < 2:
        return float("nan")
    return float(2 * stats.t.sf(abs(fitted.coefficients[-1] / fitted.errors[-1] / _small_sample(fitted)), fitted.df))


def diagnose(laid: Design, fitted: CountModel, level: LocalLevel | None, lags: int) -> Diagnostics:
    """What is shown beside the models."""
    return Diagnostics(
        phi=fitted.phi,
        overdispersion=cameron_trivedi(laid.counts[laid.known], fitted.expected),
        ljung_box=ljung_box(fitted.residuals, lags),
        lags=lags,
        aic=fitted.aic,
        straight=straightness(laid),
        level_sd=float("nan") if level is None else level.level**0.5,
        converged=fitted.converged and (level is None or level.converged),
    )


def _small_sample(fitted: CountModel) -> float:
    """Widening of negative binomial errors: maximum likelihood takes too small an alpha from few periods."""
    if fitted.family != "negative binomial":
        return 1.0
    return float(max(1.0, float(fitted.residuals @ fitted.residuals) / fitted.df) ** 0.5)


def _log_rates(laid: Design) -> Floats:
    rates: Floats = np.log(np.maximum(laid.counts, 0.5)) - laid.offset
    return rates
