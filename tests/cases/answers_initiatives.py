"""Before and after an initiative or a law, and many comparisons at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.diagnostic import acorr_breusch_godfrey
from statsmodels.stats.stattools import durbin_watson

from analysis import measures, trends
from analysis.trends.log_linear_fit import fit_log_linear

if TYPE_CHECKING:
    from .case import Case

Floats = np.ndarray[Any, np.dtype[np.float64]]
NORMAL = 1.959964


def several_p_values(case: Case) -> dict[str, Any]:
    p = [float(one) for one in case.data["p"]]
    ordered = np.argsort(p)
    ranked = np.asarray(p)[ordered]
    count = len(p)
    benjamini = np.minimum.accumulate((ranked * count / np.arange(1, count + 1))[::-1])[::-1]
    holm = np.maximum.accumulate(ranked * np.arange(count, 0, -1))
    return {
        "n_rejected_bh_05": sum(measures.discoveries(p)),
        "n_rejected_bonferroni_05": sum(one <= 0.05 / count for one in p),
        "bh_adjusted": list(np.minimum(benjamini, 1)[np.argsort(ordered)]),
        "holm_adjusted": list(np.minimum(holm, 1)[np.argsort(ordered)]),
    }


def homicides_in_boston(case: Case) -> dict[str, Any]:
    counts = case.data["homicides"].to_numpy(dtype=float)
    post = case.data["post"].to_numpy(dtype=float)
    time = case.data["t"].to_numpy(dtype=float)
    months = np.eye(12)[(case.data["ym"].str[5:].astype(int) - 1).to_numpy()][:, 1:]
    before, after = (case.data.loc[case.data["post"] == each, "homicides"] for each in (0, 1))
    found = measures.change(int(before.sum()), int(after.sum()), exposure_before=len(before), exposure_after=len(after))
    broken = trends.search_break(counts, time / 12, np.empty((len(counts), 0)), kinds=("mean",))
    assert broken is not None
    seasonal = trends.count_model(counts, np.column_stack([post, months]))
    return {
        "before_total": found.before,
        "after_total": found.after,
        "before_months": len(before),
        "after_months": len(after),
        "exact_rr": found.ratio,
        "exact_lo": found.low,
        "exact_hi": found.high,
        **_poisson_ratio(counts, post[:, None], "step_"),
        **_poisson_ratio(counts, np.column_stack([post, months]), "step_season_"),
        **_poisson_ratio(counts, np.column_stack([post, time, months]), "step_trend_season_"),
        "dispersion_step_season": seasonal.phi,
        "break_last_month_before": case.data["ym"].iloc[broken.at - 1],
        "rss_0": broken.rss[0],
        "rss_1": broken.rss[1],
        "n_breaks_BIC": int(broken.detected),
        "supF": (broken.rss[0] - broken.rss[1]) / (broken.rss[1] / (len(counts) - 2)),
    }


def _poisson_ratio(counts: Floats, columns: Floats, prefix: str, offset: Floats | None = None) -> dict[str, float]:
    """The first column's rate ratio with plain Poisson errors, by the package's own fit."""
    design = np.column_stack([np.ones(len(counts)), columns])
    fitted = fit_log_linear(counts[None, :], design, np.zeros(len(counts)) if offset is None else offset)
    return _limits(float(fitted.coefficients[0, 1]), float(fitted.covariance[0, 1, 1] ** 0.5), prefix)


def _limits(coefficient: float, error: float, prefix: str) -> dict[str, float]:
    return {
        f"{prefix}rr": np.exp(coefficient),
        f"{prefix}lo": np.exp(coefficient - NORMAL * error),
        f"{prefix}hi": np.exp(coefficient + NORMAL * error),
    }


def _quasi(counts: Floats, columns: Floats, offset: Floats | None = None) -> tuple[Floats, Floats, float]:
    """Coefficients and quasi-Poisson errors (constant first), and Pearson's dispersion."""
    design = np.column_stack([np.ones(len(counts)), columns])
    fitted = fit_log_linear(counts[None, :], design, np.zeros(len(counts)) if offset is None else offset)
    expected = fitted.expected[0]
    phi = float(((counts - expected) ** 2 / expected).sum() / (len(counts) - design.shape[1]))
    return fitted.coefficients[0], np.sqrt(phi * np.diag(fitted.covariance[0])), phi


def _sicily(case: Case) -> tuple[Floats, Floats, Floats]:
    """Counts, columns (ban, time, two harmonics) and log population."""
    month = 2 * np.pi * case.data["month"] / 12
    season = [each(k * month) for k in (1, 2) for each in (np.sin, np.cos)]
    columns = np.column_stack([case.data["smokban"], case.data["time"], *season])
    return case.data["aces"].to_numpy(dtype=float), columns, np.log(case.data["stdpop"].to_numpy())


def smoking_ban(case: Case) -> dict[str, Any]:
    counts, columns, offset = _sicily(case)
    plain, errors, phi = _quasi(counts, columns[:, :2], offset)
    seasonal, seasonal_errors, seasonal_phi = _quasi(counts, columns, offset)
    sloped = np.column_stack([columns, columns[:, 0] * (columns[:, 1] - 36)])
    slope, slope_errors, _ = _quasi(counts, sloped, offset)
    test = _slope_test(counts, columns, sloped, offset)
    ban = columns[:, 0] == 1
    without = np.column_stack([np.ones(len(counts)), np.zeros(len(counts)), columns[:, 1:]])
    return {
        **_poisson_ratio(counts, columns[:, :2], "poisson_", offset),
        **_limits(plain[1], errors[1], "quasi_"),
        **_limits(seasonal[1], seasonal_errors[1], "seas_"),
        **_limits(slope[1], slope_errors[1], "slopemodel_"),
        "quasi_dispersion": phi,
        "seas_dispersion": seasonal_phi,
        "trend_per_year_rr": np.exp(12 * seasonal[2]),
        **_limits(slope[-1], slope_errors[-1], "slope_change_"),
        "F_slope": test[0],
        "p_slope": test[1],
        "expected_post_counterfactual": np.exp(without @ seasonal + offset)[ban].sum(),
        "observed_post": int(counts[ban].sum()),
    }


