"""The Theta method on logs: simple smoothing with half the drift of a straight line, on a deseasonalised past."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize

from analysis.outlook.ets import lingering
from analysis.outlook.history import History
from analysis.outlook.level import Ahead

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Straight:
    """Season and drift by least squares; ``error`` is the drift's standard error, ``rest`` what the season leaves."""

    season: Floats
    drift: float
    error: float
    rest: Floats


def theta_fitted(past: History) -> float:
    """The smoothing of the level that has the least squared one-month-ahead errors."""
    straight = _straight(past)

    def squares(alpha: float) -> float:
        return float(np.nansum(_smoothed(straight, alpha)[0] ** 2))

    return float(optimize.minimize_scalar(squares, bounds=(0.01, 0.99), method="bounded").x)


def theta_ahead(past: History, alpha: float) -> list[Ahead]:
    """The months ahead: Theta is simple smoothing with half the line's drift (Hyndman and Billah 2003).

    The drift's own uncertainty is added. A month without a count moves nothing.
    """
    straight = _straight(past)
    errors, level = _smoothed(straight, alpha)
    steps = np.arange(1, past.ahead + 1, dtype=np.float64)
    mean = level + straight.drift / 2 * steps + straight.season[past.length :]
    response = np.where(steps == 1, 1.0, alpha)
    found = lingering(mean, response, errors, 2 + past.columns.shape[1])
    return [Ahead(mean, found.scale + (straight.error / 2) ** 2 * np.outer(steps, steps), found.df, 1.0)]


def _straight(past: History) -> Straight:
    known = past.usable
    time = np.arange(len(past.months), dtype=np.float64)
    design = np.column_stack([np.ones(len(time)), time, past.columns])
    inside = design[: past.length][known]
    effects = np.linalg.lstsq(inside, past.logs[known], rcond=None)[0]
    season = past.columns @ effects[2:]
    left = past.logs[known] - inside @ effects
    variance = float(left @ left) / max(len(left) - inside.shape[1], 1)
    error = float(np.sqrt(variance * np.linalg.pinv(inside.T @ inside)[1, 1]))
    return Straight(season, float(effects[1]), error, past.logs - season[: past.length])


def _smoothed(straight: Straight, alpha: float) -> tuple[Floats, float]:
    """One-month-ahead errors, NaN where unknown, and the level after the last month."""
    errors = np.full(len(straight.rest), np.nan)
    level = float(straight.rest[np.flatnonzero(np.isfinite(straight.rest))[0]])
    for step, rest in enumerate(straight.rest):
        level += straight.drift / 2
        if np.isfinite(rest):
            errors[step] = rest - level
            level += alpha * errors[step]
    return errors, level
