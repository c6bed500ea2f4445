"""Where rows are: a few snapped points for each small area, each shared by many rows, as the publisher gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.sources.national.places import Force
    from analysis.sources.national.size import Size

COLUMNS: Final = ("Longitude", "Latitude", "Location", "LSOA code", "LSOA name")
_OF: Final = (
    "Quill", "Tarn", "Heron", "Mill", "Station", "Saltern", "Orchard", "Kiln", "Priory", "Weaver", "Larch", "Cinder",
    "Bellfounder", "Marigold", "Ropewalk", "Sandpiper",
)  # fmt: skip
_KINDS: Final = ("Lane", "Street", "Close", "Road", "Avenue", "Way", "Drive", "Court")
STREETS: Final = tuple(f"{of} {kind}" for of in _OF for kind in _KINDS)
PLACES: Final = ("Supermarket", "Parking Area", "Petrol Station", "Shopping Area", "Sports/Recreation Area", "")
ABROAD: Final = 8
"""So many small areas of the next force turn up in a force's files."""


@dataclass(frozen=True)
class Points:
    """The points of a force: ``table`` has ``COLUMNS``, those of small area ``n`` are ``count[n]`` from ``first[n]``.

    ``abroad`` are the points in another force's district, ``nowhere`` is that of rows without a location.
    """

    table: pl.DataFrame
    first: NDArray[np.int64]
    count: NDArray[np.int64]
    abroad: tuple[int, int]
    nowhere: int


def points_of(force: Force, nation: Sequence[Force], size: Size) -> Points:
    """Lay out the points of ``force``; what lies outside is in the next force's last district."""
    rng = np.random.default_rng([size.seed, 6, force.at])
    count = np.clip(rng.normal(29, 10, force.small), 6, 60).astype(np.int64)
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    at = np.repeat(np.arange(force.small), count)
    centres = np.array([(d.longitude, d.latitude) for d in force.districts for _ in range(d.small)])
    centres = centres + rng.normal(0, 0.05, centres.shape)
    table = pl.concat([
        _table(centres[at] + rng.normal(0, 0.003, (len(at), 2)), _locations(rng, len(at)), _small_areas(force), at),
        _elsewhere(rng, force, nation),
        pl.DataFrame({name: ["No Location" if name == "Location" else None] for name in COLUMNS},
                     schema=dict.fromkeys(COLUMNS, pl.String)),
    ])  # fmt: skip
    return Points(table, first, count, (len(at), table.height - 1), table.height - 1)


def _small_areas(force: Force) -> list[tuple[str, str]]:
    return [district.small_area(at) for district in force.districts for at in range(district.small)]


def _elsewhere(rng: np.random.Generator, force: Force, nation: Sequence[Force]) -> pl.DataFrame:
    """Points in the next force's last district; with one force alone, in a district of no force."""
    there = nation[(force.at + 1) % len(nation)].districts[-1]
    areas = [there.small_area(at) for at in range(min(ABROAD, there.small))]
    if len(nation) == 1:
        areas = [("E01999999", "Nowhere Elsewhere 001A")]
    where = rng.normal([there.longitude, there.latitude], 0.05, (len(areas), 2))
    return _table(where, _locations(rng, len(areas)), areas, np.arange(len(areas)))


def _locations(rng: np.random.Generator, count: int) -> list[str]:
    streets = rng.integers(0, len(STREETS), count).tolist()
    built = rng.random(count)
    places = rng.integers(0, len(PLACES), count).tolist()
    return [
        f"On or near {PLACES[place] if u < 0.12 else STREETS[street]}"
        for u, place, street in zip(built.tolist(), places, streets, strict=True)
    ]


def _table(
    where: NDArray[np.float64], locations: list[str], areas: list[tuple[str, str]], at: NDArray[np.int64]
) -> pl.DataFrame:
    codes, names = (pl.Series([area[part] for area in areas], dtype=pl.String).gather(at) for part in (0, 1))
    degrees = [[f"{degree:.6f}" for degree in where[:, axis].tolist()] for axis in (0, 1)]
    return pl.DataFrame(dict(zip(COLUMNS, (*degrees, locations, codes, names), strict=True)))
