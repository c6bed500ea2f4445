"""Whether like stands beside like: Moran's I of all places together, and of each place with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.measures import discoveries
from analysis.places.neighbours import NEAREST, Floats, Neighbours
from analysis.places.patterns import PERMUTATIONS, SEED, Scale, laid_out, repeatable, two_sided

Beside = Literal["high among high", "low among high", "low among low", "high among low", "none"]
QUADRANTS: Final[dict[int, Beside]] = {
    1: "high among high", 2: "low among high", 3: "low among low", 4: "high among low",
}  # fmt: skip
ALL_DRAWS: Final = 999
"""Permutations of all places together: there is one p, not one a place, so fewer do."""


@dataclass(frozen=True)
class Moran:
    """Moran's I of all places; ``expected`` where nothing hangs together; ``p`` from permutations, both tails."""

    value: float
    expected: float
    z_normality: float
    z_randomisation: float
    p: float
    permutations: int


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran's I of each place, in the order given, by R spdep's definition (``esda`` gives (n-1)/n of it).

    ``found`` says how it stands among its neighbours, only where it stands out among all places at a false discovery
    rate of 5 per cent; ``p`` is from permutations, both tails.
    """

    value: tuple[float, ...]
    p: tuple[float, ...]
    found: tuple[Beside, ...]
    permutations: int


def moran(
    counts: Floats,
    easting: Floats,
    northing: Floats,
    *,
    neighbours: Neighbours | None = None,
    k: int = NEAREST,
    scale: Scale = "log",
    permutations: int = ALL_DRAWS,
    seed: int = SEED,
) -> Moran | CannotSay:
    """Say whether places with many stand beside places with many (Moran 1950; Cliff and Ord 1981).

    Each place's neighbours have equal weights that add up to one. ``counts`` is how many were recorded in each place;
    ``easting`` is the places' metres east on a grid; ``northing`` is their metres north; ``k`` is how many of the
    nearest places count as neighbours; ``scale`` is log for counts, as given for rates. Refuses under 30
    places and under 5 records a place. Raises ValueError for figures that cannot be.
    """
    laid = laid_out(counts, easting, northing, neighbours, k, scale, permutations)
    if isinstance(laid, CannotSay):
        return laid
    from analysis.places.libraries import esda

    values, near = laid
    with repeatable(seed):
        found = esda.Moran(values, near, transformation="r", permutations=permutations)
    p = two_sided(np.array([found.I]), np.asarray(found.sim)[:, None])[0]
    value, expected, normality, randomisation = (
        float(each) for each in (found.I, found.EI, found.z_norm, found.z_rand)
    )
    return Moran(value, expected, normality, randomisation, p, permutations)


def local_moran(
    counts: Floats,
    easting: Floats,
    northing: Floats,
    *,
    neighbours: Neighbours | None = None,
    k: int = NEAREST,
    scale: Scale = "log",
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
) -> LocalMoran | CannotSay:
    """Say of each place how it stands among its neighbours, where that stands out (Anselin 1995).

    A busy place among quiet ones shows here and not as a hot spot. ``counts`` is how many were recorded in each place;
    ``easting`` is the places' metres east on a grid; ``northing`` is their metres north; ``k`` is how many of the
    nearest places count as neighbours; ``scale`` is log for counts, as given for rates. Refuses under 30
    places and under 5 records a place. Raises ValueError for figures that cannot be.
    """
    laid = laid_out(counts, easting, northing, neighbours, k, scale, permutations)
    if isinstance(laid, CannotSay):
        return laid
    from analysis.places.libraries import esda

    values, near = laid
    with repeatable(seed):
        found = esda.Moran_Local(values, near, transformation="r", permutations=permutations, n_jobs=1, seed=seed)
    p = two_sided(found.Is, found.sim)
    local = tuple(float(each) * len(counts) / (len(counts) - 1) for each in found.Is)
    beside = tuple(
        QUADRANTS[int(quadrant)] if stands else "none" for quadrant, stands in zip(found.q, discoveries(p), strict=True)
    )
    return LocalMoran(local, p, beside, permutations)
