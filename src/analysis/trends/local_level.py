"""A level that may wander, with fixed effects: the structural model of log counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize

Floats = npt.NDArray[np.float64]
SHARES: Final[Floats] = np.concatenate([[0.0], 1 / (1 + np.logspace(7, -7, 113)), [1.0]])
"""Where the level's share of variance is looked for first: no start can then miss the best fit."""


@dataclass(frozen=True)
class LocalLevel:
    """``coefficients`` and ``errors`` of the columns given; ``df`` is periods known less fixed effects.

    ``irregular`` and ``level`` are the variances of noise and of the level's step. ``log_likelihood`` is the exact
    diffuse one, all periods known counted in its constant. ``converged`` is false where nothing is left to estimate a
    variance from.
    """

    coefficients: tuple[float, ...]
    errors: tuple[float, ...]
    df: int
    irregular: float
    level: float
    log_likelihood: float
    converged: bool


def local_level(log_counts: Floats, columns: Floats) -> LocalLevel:
    """Fit a random-walk level plus ``columns`` (n by k) to ``log_counts``, in which NaN marks a gap.

    Restricted maximum likelihood (Patterson and Thompson 1971), which is the exact diffuse likelihood with the
    coefficients in the state (Durbin and Koopman 2012). The fixed effects are projected out, what is left is turned to
    the axes of the level's covariance, and one number is left to find: the level's share of the variance of a step.
    A column of time is the level's drift. Raises ``ValueError`` where columns are collinear among the known periods.
    """
    at, values, effects = known_part(log_counts, columns)
    df = len(at) - effects.shape[1]
    walk = np.minimum.outer(at, at) - at[0]
    share, scale = _best(values, effects, walk)
    covariance = scale * ((1 - share) * np.eye(len(at)) + share * walk + np.outer(np.ones(len(at)), np.ones(len(at))))
    return _effects(values, effects, covariance, df, scale * (1 - share), scale * share)


def known_part(log_counts: Floats, columns: Floats) -> tuple[Floats, Floats, Floats]:
    """Places, values and effects (a constant first) of the known periods; raises ``ValueError`` as ``local_level``."""
    known = np.isfinite(log_counts)
    at = np.flatnonzero(known).astype(np.float64)
    effects = np.column_stack([np.ones(len(at)), columns[known]])
    if len(at) <= effects.shape[1] or np.linalg.matrix_rank(effects) < effects.shape[1]:
        raise ValueError("a local level needs more known periods than columns, and no column made of others")
    return at, log_counts[known], effects


def _best(values: Floats, effects: Floats, walk: Floats) -> tuple[float, float]:
    """The level's share of the variance and the whole variance, at the highest restricted likelihood."""
    rest = np.linalg.qr(effects, mode="complete")[0][:, effects.shape[1] :]
    spread, axes = np.linalg.eigh(rest.T @ walk @ rest)
    squares: Floats = (axes.T @ (rest.T @ values)) ** 2
    if squares.sum() < 1e-18 * max(1.0, float(values @ values)):
        return 0.0, 1e-18

    def minus_twice(share: Floats) -> Floats:
        variance = (1 - share[:, None]) + share[:, None] * spread
        found: Floats = len(squares) * np.log((squares / variance).sum(axis=1)) + np.log(variance).sum(axis=1)
        return found

    coarse = int(np.argmin(minus_twice(SHARES)))
    around = SHARES[max(coarse - 1, 0)], SHARES[min(coarse + 1, len(SHARES) - 1)]
    fine = optimize.minimize_scalar(
        lambda share: float(minus_twice(np.array([share]))[0]),
        bounds=around,
        method="bounded",
        options={"xatol": 1e-10},
    )
    ends = [float(fine.x), float(SHARES[coarse])]
    share = ends[int(np.argmin(minus_twice(np.array(ends))))]
    return share, float((squares / (1 - share + share * spread)).mean())


def _effects(
    values: Floats, effects: Floats, covariance: Floats, df: int, irregular: float, level: float
) -> LocalLevel:
    """Generalised least squares at the variances found. A constant in the covariance is free: the level takes it up."""
    root = np.linalg.cholesky(covariance)
    white = np.linalg.solve(root, np.column_stack([effects, values]))
    design, response = white[:, :-1], white[:, -1]
    precision = design.T @ design
    coefficients = np.linalg.solve(precision, design.T @ response)
    left = response - design @ coefficients
    twice = 2 * float(np.log(np.diag(root)).sum()) + float(np.linalg.slogdet(precision)[1]) + float(left @ left)
    errors = np.sqrt(np.diag(np.linalg.inv(precision)))
    return LocalLevel(
        coefficients=(*map(float, coefficients[1:]),),
        errors=(*map(float, errors[1:]),),
        df=df,
        irregular=irregular,
        level=level,
        log_likelihood=-0.5 * (len(values) * float(np.log(2 * np.pi)) + twice),
        converged=irregular + level > 1e-17,
    )
