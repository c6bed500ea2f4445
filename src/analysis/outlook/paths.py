"""Ways the months ahead may go: the whole of what is not known of them, drawn many times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.outlook.gamma_poisson import count_paths
from analysis.outlook.history import MONTHS_ALONE, History, history, is_monthly
from analysis.outlook.level import LEAST_DF, level_paths
from analysis.params.recording import RecordingBreak

Counts = npt.NDArray[np.float64]
LEAST_MONTHS: Final = 12
"""Fewest usable months that carry any path."""
AGED: Final = 12
"""With no usable month among the last so many, nothing is known of the level today."""
FARTHEST: Final = 24
"""Most months ahead: beyond two years a monthly series says next to nothing."""


def simulate(
    series: pd.Series, ahead: int, *, breaks: Sequence[RecordingBreak] = (), paths: int = 10_000, seed: int = 0
) -> Counts | CannotSay:
    """Draw ``paths`` of the ``ahead`` months after the last month of ``series`` (nullable counts, gaps as gaps).

    Returns whole numbers, a row a path and a column a month. The uncertainty of the level, the season, the spread and
    how far the level wanders is drawn once a path, so that months hang together and their sum may be taken. Mean of 10
    or more a month: local level with season on logs; below it: gamma-Poisson. A pulse's months are masked and the
    level after it is its own; a step starts the series anew. Quarters and years are refused. The same seed gives the
    same paths. Raises ``ValueError`` for what is no series of counts.
    """
    if not 1 <= ahead <= FARTHEST:
        raise ValueError(f"{ahead} months ahead: give 1 to {FARTHEST}")
    if paths < 1:
        raise ValueError(f"{paths} paths: give at least one")
    if not is_monthly(series):
        return MONTHS_ALONE
    past = history(series, ahead, breaks)
    refusal = too_little(past)
    return refusal if refusal is not None else drawn(past, paths, np.random.default_rng(seed))


def too_little(past: History) -> CannotSay | None:
    """Why the past carries no path at all, or None."""
    usable = int(past.usable.sum())
    if usable < LEAST_MONTHS:
        return CannotSay(f"{usable} months with figures that can be used are too few to look ahead from", "too-short")
    if not past.usable[-AGED:].any():
        return CannotSay(f"none of the last {AGED} months has a figure that can be used", "too-old")
    if not np.nansum(past.counts):
        return CannotSay("none were recorded in any month, so nothing shows how many may come", "all-zero")
    if not past.few and usable - past.columns.shape[1] - 1 < LEAST_DF:
        return CannotSay(f"{usable} usable months are too few for their season and level", "too-short")
    return None


def drawn(past: History, paths: int, rng: np.random.Generator) -> Counts:
    """Draw the months ahead of a past that carries them."""
    if past.few:
        return count_paths(past, paths, rng)
    logs = level_paths(past, paths, rng) + np.log(past.days[past.length :])
    return np.asarray(np.round(np.exp(logs)), dtype=np.float64)
