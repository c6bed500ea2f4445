"""Before and after an initiative or a law, and many comparisons at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import measures, trends

if TYPE_CHECKING:
    from .case import Case

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
    before, after = (case.data.loc[case.data["post"] == post, "homicides"] for post in (0, 1))
    found = measures.change(int(before.sum()), int(after.sum()), exposure_before=len(before), exposure_after=len(after))
    return {
        "before_total": found.before,
        "after_total": found.after,
        "before_months": len(before),
        "after_months": len(after),
        "exact_rr": found.ratio,
        "exact_lo": found.low,
        "exact_hi": found.high,
    }


def _sicily(case: Case) -> trends.CountModel:
    month = 2 * np.pi * case.data["month"] / 12
    season = [each(k * month) for k in (1, 2) for each in (np.sin, np.cos)]
    columns = np.column_stack([case.data["smokban"], case.data["time"], *season])
    offset = np.log(case.data["stdpop"].to_numpy())
    return trends.count_model(case.data["aces"].to_numpy(dtype=float), columns, offset)


def _ratio(model: trends.CountModel, prefix: str) -> dict[str, Any]:
    coefficient, error = model.coefficients[1], model.errors[1]
    return {
        f"{prefix}rr": np.exp(coefficient),
        f"{prefix}lo": np.exp(coefficient - NORMAL * error),
        f"{prefix}hi": np.exp(coefficient + NORMAL * error),
    }


def smoking_ban_dispersion(case: Case) -> dict[str, Any]:
    return {"seas_dispersion": _sicily(case).phi}


def smoking_ban_negative_binomial(case: Case) -> dict[str, Any]:
    found = _sicily(case)
    assert found.family == "negative binomial"
    return {**_ratio(found, "nb_"), "nb_theta": found.theta}


def drivers_killed(case: Case) -> dict[str, Any]:
    months = np.eye(12)[case.data["month"] - 1][:, 1:]
    columns = np.column_stack([case.data["law"], case.data["time"], months])
    found = trends.count_model(case.data["DriversKilled"].to_numpy(dtype=float), columns)
    return {**_ratio(found, "killed_nb_"), "killed_theta": found.theta, "killed_dispersion": found.phi}


ANSWERS = {
    "counts-fdr-bh1995": several_p_values,
    "its-boston-ceasefire": homicides_in_boston,
    "its-sicily-smoking-ban": smoking_ban_dispersion,
    "its-sicily-negbin": smoking_ban_negative_binomial,
    "its-seatbelts-drivers": drivers_killed,
}
UNUSED = {
    "counts-fdr-bh1995": ["n_rejected_bonferroni_05", "bh_adjusted", "holm_adjusted"],
}
