"""Hot and cold spots: places that with their neighbours have more, or fewer, than chance would put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analysis.cannot_say import CannotSay
from analysis.measures import discoveries
from analysis.places.neighbours import NEAREST, Floats, Neighbours
from analysis.places.patterns import (
    PERMUTATIONS,
    SEED,
    Scale,
    checked,
    on_scale,
    refusal,
    repeatable,
    two_sided,
    weights,
)

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
    checked(counts, easting, northing, neighbours, k, permutations)
    refused = refusal(counts, scale)
    if refused is not None:
        return refused
    from analysis.places.libraries import esda

    near = weights(counts, easting, northing, neighbours, k)
    with repeatable(seed):
        found = esda.G_Local(
            on_scale(counts, scale), near, transform="B", star=True, permutations=permutations, n_jobs=1, seed=seed
        )
    p = two_sided(found.Gs, found.sim)
    z = tuple(float(each) for each in found.Zs)
    return HotSpots(z, p, _heat(z, discoveries(p)), permutations)


def _heat(z: tuple[float, ...], stands_out: tuple[bool, ...]) -> tuple[Heat, ...]:
    return tuple(
        ("hot" if each > 0 else "cold") if stands else "neither" for each, stands in zip(z, stands_out, strict=True)
    )
