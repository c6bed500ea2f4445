"""Trends, breaks, regressions of counts, and the structural model of the seat-belt law."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.stats.diagnostic import acorr_breusch_godfrey
from statsmodels.stats.stattools import durbin_watson
from statsmodels.tsa.arima.model import ARIMA

from analysis import trends

if TYPE_CHECKING:
    from .case import Case

Floats = np.ndarray[Any, np.dtype[np.float64]]
BAI = 11.03
"""The 97.5 % point of the distribution of a break's place (Bai 1997), in units of variance over shift squared."""


def factors(frame: pd.DataFrame) -> Floats:
    return pd.get_dummies(frame, drop_first=True, dtype=float).to_numpy()


def nile(case: Case) -> dict[str, Any]:
    flow = case.data["flow"].to_numpy(dtype=float)
    years = case.data["year"].to_numpy()
    found = trends.search_break(flow, np.arange(len(flow)) / 1.0, np.empty((len(flow), 0)), kinds=("mean",))
    assert found is not None
    left = len(flow) - 2
    reach = int(BAI * found.rss[1] / len(flow) / found.size**2) + 1
    return {
        "last_year_before": int(years[found.at - 1]),
        "ci_low_year": int(years[found.at - 1]) - reach,
        "ci_high_year": int(years[found.at - 1]) + reach,
        "rss_0": found.rss[0],
        "rss_1": found.rss[1],
        "n_breaks_BIC": int(found.detected),
        "mean_before": flow[: found.at].mean(),
        "mean_after": flow[found.at :].mean(),
        "supF": (found.rss[0] - found.rss[1]) / (found.rss[1] / left),
    }


def drivers_in_three_regimes(case: Case) -> dict[str, Any]:
    """Every coefficient may change at two breaks: the partition with the least sum of squares (Bai and Perron 2003)."""
    logged = np.log10(case.data["drivers"].to_numpy(dtype=float))
    months = case.data["ym"].to_numpy()[12:]
    values = logged[12:]
    design = np.column_stack([np.ones(len(values)), logged[11:-1], logged[:-12]])
    least, end = int(0.1 * len(values)), len(values)

    def rss(start: int, stop: int) -> float:
        part, kept = values[start:stop], design[start:stop]
        left = part - kept @ np.linalg.lstsq(kept, part)[0]
        return float(left @ left)

    first = {at: rss(0, at) for at in range(least, end - 2 * least + 1)}
    best = _best_two(first, rss, least, end)
    return {
        "break1": str(months[best[1] - 1]),
        "break2": str(months[best[2] - 1]),
        "rss_2": best[0],
        "rss_0": rss(0, end),
    }


def _best_two(first: dict[int, float], rss: Any, least: int, end: int) -> tuple[float, int, int]:
    last = {at: rss(at, end) for at in range(2 * least, end - least + 1)}
    tried = ((first[one] + rss(one, two) + last[two], one, two) for one in first for two in last if two - one >= least)
    return min(tried)


def school_absence(case: Case) -> dict[str, Any]:
    counts = case.data["Days"].to_numpy(dtype=float)
    frame = case.data.drop(columns="Days")
    found = trends.count_model(counts, factors(frame))
    spread = trends.cameron_trivedi(counts, found.poisson)
    saturated = trends.log_likelihood(counts, np.maximum(counts, 1e-300))
    poisson = trends.log_likelihood(counts, found.poisson)
    likelihood = trends.log_likelihood(counts, found.expected, 1 / found.theta)
    names = ["(Intercept)", "EthN", "SexM", "AgeF1", "AgeF2", "AgeF3", "LrnSL"]
    return {
        **{f"coef_{name}": value for name, value in zip(names, found.coefficients, strict=True)},
        **{f"se_{name}": value for name, value in zip(names, found.errors, strict=True)},
        "theta": found.theta,
        "alpha": 1 / found.theta,
        "loglik": likelihood,
        "poisson_pearson_dispersion": found.phi,
        "poisson_deviance": 2 * (saturated - poisson),
        "dispersiontest_z": spread.z,
        "dispersiontest_p": spread.p,
        "lr_nb_vs_poisson": 2 * (likelihood - poisson),
        "nested_theta": trends.count_model(counts, _nested(frame)).theta,
    }


def _nested(frame: pd.DataFrame) -> Floats:
    """Sex / (Age + Eth * Lrn): everything apart for each sex."""
    age = pd.get_dummies(frame["Age"], drop_first=True, dtype=float).to_numpy()
    origin, learner = (factors(frame[[name]]) for name in ("Eth", "Lrn"))
    within = np.column_stack([age, origin, learner, origin * learner])
    man = (frame["Sex"] == "M").to_numpy(dtype=float)[:, None]
    return np.column_stack([man, within * man, within * (1 - man)])


