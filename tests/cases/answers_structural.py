"""Structural counterfactuals with controls, and what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.evaluation.carried_forward import carried_forward

if TYPE_CHECKING:
    from .case import Case

Floats = np.ndarray[Any, np.dtype[np.float64]]
TIGHT = 0.01
"""How far the published program takes a level to wander beforehand, in standard deviations of the series before."""


def _effect(values: Floats, controls: Floats, before: int) -> tuple[Floats, Floats]:
    """What was counted afterwards and draws of what was to be expected, each period's own noise in them."""
    known = np.where(np.arange(len(values)) < before, values, np.nan)
    found = carried_forward(known, controls, np.arange(before, len(values)), scale=TIGHT * values[:before].std(ddof=1))
    rng = np.random.default_rng(1)
    return values[before:], found.paths + found.noise[:, None] * rng.standard_normal(found.paths.shape)


def published_search_interest(case: Case) -> dict[str, Any]:
    values = case.data["y"].to_numpy(dtype=float)
    after, expected = _effect(values, case.data[["x1", "x2"]].to_numpy(dtype=float), len(values) - 30)
    total = expected.sum(axis=1)
    low, high = np.quantile(after.sum() - total, [0.025, 0.975])
    return {
        "actual_cum": after.sum(),
        "prediction_cum": total.mean(),
        "effect_cum": after.sum() - total.mean(),
        "effect_low": low,
        "effect_high": high,
        "relative_pct": 100 * (after.sum() / total.mean() - 1),
    }


def simulated_effect_of_ten_a_day(case: Case) -> dict[str, Any]:
    values = case.data["y"].to_numpy(dtype=float)
    after, expected = _effect(values, case.data[["x1"]].to_numpy(dtype=float), 70)
    effect = after.sum() - expected.sum(axis=1).mean()
    return {
        "actual_avg": after.mean(),
        "actual_cum": after.sum(),
        "effect_avg": effect / len(after),
        "effect_cum": effect,
        "relative_pct": 100 * effect / (after.sum() - effect),
        "true_effect_cum": effect,
    }


ANSWERS = {
    "ci-google-data": published_search_interest,
    "ci-vignette-simulated": simulated_effect_of_ten_a_day,
}
UNUSED = {
    "ci-google-data": ["prediction_cum", "effect_cum", "effect_low", "effect_high", "relative_pct"],
    "ci-vignette-simulated": ["effect_avg", "effect_cum", "relative_pct", "true_effect_cum"],
}
"""With the other program's tight prior of the level, which no report takes."""
