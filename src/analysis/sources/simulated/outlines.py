"""SIMULATED outlines of the illustration's small areas, so that a fresh clone shows a map of areas.

They lie in the open Atlantic, where nobody lives. Each area is what is nearer to its own point than to any other.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from analysis.sources.record import SourceRecord
from analysis.sources.simulated.places import DISTRICT, DISTRICTS, small_areas

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely import Polygon

MIDDLE: Final = (-30.0, 50.0)
"""Where the town hall of Brackenford would stand: in the open Atlantic."""
KILOMETRE: Final = (1 / 71.7, 1 / 111.2)
"""Degrees of longitude and latitude in a kilometre there."""
BRACKENFORD: Final = {
    "001": (0.0, 0.0, 0.45), "002": (1.7, 0.9, 0.6), "003": (-1.3, 1.6, 0.6), "004": (7.5, 3.2, 0.8),
    "005": (8.6, 5.1, 0.9), "006": (-6.4, -4.2, 0.8), "007": (-8.1, -2.6, 0.9), "008": (2.4, -7.2, 1.6),
    "009": (-4.6, 6.6, 2.2), "010": (4.4, -1.8, 2.0),
}  # fmt: skip
"""Its numbered neighbourhoods: kilometres east and north of the town hall, and how far apart their areas lie."""
AWAY_KM: Final = 23.0
"""How far the other districts' middles are from Brackenford's."""
COAST_KM: Final = 4.2
"""How far the land reaches beyond the outermost points."""
RECORD: Final = SourceRecord(
    title="SIMULATED boundaries of small areas of a fictional place",
    publisher="None: made by this project to show its maps",
    licence="None: simulated outlines",
    attribution="SIMULATED outlines of a fictional place; they describe nowhere.",
    vintage="not stated",
    command="analysis.sources.simulated.write_outlines",
    sha256="",
)


def write_outlines(folder: Path, seed: int = 22) -> None:
    """Write the outlines to ``folder`` as the store has them: the same outlines each time."""
    import shapely

    codes, cells = tessellation(seed)
    frame = pl.DataFrame({"area": codes, "geometry": shapely.to_wkb(np.array(cells, dtype=object), hex=True).tolist()})
    folder.mkdir(parents=True, exist_ok=True)
    frame.write_parquet(folder / "boundaries.parquet", compression_level=9)
    digest = sha256(frame.write_csv().encode()).hexdigest()
    manifest: dict[str, Any] = {"areas": frame.height, "content": digest, "simulated": True}
    manifest["record"] = asdict(RECORD) | {"sha256": digest}
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def tessellation(seed: int) -> tuple[list[str], list[Polygon]]:
    """The small areas' codes and their cells, in longitude and latitude, in order of code."""
    import shapely

    areas = small_areas(seed)
    points = _points(areas["name"].to_list(), areas["district"].to_list(), seed)
    spots = shapely.points(points)
    land = shapely.union_all(shapely.buffer(spots, COAST_KM, quad_segs=6)).buffer(-COAST_KM / 3).simplify(0.15)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(spots), extend_to=land))
    of, cell = shapely.STRtree(cells).query(spots, predicate="within")
    found = shapely.intersection(cells[cell[np.argsort(of)]], land)
    degrees = shapely.transform(found, lambda at: np.round(at * np.array(KILOMETRE) + np.array(MIDDLE), 5))
    return areas["area"].to_list(), list(shapely.orient_polygons(degrees))


def _points(names: list[str], districts: list[str], seed: int) -> NDArray[np.float64]:
    """A point for each area in kilometres: areas about their neighbourhood, neighbourhoods about their district."""
    rng = np.random.default_rng([seed, 7])
    middles = _neighbourhoods(rng)
    at = []
    for name, district in zip(names, districts, strict=True):
        east, north, spread = middles[district, name[-4:-1]]
        turn, out = 2.4 * "ABCDEFGH".index(name[-1]), spread * (0.35 + 0.3 * "ABCDEFGH".index(name[-1]))
        shift = rng.normal(0, 0.2 * spread, 2)
        at.append((east + out * np.cos(turn) + shift[0], north + out * np.sin(turn) + shift[1]))
    return np.array([(round(float(east), 3), round(float(north), 3)) for east, north in at])


def _neighbourhoods(rng: np.random.Generator) -> dict[tuple[str, str], tuple[float, float, float]]:
    found = {(DISTRICT, number): where for number, where in BRACKENFORD.items()}
    others = [code for code in DISTRICTS if code != DISTRICT]
    for n, code in enumerate(others):
        around = 2 * np.pi * n / len(others) + 0.4
        middle = AWAY_KM * np.array([np.cos(around), np.sin(around)])
        for i in range(len(DISTRICTS[code][1])):
            turn, out = 2.4 * i, 2.6 * np.sqrt(i)
            east, north = middle + out * np.array([np.cos(turn), np.sin(turn)]) + rng.normal(0, 0.4, 2)
            found[code, f"{i + 1:03d}"] = (float(east), float(north), 0.5 + 0.12 * i)
    return found
