"""The error of a regression's coefficient where months may hang together, by no one knows how much."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.measures import LongRun, Mixture, long_run

Floats = npt.NDArray[np.float64]
NEGLIGIBLE: Final = 1e-6
"""Pairs with less weight than this, some hundreds of them, move no limit that is shown."""


def hanging_together(
    residuals: Floats, variance: Floats, moves: Floats, design: Floats, when: npt.NDArray[np.int64]
) -> tuple[Mixture, LongRun]:
    """What a coefficient may be off by: a mixture around nought, from n ``residuals`` of counts (count less expected).

    ``variance`` is what independent incidents would give each count (the expected count for Poisson, N p (1 - p) for a
    share), ``moves`` how much each count moves the coefficient (a row of the estimator's linear form), ``design``
    (n by k, constant included) the columns on the linear scale, ``when`` the months' numbers. The coefficient is a
    contrast of counts, so that its variance follows in closed form from each pair of ``measures.LongRun``; the pairs'
    weights are those that the residuals give (restricted likelihood, as for the totals of years). Each pair's limits
    are Student's with n - k degrees of freedom, which few months and few counts need beside the weighing.
    """
    found = long_run(residuals / np.sqrt(variance), variance, design, when, 1)
    spread, weights = found.contrast(moves, variance, when), np.array(found.weights)
    likely = weights > NEGLIGIBLE
    kept = weights[likely] / weights[likely].sum()
    df = float(len(residuals) - design.shape[1])
    return Mixture(np.zeros(len(kept)), np.sqrt(spread[likely]), kept, df), found