def recreation_trips(case: Case) -> dict[str, Any]:
    counts = case.data["trips"].to_numpy(dtype=float)
    found = trends.count_model(counts, factors(case.data.drop(columns="trips")))
    linear = trends.cameron_trivedi(counts, found.poisson)
    quadratic = trends.cameron_trivedi(counts, found.poisson, quadratic=True)
    return {
        "z": linear.z,
        "p": linear.p,
        "dispersion": linear.dispersion,
        "nb2_z": quadratic.z,
        "nb2_p": quadratic.p,
        "nb2_alpha": quadratic.dispersion,
        "nb_theta": found.theta,
        "nb_loglik": trends.log_likelihood(counts, found.expected, 1 / found.theta),
    }


def lake_huron(case: Case) -> dict[str, Any]:
    level = case.data["level"].to_numpy(dtype=float)
    year = case.data["year"].to_numpy(dtype=float)
    design = sm.add_constant(year)
    line = sm.OLS(level, design).fit()
    white, adjusted = (
        line.get_robustcov_results("HAC", maxlags=4, use_correction=each).bse[1] for each in (False, True)
    )
    second = ARIMA(level, exog=year - 1920, order=(2, 0, 0)).fit()
    squares = {lags: float((trends.autocorrelation(level, lags) ** 2).sum()) for lags in (1, 5, 12)}
    return {
        **{f"ljung_box_Q{lags}": float(trends.ljung_box_q(level, lags)) for lags in (1, 5, 12)},
        **{f"box_pierce_Q{lags}": len(level) * each for lags, each in squares.items()},
        "slope": line.params[1],
        "ols_se": line.bse[1],
        "durbin_watson": durbin_watson(line.resid),
        "bg1": acorr_breusch_godfrey(line, nlags=1, result_object=False)[0],
        "nw4_se": white,
        "nw4_se_adj": adjusted,
        "ar2_slope": second.params[1],
        "ar2_slope_se": second.bse[1],
        "acf1": trends.autocorrelation(level, 1)[0],
    }


def law_with_arima(case: Case) -> dict[str, Any]:
    drivers = np.log10(case.data["drivers"].to_numpy(dtype=float))
    law = case.data["law"].to_numpy(dtype=float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = ARIMA(drivers, exog=law, order=(1, 0, 0), seasonal_order=(1, 0, 0, 12)).fit()
    named = dict(zip(found.param_names, found.params, strict=True))
    return {
        "ar1": named["ar.L1"],
        "sar1": named["ar.S.L12"],
        "law": named["x1"],
        "law_se": found.bse[found.param_names.index("x1")],
        "loglik": found.llf,
        "pct_effect": 100 * (10 ** named["x1"] - 1),
    }


def law_in_the_structural_model(case: Case) -> dict[str, Any]:
    drivers = np.log(case.data["drivers"].to_numpy(dtype=float))
    months = np.eye(12)[np.arange(len(drivers)) % 12][:, 1:]
    law, petrol = case.data["law"].to_numpy(dtype=float), np.log(case.data["PetrolPrice"].to_numpy())
    level = trends.local_level(drivers, np.empty((len(drivers), 0)))
    seasonal = trends.local_level(drivers, months)
    full = trends.local_level(drivers, np.column_stack([law, petrol, months]))
    alone = trends.local_level(drivers, np.column_stack([law, months]))
    # The book leaves out one value's constant; how many the season costs depends on how it is written down.
    per_month, with_season = (
        (each.log_likelihood + 0.5 * np.log(2 * np.pi)) / len(drivers) for each in (level, seasonal)
    )
    return {
        "ll_var_irregular": level.irregular,
        "ll_var_level": level.level,
        "ll_loglik_per_obs": per_month,
        "seas_var_irregular": seasonal.irregular,
        "seas_var_level": seasonal.level,
        "full_var_irregular": full.irregular,
        "full_var_level": full.level,
        "law_coef": full.coefficients[0],
        "law_se": full.errors[0],
        "petrol_coef": full.coefficients[1],
        "petrol_se": full.errors[1],
        "law_pct_effect": 100 * np.expm1(full.coefficients[0]),
        "law_only_coef": alone.coefficients[0],
        "law_only_se": alone.errors[0],
        "seas_minus_nothing_published_loglik_diff": with_season - per_month,
    }


ANSWERS = {
    "trend-break-nile": nile,
    "trend-breaks-ukdd": drivers_in_three_regimes,
    "counts-nb-quine": school_absence,
    "counts-overdispersion-recreation": recreation_trips,
    "counts-autocorrelation-lakehuron": lake_huron,
    "sts-seatbelt-arima": law_with_arima,
    "sts-seatbelt-structural": law_in_the_structural_model,
}
UNUSED = {
    "trend-break-nile": ["ci_low_year", "ci_high_year", "supF"],
    "trend-breaks-ukdd": ["break1", "break2", "rss_2", "rss_0"],
    "counts-autocorrelation-lakehuron": [
        "box_pierce_Q1", "box_pierce_Q5", "box_pierce_Q12", "slope", "ols_se", "durbin_watson", "bg1", "nw4_se",
        "nw4_se_adj", "ar2_slope", "ar2_slope_se",
    ],
    "sts-seatbelt-arima": ["ar1", "sar1", "law", "law_se", "loglik", "pct_effect"],
}  # fmt: skip
"""Quantities of methods that no report uses: a break's interval, several breaks at once, ARIMA, robust errors."""
