"""The time of year as columns of a regression, as finely as the usable months can tell it."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.least import least

Floats = npt.NDArray[np.float64]
Season = Literal["month factors", "two harmonics", "one harmonic", "none"]
FACTORS: Final = int(least("month-factors"))
"""Usable months from which on each calendar month has a level of its own."""
TWICE: Final = int(least("each-season"))
"""Usable months of each name that two waves a year need."""
SEEN: Final = int(least("harmonics"))
"""Different calendar months from which on a yearly wave can be told."""


def season_of(when: pd.PeriodIndex, usable: npt.NDArray[np.bool_]) -> Season:
    """How finely the season can be told from the ``usable`` ones of some months.

    Month factors and two harmonics need each calendar month twice: a second harmonic would otherwise bend towards
    whichever single month is the only one of its name. Else one harmonic, from nine different calendar months on.
    """
    seen = np.bincount(np.asarray(when.month)[usable] - 1, minlength=12)
    if seen.min() >= TWICE:
        return "month factors" if usable.sum() >= FACTORS else "two harmonics"
    return "one harmonic" if (seen > 0).sum() >= SEEN else "none"


def season_columns(when: pd.PeriodIndex, season: Season) -> Floats:
    """The columns of a ``season``, one row a month; none where there is none."""
    month = np.asarray(when.month)
    if season == "month factors":
        factors: Floats = np.eye(12)[month - 1][:, 1:]
        return factors
    waves = {"two harmonics": (1, 2), "one harmonic": (1,), "none": ()}[season]
    angle = 2 * np.pi * month / 12
    columns = [each(k * angle) for k in waves for each in (np.sin, np.cos)]
    return np.column_stack(columns) if columns else np.empty((len(when), 0))
