"""Hot and cold spots: places that with their neighbours have more, or fewer, than chance would put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.cannot_say import CannotSay
from analysis.measures import discoveries
from analysis.places.neighbours import NEAREST, Floats, Neighbours
from analysis.places.patterns import PERMUTATIONS, SEED, Scale, laid_out, repeatable, two_sided

Heat = Literal["hot", "cold", "neither"]


@dataclass(frozen=True)
class HotSpots:
    """Getis and Ord's Gi* of each place, in the order given.

    ``z`` is its standard score, ``p`` from permutations, both tails. ``found`` is ``hot`` or ``cold`` only where the
    place stands out among all of them at a false discovery rate of 5 per cent.
    """

    z: tuple[float, ...]
    p: tuple[float, ...]
    found: tuple[Heat, ...]
    permutations: int


def gi_star(
    counts: Floats,
    easting: Floats,
    northing: Floats,
    *,
    neighbours: Neighbours | None = None,
    k: int = NEAREST,
    scale: Scale = "log",
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
) -> HotSpots | CannotSay:
    """Look for hot and cold spots among places (Getis and Ord 1992; Ord and Getis 1995).

    Each place is taken together with its neighbours, all with weight one. ``counts`` is how many were recorded in each
    place; ``easting`` is the places' metres east on a grid; ``northing`` is their metres north; ``k`` is how many of
    the nearest places count as neighbours; ``scale`` is log for counts, as given for rates. The other places' figures
    are permuted, the place's own held. Refuses under 30 places and under 5 records a place.
    Raises ValueError for figures that cannot be.
    """
    laid = laid_out(counts, easting, northing, neighbours, k, scale, permutations)
    if isinstance(laid, CannotSay):
        return laid
    from analysis.places.libraries import esda

    values, near = laid
    with repeatable(seed):
        found = esda.G_Local(values, near, transform="B", star=True, permutations=permutations, n_jobs=1, seed=seed)
    p = two_sided(found.Gs, found.sim)
    z = tuple(float(each) for each in found.Zs)
    return HotSpots(z, p, _heat(z, discoveries(p)), permutations)


def _heat(z: tuple[float, ...], stands_out: tuple[bool, ...]) -> tuple[Heat, ...]:
    return tuple(
        ("hot" if each > 0 else "cold") if stands else "neither" for each, stands in zip(z, stands_out, strict=True)
    )
