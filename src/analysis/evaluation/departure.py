"""How far a stretch lies off the time on one side of it, drawn from a place's past."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
MOST: Final = 5.0
"""A level is never drawn at more than so many times what it was, nor at less than one part in as many."""


def departure(off: Floats, number: int, fitted: float, rng: np.random.Generator) -> Floats:
    """For each of ``number`` periods after, how many times the level before it has, if it goes on as it was before.

    ``off`` is each period before over the level of its season (NaN where unknown). A stretch as long as the time after,
    near one end of the time before, is set against all that lies on the other side of it, forward or backward in time:
    that much the level changes. What each period is beside its stretch's own mean, times ``fitted``, is kept too. Where
    the time after is longer than half of that before, the stretch is that half, and is gone through again. With fewer
    than two periods before there is no departure.

    The base is shorter than the whole time before, which makes chance a little larger than it will be, and it lies
    nearer, which makes what wanders a little smaller.
    """
    if np.isfinite(off).sum() < 2:
        return np.ones(number)
    turned = off[::-1] if rng.integers(2) else off
    length = min(number, len(off) // 2)
    last = len(off) - length
    start = int(rng.integers(max(1, 2 * last // 3), last + 1))
    base, stretch = turned[:start], turned[start : start + length]
    return _times(base, stretch) * np.resize(_beside(stretch, fitted), number)


def _times(base: Floats, stretch: Floats) -> float:
    """The mean of the stretch over that of the base; 1 where one of them is unknown or nought."""
    one, other = (float(each[np.isfinite(each)].mean()) if np.isfinite(each).any() else 0.0 for each in (base, stretch))
    return float(np.clip(other / one, 1 / MOST, MOST)) if one > 0 and other > 0 else 1.0


def _beside(stretch: Floats, fitted: float) -> Floats:
    """Each period over the mean of its stretch, its distance times ``fitted``; 1 where unknown."""
    known = np.isfinite(stretch)
    mean = float(stretch[known].mean()) if known.any() else 0.0
    if not mean > 0:
        return np.ones(len(stretch))
    return np.asarray(np.maximum(0.0, 1 + fitted * np.where(known, stretch / mean - 1, 0.0)), dtype=np.float64)
