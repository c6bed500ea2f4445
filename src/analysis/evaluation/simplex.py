"""Weights that are nought or more and sum to one, by least squares: what synthetic controls are made with."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize

Floats = npt.NDArray[np.float64]
STRICT: Final = 1e4
"""How much more the sum is held to one than any row to its target: weights are off by about its inverse squared."""


def simplex_weights(columns: Floats, target: Floats, ridge: Floats | float = 0.0) -> Floats:
    """The weights w on ``columns`` (n by k) that make |columns w - target|^2 + sum(ridge w^2) least.

    An active-set solution (Lawson and Hanson 1974) of non-negative least squares with one more row that holds the sum
    to one, so exact but for rounding. Raises ``ValueError`` for figures that are not finite.
    """
    if not (np.isfinite(columns).all() and np.isfinite(target).all()):
        raise ValueError("weights need finite figures")
    size = float(np.abs(columns).max(initial=0.0)) or 1.0
    many = columns.shape[1]
    rows = [columns / size, np.diag(np.sqrt(np.broadcast_to(ridge, many))) / size, np.full((1, many), STRICT)]
    aims = [target / size, np.zeros(many), np.array([STRICT])]
    weights, _ = optimize.nnls(np.vstack(rows), np.concatenate(aims), maxiter=50 * many)
    found: Floats = weights / weights.sum()
    return found
