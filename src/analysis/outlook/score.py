"""What past outlooks were worth: error against seasonal naive, coverage, interval score, Brier score."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.outlook.seasonal_naive import yearly_differences

Numbers = Sequence[float] | npt.NDArray[np.float64]


def naive_scale(counts: Numbers) -> float:
    """Mean absolute difference of months a year apart, the unit of MASE (Hyndman and Koehler 2006).

    ``counts`` are in order, NaN where unknown. NaN where no month has one a year before.
    """
    differences = np.abs(yearly_differences(_numbers(counts, "counts", gaps=True)))
    return float(np.nanmean(differences)) if np.isfinite(differences).any() else float("nan")


def mase(actual: Numbers, forecast: Numbers, scale: float) -> float:
    """Mean absolute scaled error: 1 is as far out as months a year apart usually are (``naive_scale``)."""
    if not scale > 0:
        raise ValueError(f"a scale of {scale} cannot carry an error: it must be above zero")
    seen, said = _alike(actual, forecast)
    return float(np.mean(np.abs(seen - said)) / scale)


def coverage(actual: Numbers, low: Numbers, high: Numbers) -> float:
    """Share of actual figures that lay within their interval, ends included."""
    seen, below, above = _intervals(actual, low, high)
    return float(np.mean((seen >= below) & (seen <= above)))


def interval_score(actual: Numbers, low: Numbers, high: Numbers, level: float) -> float:
    """Winkler's score of intervals at ``level`` (0.95): mean width plus 2 / (1 - level) times each miss."""
    if not 0 < level < 1:
        raise ValueError(f"a level of {level}: give one between 0 and 1")
    seen, below, above = _intervals(actual, low, high)
    missed = np.maximum(below - seen, 0) + np.maximum(seen - above, 0)
    return float(np.mean(above - below + 2 / (1 - level) * missed))


def brier(probabilities: Numbers, outcomes: Sequence[bool]) -> float:
    """Mean squared distance of stated probabilities from what came, 1 or 0 (Brier 1950); 0.25 is a coin's score."""
    stated, came = _alike(probabilities, [float(each) for each in outcomes])
    if ((stated < 0) | (stated > 1)).any():
        raise ValueError("a probability is between 0 and 1")
    if not np.isin(came, (0.0, 1.0)).all():
        raise ValueError("an outcome is true or false")
    return float(np.mean((stated - came) ** 2))


def _intervals(actual: Numbers, low: Numbers, high: Numbers) -> tuple[npt.NDArray[np.float64], ...]:
    seen, below = _alike(actual, low)
    _, above = _alike(actual, high)
    if (below > above).any():
        raise ValueError("an interval's lower end lies above its upper end")
    return seen, below, above


def _alike(first: Numbers, second: Numbers) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    one, other = _numbers(first, "figures"), _numbers(second, "figures")
    if len(one) != len(other):
        raise ValueError(f"{len(one)} figures cannot be scored against {len(other)}")
    return one, other


def _numbers(values: Numbers, name: str, *, gaps: bool = False) -> npt.NDArray[np.float64]:
    try:
        found = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be numbers") from None
    if found.ndim != 1 or found.size == 0:
        raise ValueError(f"{name} must be a row of at least one number")
    if np.isinf(found).any() or (not gaps and np.isnan(found).any()):
        raise ValueError(f"{name} must be known, finite numbers")
    return found
