"""The models fitted to a design."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.measures import least
from analysis.trends.break_search import FoundBreak, search_break
from analysis.trends.count_model import CountModel, count_model
from analysis.trends.design import Design
from analysis.trends.diagnostics import Diagnostics, cameron_trivedi
from analysis.trends.drift import random_walk_drift
from analysis.trends.estimate import Estimate, estimate, from_slope
from analysis.trends.local_level import LocalLevel, local_level
from analysis.trends.serial import autocorrelation, simulated_ljung_box
from analysis.trends.wandering import wandering_drift

Floats = npt.NDArray[np.float64]
LAGS: Final = {"M": (12, 24), "Q-MAR": (4,), "Y-MAR": (4,)}
"""Periods at which autocorrelation is tested, the longer only where ``second-lags`` months are usable."""


def level_with_drift(laid: Design) -> tuple[Estimate, LocalLevel]:
    """The primary model of months: local level with drift on log rates, the gaps left as gaps.

    The estimate allows for how little is known of the level's wandering; the fit beside it is the likeliest one.
    """
    drift = wandering_drift(log_rates(laid), laid.columns)
    found = from_slope("local level with drift", drift.middle, drift.low, drift.high, int(laid.known.sum()))
    return found, local_level(log_rates(laid), laid.columns)


def log_linear(laid: Design) -> tuple[Estimate, CountModel]:
    """The regression of counts on time, season and pulse."""
    has = laid.known
    fitted = count_model(laid.counts[has], laid.columns[has], laid.offset[has])
    error = fitted.errors[1] * _small_sample(fitted)
    return estimate(fitted.family, fitted.coefficients[1], error, fitted.df, int(has.sum())), fitted


def drifting(laid: Design) -> Estimate:
    """The cautious model of years."""
    return random_walk_drift(log_rates(laid), laid.years)


def straightness(laid: Design) -> float:
    """P of a quadratic term beside the straight trend: small where the series bends. NaN where it cannot be fitted."""
    has = laid.known
    columns = laid.columns[has]
    if len(columns) < columns.shape[1] + 4:
        return float("nan")
    bend = (columns[:, 0] - columns[:, 0].mean()) ** 2
    fitted = count_model(laid.counts[has], np.column_stack([columns, bend]), laid.offset[has])
    return float(2 * stats.t.sf(abs(fitted.coefficients[-1] / fitted.errors[-1] / _small_sample(fitted)), fitted.df))


def undeclared_break(laid: Design) -> FoundBreak | None:
    """The break that the known periods show, on log rates beside trend and season; None where none is detected."""
    has = laid.known
    found = search_break(log_rates(laid)[has], laid.years[has], laid.columns[has])
    return found if found is not None and found.detected else None


def diagnose(laid: Design, fitted: CountModel, level: LocalLevel | None, straight: float, freq: str) -> Diagnostics:
    """What is shown beside the models."""
    has = laid.known
    lags = tuple(each for each in LAGS[freq] if each <= 12 or has.sum() >= least("second-lags"))
    residuals = np.full(len(has), np.nan)
    residuals[has] = fitted.residuals
    return Diagnostics(
        phi=fitted.phi,
        overdispersion=cameron_trivedi(laid.counts[has], fitted.poisson),
        ljung_box=simulated_ljung_box(fitted, laid.columns[has], laid.offset[has], has, lags),
        acf=(*map(float, autocorrelation(residuals, min(lags[0], len(residuals) - 1))),),
        aic=fitted.aic,
        negative=fitted.negative,
        straight=straight,
        level_sd=float("nan") if level is None else level.level**0.5,
        converged=fitted.converged and (level is None or level.converged),
    )


def log_rates(laid: Design) -> Floats:
    """Log of count over exposure; a zero stands as half a count. NaN where unknown."""
    rates: Floats = np.log(np.maximum(laid.counts, 0.5)) - laid.offset
    return rates


def _small_sample(fitted: CountModel) -> float:
    """Widening of negative binomial errors: maximum likelihood takes too small an alpha from few periods."""
    if fitted.family != "negative binomial":
        return 1.0
    return float(max(1.0, float(fitted.residuals @ fitted.residuals) / fitted.df) ** 0.5)
