"""Seasonal naive: each month as the month of the same name in the latest year known; the yardstick of every outlook."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analysis.outlook.gamma_poisson import swinging
from analysis.outlook.history import History
from analysis.outlook.level import LEAST_DF, Ahead

Floats = npt.NDArray[np.float64]
YEAR = 12


def same_month(values: Floats, months: int) -> Floats:
    """The latest known value of the same month of the year, for ``months`` after the end of ``values``; NaN if none."""
    found = np.full(months, np.nan)
    for step in range(months):
        earlier = values[(len(values) + step) % YEAR :: YEAR]
        known = earlier[np.isfinite(earlier)]
        found[step] = known[-1] if len(known) else np.nan
    return found


def yearly_differences(values: Floats) -> Floats:
    """Each value less the one twelve months before; NaN where either is unknown."""
    return np.append(np.full(min(YEAR, len(values)), np.nan), values[YEAR:] - values[:-YEAR])


def naive_ahead(past: History) -> list[Ahead]:
    """The logs ahead; the spread is that of past yearly differences, and neighbouring months err alike."""
    counted = past.logs + np.log(past.days[: past.length])
    differences = yearly_differences(counted)
    known = differences[np.isfinite(differences)]
    df = max(len(known), LEAST_DF)
    alike = _alike(differences)
    lag = np.abs(np.subtract.outer(np.arange(past.ahead), np.arange(past.ahead)))
    variance = max(float(known @ known) / max(len(known), 1), 1e-8)
    years = 1 + np.arange(past.ahead) // YEAR
    mean = same_month(counted, past.ahead) - np.log(past.days[past.length :])
    return [Ahead(mean, variance * np.sqrt(np.outer(years, years)) * alike**lag, df, 1.0)]


def _alike(differences: Floats) -> float:
    """Correlation of neighbouring yearly differences about zero, 0 to 0.9."""
    products, squares = differences[1:] * differences[:-1], differences**2
    pairs = np.isfinite(products)
    if not pairs.any() or np.nansum(squares) == 0:
        return 0.0
    return float(np.clip(products[pairs].mean() / np.nanmean(squares), 0.0, 0.9))


def naive_counts(past: History, paths: int, rng: np.random.Generator) -> Floats:
    """Draw small counts ahead: gamma about the same month's count, swinging as pairs of a year apart have.

    NaN for a month whose name no year knows.
    """
    counts = past.counts
    both = counts[YEAR:] + counts[:-YEAR]
    pairs = np.isfinite(both) & (both > 0)
    swing = (counts[YEAR:] - counts[:-YEAR])[pairs] ** 2 / both[pairs]
    phi = max(1.0, float(swing.mean())) if len(swing) else 1.0
    last = same_month(counts, past.ahead)
    rate = rng.gamma((np.nan_to_num(last) + 0.5) / phi, phi, size=(paths, past.ahead))
    return np.where(np.isfinite(last), swinging(rate, phi, rng), np.nan)
