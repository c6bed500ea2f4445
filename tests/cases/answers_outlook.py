"""Outlooks: published competitors scored by our measures, our own models beside them, an airline model.

Reports use no ARIMA: the airline model lives here, to show that what it is compared with is the published one. Our mean
of three has the state space model where the yardstick's has ARIMA.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from statsmodels.tsa.statespace.sarimax import SARIMAX

from analysis.outlook import mase, naive_scale
from analysis.outlook.ets import ets_ahead, ets_fitted
from analysis.outlook.history import History, history
from analysis.outlook.models import MEAN, models
from analysis.outlook.seasonal_naive import same_month
from analysis.outlook.theta import theta_ahead, theta_fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from .case import Case

    Floats = npt.NDArray[np.float64]

HORIZON = 18
DRAWS = 2000
SUBMITTED = ("THETA", "ForecastPro", "NAIVE2")


def m3_set_a(case: Case) -> dict[str, Any]:
    series = dict(iter(case.data.groupby("id")))
    submitted = case.table("published_forecasts.csv")
    found: dict[str, Any] = {}
    for method in SUBMITTED:
        of = {
            name: each.sort_values("h")["f"].to_numpy()
            for name, each in submitted[submitted.method == method].groupby("id")
        }
        found |= _scored(method, series, lambda name, _, of=of: of[name])
    found |= _scored("R_snaive", series, lambda _, past: same_month(past.counts, HORIZON))
    found |= _scored("R_naive", series, lambda _, past: np.repeat(past.counts[-1], HORIZON))
    found["py_SeasonalNaive_mase"] = found["R_snaive_mase"]
    found["py_AutoETS_mase"] = _scored("ours", series, lambda _, past: _ets(past))["ours_mase"]
    found["py_Ens_ETS_Theta_ARIMA_mase"] = _scored("ours", series, lambda _, past: _drawn(past, MEAN))["ours_mase"]
    return found


def _scored(
    method: str, series: Mapping[object, pd.DataFrame], forecast: Callable[[object, History], Floats]
) -> dict[str, float]:
    """sMAPE and MASE of one method, the means over the series."""
    scaled, symmetric = [], []
    for name, each in series.items():
        known, came = (each.loc[each.split == part, "y"].to_numpy(dtype=float) for part in ("train", "test"))
        said = forecast(name, _past(known, str(each["ym"].iloc[0]), HORIZON))
        scaled.append(mase(came, said, naive_scale(known)))
        symmetric.append(float(np.mean(200 * np.abs(came - said) / (np.abs(came) + np.abs(said)))))
    return {f"{method}_mase": float(np.mean(scaled)), f"{method}_smape": float(np.mean(symmetric))}


def _past(known: Floats, first: str, ahead: int) -> History:
    index = pd.period_range(first, periods=len(known), freq="M")
    return history(pd.Series(known, index=index).astype("Int64"), ahead)


def _as_published(past: History) -> History:
    """Without our allowance for the days of a month, which the published methods do not make."""
    return replace(past, days=np.ones_like(past.days))


def _ets(past: History) -> Floats:
    plain = _as_published(past)
    return np.exp(ets_ahead(plain, ets_fitted(plain))[0].mean)


def _drawn(past: History, model: str) -> Floats:
    paths = models(past)[model](past)(past, DRAWS, np.random.default_rng(0))
    return np.asarray(np.median(paths, axis=0), dtype=np.float64)


def accidental_deaths(case: Case) -> dict[str, Any]:
    index = pd.PeriodIndex(case.data["ym"], freq="M")
    known = pd.Series(case.data["deaths"].to_numpy(dtype=float), index=index)
    order = {"order": (0, 1, 1), "seasonal_order": (0, 1, 1, 12)}
    fit = SARIMAX(known, simple_differencing=True, **order).fit(disp=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ahead = SARIMAX(known, **order).smooth(fit.params).get_forecast(6)
    return {
        "ma1": fit.params["ma.L1"],
        "sma1": fit.params["ma.S.L12"],
        "loglik": fit.llf,
        "forecast": ahead.predicted_mean.tolist(),
        "forecast_se": ahead.se_mean.tolist(),
    }


def drivers_1982(case: Case) -> dict[str, Any]:
    counts = case.data.set_index("ym")["drivers"].astype(float)
    known, came = counts[:"1981-12"].to_numpy(), counts["1982-01":"1982-12"].to_numpy()  # type: ignore[misc]
    past = _past(known, "1969-01", 12)
    plain = _as_published(past)
    naive = same_month(past.counts, 12)
    theta = np.exp(theta_ahead(plain, theta_fitted(plain))[0].mean)
    return {
        "snaive_forecast": naive.tolist(),
        **_errors("snaive", came, naive, known),
        **_errors("theta", came, theta, known),
    }


def _errors(name: str, came: Floats, said: Floats, known: Floats) -> dict[str, float]:
    return {f"{name}_mae": float(np.mean(np.abs(came - said))), f"{name}_mase": mase(came, said, naive_scale(known))}


ANSWERS = {
    "forecast-m3-monthly-a": m3_set_a,
    "forecast-usaccdeaths-arima": accidental_deaths,
    "forecast-ukdrivers-1982": drivers_1982,
}
UNUSED = {
    "forecast-m3-monthly-a": {"R_naive_mase", "R_naive_smape"}
    | {f"{method}_{score}" for method in SUBMITTED for score in ("mase", "smape")},
    "forecast-usaccdeaths-arima": {"ma1", "sma1", "loglik", "forecast", "forecast_se"},
}
