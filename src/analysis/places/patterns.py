"""What every statistic of neighbours needs first: sound figures, places enough, neighbours, and draws that repeat."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.places.neighbours import Floats, Neighbours, nearest

Scale = Literal["log", "as given"]
"""``log`` takes log(1 + count), so that one very busy place does not drown its neighbours."""

SEED: Final = 2_022
"""The same draws in every report."""
PERMUTATIONS: Final = 9_999
PLACES_AT_LEAST: Final = 30
"""With fewer places there are too few other neighbourhoods to set one against (Getis and Ord 1992)."""
MEAN_AT_LEAST: Final = 5
"""Below this mean count a place a difference between places is mostly chance."""


def checked(
    counts: Floats, easting: Floats, northing: Floats, neighbours: Neighbours | None, k: int, permutations: int
) -> None:
    """Raise ``ValueError`` for figures that cannot be: not finite, below zero, or not of the same places."""
    if k < 1 or permutations < 1:
        raise ValueError("k and permutations are numbers of at least 1")
    for name, values in (("counts", counts), ("easting", easting), ("northing", northing)):
        if not np.isfinite(values).all() or (values < 0).any():
            raise ValueError(f"{name} are numbers of at least 0, one for each place")
    if not len(counts) == len(easting) == len(northing) or (neighbours is not None and len(neighbours) != len(counts)):
        raise ValueError("counts, positions and neighbours must be of the same places, in one order")


def refusal(counts: Floats, scale: Scale) -> CannotSay | None:
    """Why no pattern can be looked for, if there is a reason."""
    if len(counts) < PLACES_AT_LEAST:
        return CannotSay(f"there are fewer than {PLACES_AT_LEAST} places", "few-places")
    if scale == "log" and counts.mean() < MEAN_AT_LEAST:
        return CannotSay(f"there are fewer than {MEAN_AT_LEAST} records a place", "small-counts")
    if np.ptp(counts) == 0:
        return CannotSay("every place has as many", "all-alike")
    return None


def on_scale(counts: Floats, scale: Scale) -> Floats:
    """The figures that are compared."""
    return np.asarray(np.log1p(counts) if scale == "log" else counts, dtype=np.float64)


def weights(counts: Floats, easting: Floats, northing: Floats, neighbours: Neighbours | None, k: int) -> Any:
    """The neighbours as ``libpysal`` has them, each with weight one."""
    from analysis.places.libraries import W

    found = nearest(easting, northing, min(k, len(counts) - 1)) if neighbours is None else neighbours
    return W({place: list(others) for place, others in enumerate(found)}, silence_warnings=True)


def laid_out(
    counts: Floats,
    easting: Floats,
    northing: Floats,
    neighbours: Neighbours | None,
    k: int,
    scale: Scale,
    permutations: int,
) -> tuple[Floats, Any] | CannotSay:
    """The figures compared, and the neighbours; or why no pattern can be looked for. Raises as ``checked`` does."""
    checked(counts, easting, northing, neighbours, k, permutations)
    refused = refusal(counts, scale)
    return (on_scale(counts, scale), weights(counts, easting, northing, neighbours, k)) if refused is None else refused


@contextmanager
def repeatable(seed: int) -> Iterator[None]:
    """Draw the same every time: ``esda`` draws from numpy's shared state, which is left as it was found."""
    before = np.random.get_state()  # noqa: NPY002
    try:
        np.random.seed(seed)  # noqa: NPY002
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        np.random.set_state(before)  # noqa: NPY002


def two_sided(seen: Floats, drawn: Floats) -> tuple[float, ...]:
    """Permutation p of each place, both tails: ``drawn`` has a row a permutation, a column a place.

    Sums of the same figures in another order differ in their last digits; they count as equal, on every machine.
    """
    same = 1e-10 * np.abs(seen).max()
    above, below = (drawn >= seen - same).sum(axis=0), (drawn <= seen + same).sum(axis=0)
    tail = (np.minimum(above, below) + 1) / (len(drawn) + 1)
    return tuple(float(p) for p in np.minimum(1.0, 2 * tail))