def _slope_test(counts: Floats, columns: Floats, sloped: Floats, offset: Floats) -> tuple[float, float]:
    """F of what a slope takes off the deviance, over the larger model's Pearson dispersion (R's ``anova``)."""
    fitted = [sm.GLM(counts, sm.add_constant(each), sm.families.Poisson(), offset=offset).fit() for each in
              (columns, sloped)]  # fmt: skip
    phi = fitted[1].pearson_chi2 / fitted[1].df_resid
    found = (fitted[0].deviance - fitted[1].deviance) / phi
    return float(found), float(stats.f.sf(found, 1, fitted[1].df_resid))


def smoking_ban_negative_binomial(case: Case) -> dict[str, Any]:
    counts, columns, offset = _sicily(case)
    found = trends.count_model(counts, columns, offset)
    assert found.family == "negative binomial"
    plain = sm.GLM(counts, sm.add_constant(columns), sm.families.Poisson(), offset=offset).fit()
    return {
        **_limits(found.coefficients[1], found.errors[1], "nb_"),
        "nb_theta": found.theta,
        "ljungbox12_dev_resid": float(trends.ljung_box_q(np.asarray(plain.resid_deviance), 12)),
    }


def drivers_killed(case: Case) -> dict[str, Any]:
    months = np.eye(12)[case.data["month"] - 1][:, 1:]
    columns = np.column_stack([case.data["law"], case.data["time"], months])
    counts = case.data["DriversKilled"].to_numpy(dtype=float)
    found = trends.count_model(counts, columns)
    quasi, errors, phi = _quasi(counts, columns)
    injured = sm.OLS(np.log(case.data["drivers"].to_numpy(dtype=float)), sm.add_constant(columns)).fit()
    white = injured.get_robustcov_results("HAC", maxlags=12, use_correction=False)
    return {
        **_limits(quasi[1], errors[1], "killed_quasi_"),
        **_limits(found.coefficients[1], found.errors[1], "killed_nb_"),
        "killed_theta": found.theta,
        "killed_dispersion": phi,
        "ksi_loglin_law": injured.params[1],
        "ksi_loglin_ols_se": injured.bse[1],
        "ksi_loglin_nw12_se": white.bse[1],
        "ksi_bg12": acorr_breusch_godfrey(injured, nlags=12, result_object=False)[0],
    }


def cigarettes_in_california(case: Case) -> dict[str, Any]:
    """A straight line with a change of level and of slope, and Newey-West errors: no report uses either."""
    packs = case.data["packspercapita"].to_numpy(dtype=float)
    year = case.data["year"].to_numpy(dtype=float)
    taxed = (year >= 1989).astype(float)
    line = sm.OLS(packs, sm.add_constant(np.column_stack([year - 1970, taxed, taxed * (year - 1989)]))).fit()
    robust = line.get_robustcov_results("HAC", maxlags=1, use_correction=True)
    names = ("const", "trend", "level_change", "slope_change")
    post = np.array([0, 1, 0, 1])
    return {
        **dict(zip(names, line.params, strict=True)),
        **{f"{name}_ols_se": error for name, error in zip(names, line.bse, strict=True)},
        **{f"{name}_nw1_se": error for name, error in zip(names, robust.bse, strict=True)},
        "post_trend": post @ line.params,
        "post_trend_nw1_se": float(post @ robust.cov_params() @ post) ** 0.5,
        "r2": line.rsquared,
        "durbin_watson": durbin_watson(line.resid),
        "breusch_godfrey1": acorr_breusch_godfrey(line, nlags=1, result_object=False)[0],
    }


ANSWERS = {
    "counts-fdr-bh1995": several_p_values,
    "its-boston-ceasefire": homicides_in_boston,
    "its-prop99-newey-west": cigarettes_in_california,
    "its-sicily-smoking-ban": smoking_ban,
    "its-sicily-negbin": smoking_ban_negative_binomial,
    "its-seatbelts-drivers": drivers_killed,
}
UNUSED = {
    "counts-fdr-bh1995": ["n_rejected_bonferroni_05", "bh_adjusted", "holm_adjusted"],
    "its-boston-ceasefire": [
        f"{model}_{part}" for model in ("step", "step_season", "step_trend_season") for part in ("rr", "lo", "hi")
    ] + ["supF"],
    "its-prop99-newey-west": [
        *(f"{name}{kind}" for name in ("const", "trend", "level_change", "slope_change")
          for kind in ("", "_ols_se", "_nw1_se")),
        "post_trend", "post_trend_nw1_se", "r2", "durbin_watson", "breusch_godfrey1",
    ],
    "its-sicily-smoking-ban": [
        *(f"{model}_{part}" for model in ("poisson", "quasi", "seas", "slopemodel", "slope_change")
          for part in ("rr", "lo", "hi")),
        "F_slope", "p_slope",
    ],
    "its-sicily-negbin": ["ljungbox12_dev_resid"],
    "its-seatbelts-drivers": [
        "killed_quasi_lo", "killed_quasi_hi", "ksi_loglin_law", "ksi_loglin_ols_se", "ksi_loglin_nw12_se", "ksi_bg12",
    ],
}  # fmt: skip
"""Quantities of methods that no report uses: plain Poisson and normal limits, a change of slope, robust errors."""
