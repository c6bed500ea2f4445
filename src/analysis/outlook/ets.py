"""Exponential smoothing of logs (ETS): level, season and, where the past asks for it, a damped trend.

Written by hand because a gap must be a gap: statsmodels' ``ETSModel`` takes none, and its state-space form finds other
parameters as soon as one month is missing. Without gaps all three agree (``tests/outlook/test_ets.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize

from analysis.outlook.history import History
from analysis.outlook.level import LEAST_DF, Ahead

Floats = npt.NDArray[np.float64]
DAMPING: Final = 0.9
STARTS: Final = ((0.1, 0.05, 0.05), (0.5, 0.05, 0.05))


@dataclass(frozen=True)
class Smoothing:
    """Additive errors (Hyndman and others 2008): ``alpha`` level, ``beta`` damped trend, ``gamma`` season."""

    alpha: float
    beta: float
    gamma: float
    trend: bool


@dataclass(frozen=True)
class Run:
    """One pass: one-month-ahead ``errors`` (NaN where unknown), the ``state`` after it, figures ``fitted``."""

    errors: Floats
    state: Floats
    fitted: int

    @property
    def aicc(self) -> float:
        """Corrected Akaike criterion, up to a constant."""
        known = int(np.isfinite(self.errors).sum())
        squares = max(float(np.nansum(self.errors**2)), 1e-12)
        spare = max(known - self.fitted - 1, 1)
        return float(known * np.log(squares / known) + 2 * self.fitted * (1 + (self.fitted + 1) / spare))


def ets_fitted(past: History) -> Smoothing:
    """The smoothing of least squared errors, in the form of lower AICc; starting states are concentrated out."""
    found = [_best(past, trend=form) for form in (False, True)]
    return min(found, key=lambda each: ets_run(past, each).aicc)


def _best(past: History, *, trend: bool) -> Smoothing:
    def squares(given: Floats) -> float:
        return float(np.nansum(ets_run(past, _bounded(given, trend=trend)).errors ** 2))

    starts = [np.array(start if trend else (start[0], start[2])) for start in STARTS]
    start = min(starts, key=squares)
    found = optimize.minimize(
        squares, start, method="Nelder-Mead", options={"xatol": 1e-3, "fatol": 1e-5, "maxfev": 150}
    )
    return _bounded(found.x, trend=trend)


def _bounded(given: Floats, *, trend: bool) -> Smoothing:
    """The nearest parameters in the usual region: 0 < beta < alpha < 1, 0 < gamma < 1 - alpha."""
    alpha = float(np.clip(given[0], 1e-4, 0.9999))
    gamma = float(np.clip(given[-1], 1e-4, 1 - alpha))
    return Smoothing(alpha, float(np.clip(given[1], 1e-4, alpha)) if trend else 0.0, gamma, trend)


def ets_run(past: History, by: Smoothing) -> Run:
    """Smooth the past: a month without a count has no error, so it moves nothing.

    Errors are linear in the starting states, which are therefore found by least squares in one pass.
    """
    shift, move, gain = _system(past, by)
    states = move.shape[0]
    course = np.hstack([np.zeros((states, 1)), np.eye(states)])
    rows = np.full((past.length, states + 1), np.nan)
    for step, log in enumerate(past.logs):
        if np.isfinite(log):
            rows[step] = -(shift[step] @ course)
            rows[step, 0] += log
        course = move @ course
        if np.isfinite(log):
            course += np.outer(gain[step], rows[step])
    known = rows[past.usable]
    start, _, rank, _ = np.linalg.lstsq(known[:, 1:], -known[:, 0], rcond=1e-8)
    whole = np.append(1.0, start)
    return Run(rows @ whole, course @ whole, int(rank) + 2 + int(by.trend))


def _system(past: History, by: Smoothing) -> tuple[Floats, Floats, Floats]:
    """What is seen of the state each month, how the state moves, and how it answers an error.

    State: level, trend if any, twelve seasonal terms, and one level for the months after each pulse.
    """
    season = np.eye(12)[np.asarray(past.months.month, dtype=np.intp) - 1]
    head = 1 + int(by.trend)
    lead = np.tile([1.0, DAMPING][:head], (len(past.months), 1))
    move = np.eye(head + 12 + past.after.shape[1])
    if by.trend:
        move[:2, :2] = [[1, DAMPING], [0, DAMPING]]
    smooth = np.tile([by.alpha, by.beta][:head], (len(past.months), 1))
    gain = np.hstack([smooth, by.gamma * season, np.zeros_like(past.after)])
    return np.hstack([lead, season, past.after]), move, gain


def ets_ahead(past: History, by: Smoothing) -> list[Ahead]:
    """The months ahead with given parameters, the months of ``past`` put in one by one."""
    run = ets_run(past, by)
    shift, move, _ = _system(past, by)
    mean, state = np.empty(past.ahead), run.state
    for step in range(past.ahead):
        mean[step] = shift[past.length + step] @ state
        state = move @ state
    later = np.arange(past.ahead)
    damped = by.beta * np.cumsum(np.where(later > 0, DAMPING**later, 0.0))
    response = by.alpha + damped + np.where(later % 12 == 0, by.gamma, 0.0)
    response[0] = 1.0
    return [lingering(mean, response, run.errors, run.fitted)]


def lingering(mean: Floats, response: Floats, errors: Floats, fitted: int) -> Ahead:
    """Errors that linger: each month's error moves the later ones by ``response``; figures ``fitted`` cost df."""
    known = int(np.isfinite(errors).sum())
    df = max(known - fitted, LEAST_DF)
    lag = np.subtract.outer(np.arange(len(mean)), np.arange(len(mean)))
    moved = np.where(lag >= 0, response[np.maximum(lag, 0)], 0.0)
    return Ahead(mean, max(float(np.nansum(errors**2)) / df, 1e-8) * moved @ moved.T, df, 1.0)
