"""What every control chart says: values, centre and limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
D2: Final = 1.128
"""Mean moving range of two, in standard deviations of a normal process."""


@dataclass(frozen=True)
class Chart:
    """Values with centre line and limits, one each a point; a value that is not known is NaN.

    ``sigma_z`` is how many times the swing of the values is that of chance alone (Laney 2002); 1 where the chart takes
    chance alone or the values' own swing.
    """

    values: Floats
    centre: float
    low: Floats
    high: Floats
    sigma: Floats | None = None
    """Standard deviation of each value by chance alone; none where the chart takes the values' own swing."""
    sigma_z: float = 1.0
    ceiling: float = float("inf")
    """No limit is above it: 1 for a share."""

    @property
    def outside(self) -> Mask:
        """The points beyond either limit."""
        found: Mask = (self.values < self.low) | (self.values > self.high)
        return found


def numbers_of(given: Sequence[float] | Floats, what: str) -> Floats:
    """The values as numbers; raises ``ValueError`` for none at all, for text and for what is infinite."""
    try:
        values = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{what} are to be numbers") from None
    if values.ndim != 1 or not np.isfinite(values).any() or np.isinf(values).any():
        raise ValueError(f"{what} are to be a list of finite numbers, at least one of them known")
    return values


def counts_of(given: Sequence[float] | Floats) -> Floats:
    """The counts as numbers; raises ``ValueError`` also for one below zero."""
    values = numbers_of(given, "counts")
    if (values < 0).any():
        raise ValueError("counts are at least 0")
    return values


def exposures_of(given: Sequence[float] | Floats, counts: Floats) -> Floats:
    """Exposures as numbers; raises ``ValueError`` unless there is one above zero to each count."""
    values = numbers_of(given, "exposures")
    if values.shape != counts.shape or not (values > 0).all():
        raise ValueError("each count needs an exposure above zero")
    return values


def mask_of(baseline: Sequence[bool] | Mask | None, values: Floats) -> Mask:
    """Which points set centre and limits: all that are known, or those of ``baseline``."""
    known: Mask = np.isfinite(values)
    if baseline is None:
        return known
    given = np.asarray(baseline, dtype=np.bool_)
    if given.shape != values.shape or not (given & known).any():
        raise ValueError("a baseline marks each point true or false, and at least one that is known")
    found: Mask = given & known
    return found


def moving_ranges(values: Floats, baseline: Mask) -> Floats:
    """Distances of neighbouring points that are both of the baseline; across a gap there is none."""
    both = baseline[1:] & baseline[:-1]
    found: Floats = np.abs(np.diff(values))[both]
    if not len(found):
        raise ValueError("no two neighbouring points are known, so there is no moving range")
    return found
