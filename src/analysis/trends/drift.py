"""A random walk with drift: the cautious model of a few years."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analysis.trends.estimate import Estimate, estimate

Floats = npt.NDArray[np.float64]


def random_walk_drift(log_rates: Floats, years: Floats) -> Estimate:
    """Mean yearly step of ``log_rates`` (NaN where unknown) with its Student limits: steps are independent, levels not.

    Only steps between neighbouring known years count (Harvey 1989, 4.1: the local level model without noise).
    """
    step, apart = np.diff(log_rates), np.diff(years)
    step = step[np.isfinite(step) & (apart == 1)]
    error = float(np.std(step, ddof=1) / np.sqrt(len(step)))
    periods = int(np.isfinite(log_rates).sum())
    return estimate("random walk with drift", float(np.mean(step)), error, len(step) - 1, periods)
