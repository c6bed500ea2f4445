"""Where the series come from: counts around a level that wanders, with a season and, where asked, a change.

Month t, counted from 0 to n - 1, has the expected count

    mean x change(t) x season(t) x exp(u(t) - s2 / 2)

and, given that, a Poisson count. season(t) is 1 + 0.15 cos(2 pi (t - 6) / 12) over its mean, highest in July when the
first month is January. u is a Gaussian AR(1) process, stationary from its first month, with coefficient ``ar`` and
variance s2 = log(1 + (dispersion - 1) / mean), so that a month of the mean expected count has variance ``dispersion``
times its mean, and counts k months apart the covariance mean^2 (exp(s2 ar^k) - 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from calibration.grid import Cell

Floats = npt.NDArray[np.float64]
SEED: Final = 20221130
AMPLITUDE: Final = 0.15
LAST: Final = pd.Period("2019-12", freq="M")
"""The last month: every series is over before Covid, so that no break touches it."""
LATEST_YEAR: Final = 12
EFFECTS: Final[Mapping[str, float]] = {
    "none": 0.0,
    "-20 % on the year": -0.2,
    "-10 % a year": -0.1,
    "last month doubled": 1.0,
}


def season(months: int) -> Floats:
    """The factor of each month; its mean over a year is 1."""
    return 1 + AMPLITUDE * np.cos(2 * np.pi * (np.arange(months) - 6) / 12)


def changed(months: int, effect: str) -> Floats:
    """The factor of each month by which the truth changes: not at all, lately, or from month to month."""
    size, when = EFFECTS[effect], np.arange(months)
    if effect == "last month doubled":
        return np.where(when == months - 1, 1 + size, 1.0)
    if effect == "-20 % on the year":
        return np.where(when >= months - LATEST_YEAR, 1 + size, 1.0)
    return (1 + size) ** (when / 12)


def noise(cell: Cell, months: int, rng: np.random.Generator) -> Floats:
    """The factor of each month by which the level wanders; its expectation is 1."""
    variance = np.log1p((cell.dispersion - 1) / cell.mean)
    step = rng.standard_normal(months) * np.sqrt(variance)
    level = np.empty(months)
    level[0] = step[0]
    for t in range(1, months):
        level[t] = cell.ar * level[t - 1] + np.sqrt(1 - cell.ar**2) * step[t]
    return np.exp(level - variance / 2)


def simulated(cell: Cell, effect: str, rng: np.random.Generator, ahead: int = 0) -> pd.Series:
    """One series of nullable counts, and ``ahead`` months more."""
    months = cell.months + ahead
    expected = cell.mean * changed(months, effect) * season(months) * noise(cell, months, rng)
    when = pd.period_range(LAST - cell.months + 1, periods=months, freq="M")
    return pd.Series(rng.poisson(expected), index=when, dtype="Int64", name="count")


def generator_of(cell: Cell, stage: int, number: int) -> np.random.Generator:
    """The random numbers of the ``number``-th series of a cell; ``stage`` 0 is the study, 1 the rerun.

    The same for every method and effect, so that these are compared on the same luck.
    """
    named = (cell.mean, round(10 * cell.dispersion), round(10 * cell.ar), cell.months)
    return np.random.default_rng((SEED, stage, *named, number))
