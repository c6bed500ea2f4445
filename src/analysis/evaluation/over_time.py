"""Limits of a synthetic control's effect from time alone: would its gaps after stand out among those of other times?"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.evaluation.simplex import simplex_weights
from analysis.measures import LEVEL

Floats = npt.NDArray[np.float64]
STEPS: Final = 61
"""Effects tried, evenly spaced in logarithms around the estimate."""
WIDEST: Final = 6.0
"""How far from the estimate they go, in standard deviations of the gaps before."""


def p_over_time(treated: Floats, donors: Floats, before: int, log_effect: float, ridge: Floats | float = 0.0) -> float:
    """The p of one constant effect (a log ratio), by the moving blocks of Chernozhukov, Wuthrich and Zhu (2021).

    The effect is taken out, weights are found on all T blocks, and the mean gap after is ranked among those of every
    stretch as long, the end joined to the beginning. ``donors`` is J by T.
    """
    without = treated.copy()
    without[before:] /= np.exp(log_effect)
    gaps = without - simplex_weights(donors.T, without, ridge) @ donors
    after = len(treated) - before
    turned = np.concatenate([gaps, gaps])
    means = np.abs([turned[start : start + after].mean() for start in range(len(gaps))])
    return float((means >= means[before] * (1 - 1e-9)).mean())


def limits_over_time(
    treated: Floats, donors: Floats, before: int, ridge: Floats | float = 0.0, level: float = LEVEL
) -> tuple[float, float] | None:
    """Least and greatest log effect that is not rejected; None with too few blocks for it (20 at 95 %), or none kept.

    A limit at the edge of what was tried is infinite. It asks that gaps are alike over time, and no more of the areas.
    """
    if len(treated) * (1 - level) < 1 - 1e-9:
        return None
    weights = simplex_weights(donors[:, :before].T, treated[:before], ridge)
    mix = weights @ donors
    centre = float(np.log(max(treated[before:].mean(), 1e-9) / mix[before:].mean()))
    spread = float(np.std(treated[:before] - mix[:before]) / mix.mean()) + 0.02
    tried = centre + np.linspace(-WIDEST * spread, WIDEST * spread, STEPS)
    kept = [p_over_time(treated, donors, before, each, ridge) > 1 - level for each in tried]
    if not any(kept):
        return None
    low, high = (float(tried[each]) for each in (np.flatnonzero(kept)[0], np.flatnonzero(kept)[-1]))
    return -np.inf if kept[0] else low, np.inf if kept[-1] else high
