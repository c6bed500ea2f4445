"""Means over series and months with intervals that know that all series share their months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from forecasts.districts import Trial

Floats = npt.NDArray[np.float64]
RESAMPLES = 2000
SEED = 20221130
FIELDS = ("error", "naive", "in80", "in95")


@dataclass(frozen=True)
class Scored:
    """One group at one horizon (0 for all): each mean with its 95 % limits, the ratio of errors, how much went in."""

    horizon: int
    series: int
    months: int
    forecasts: int
    means: dict[str, tuple[float, float, float]]


def scored(trials: Sequence[Trial], horizon: int) -> Scored | None:
    """Resample whole target months (Cameron, Gelbach and Miller 2008), which every district and category shares."""
    columns = range(trials[0].error.shape[1]) if horizon == 0 else [horizon - 1]
    sums: dict[int, Floats] = {}
    used = set()
    for each in trials:
        for place, first in enumerate(each.first_targets):
            for column in columns:
                values = np.array([getattr(each, name)[place, column] for name in FIELDS])
                if np.isfinite(values).all():
                    month = first.ordinal + column
                    sums[month] = sums.get(month, np.zeros(5)) + np.append(values, 1.0)
                    used.add(each.name)
    if not sums:
        return None
    table = np.array([sums[month] for month in sorted(sums)])
    draws = np.random.default_rng(SEED).integers(len(table), size=(RESAMPLES, len(table)))
    resampled = table[draws].sum(axis=1)
    means = {name: _limits(table.sum(axis=0)[at] / table.sum(axis=0)[4], resampled[:, at] / resampled[:, 4])
             for at, name in enumerate(FIELDS)}  # fmt: skip
    means["ratio"] = _limits(table.sum(axis=0)[0] / table.sum(axis=0)[1], resampled[:, 0] / resampled[:, 1])
    return Scored(horizon, len(used), len(table), int(table[:, 4].sum()), means)


def _limits(mean: float, drawn: Floats) -> tuple[float, float, float]:
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(mean), float(low), float(high)
