"""The fictional nation: forces, their districts, and how many small areas each district has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.sources.national.names import district_names, force_names, slug
from analysis.sources.national.size import FEWEST_SMALL_AREAS, Size
from analysis.sources.street_source import FICTIONAL

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

CODES: Final = 900_000
"""Codes of fictional areas start above this number: none of the Office for National Statistics comes near it."""
IN_A_NEIGHBOURHOOD: Final = 5
MOST_IN_A_DISTRICT: Final = 999 * IN_A_NEIGHBOURHOOD
OCEAN: Final = ((-22.0, -14.0), (47.0, 52.0))
"""Where the points lie: longitudes and latitudes of open Atlantic, so that none is anybody's address."""


@dataclass(frozen=True)
class District:
    """A district; its small areas are numbers ``first`` to ``first + small - 1`` of the nation."""

    code: str
    name: str
    slug: str
    force: str
    first: int
    small: int
    longitude: float
    latitude: float

    def small_area(self, at: int) -> tuple[str, str]:
        """Code and name of its small area ``at``, from 0: named as the published ones (``Haxholme 001A``)."""
        letter = "ABCDE"[at % IN_A_NEIGHBOURHOOD]
        return f"E01{CODES + self.first + at + 1}", f"{self.name} {at // IN_A_NEIGHBOURHOOD + 1:03d}{letter}"


@dataclass(frozen=True)
class Force:
    """A police force; ``slug`` is its name in files and register, ``name`` what it is called in the rows."""

    at: int
    slug: str
    name: str
    districts: tuple[District, ...]

    @property
    def small(self) -> int:
        """How many small areas it polices."""
        return sum(district.small for district in self.districts)


def nation(size: Size, real: Collection[str]) -> tuple[Force, ...]:
    """Lay out the forces of a nation of that size; no name is one of ``real``, and the same seed gives the same nation.

    Sizes are skewed as the real ones: most forces have a few districts and some have thirty, most districts some
    eighty small areas and a few several hundred.
    """
    rng = np.random.default_rng([size.seed, 1])
    names = district_names(rng, size.partnerships, real)
    small = _shares(rng.lognormal(0, 0.55, size.partnerships), size.small_areas, FEWEST_SMALL_AREAS)
    small = np.minimum(small, MOST_IN_A_DISTRICT)
    firsts = np.concatenate([[0], np.cumsum(small)[:-1]])
    forces = force_names(rng, size.forces, [*real, *names])
    counts = _shares(rng.lognormal(0, 0.6, size.forces), size.partnerships, 1)
    (west, east), (south, north) = OCEAN
    lons, lats = rng.uniform(west, east, size.partnerships), rng.uniform(south, north, size.partnerships)
    found, at = [], 0
    for number, (name, count) in enumerate(zip(forces, counts.tolist(), strict=True)):
        own = range(at, at + count)
        of = f"{FICTIONAL}{slug(name)}"
        districts = tuple(
            District(
                f"E07{CODES + n + 1}", names[n], slug(names[n]), of, int(firsts[n]), int(small[n]), lons[n], lats[n]
            )
            for n in own
        )
        found.append(Force(number, of, f"{name} Constabulary (SIMULATED)", districts))
        at += count
    return tuple(found)


def _shares(weights: NDArray[np.float64], total: int, least: int) -> NDArray[np.int64]:
    """Share ``total`` out by ``weights`` in whole numbers of at least ``least``."""
    spare = total - least * len(weights)
    exact = np.cumsum(weights / weights.sum() * spare)
    return least + np.diff(np.concatenate([[0], np.round(exact)])).astype(np.int64)
