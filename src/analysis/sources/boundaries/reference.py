"""From the reference system that a file declares to longitude and latitude."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely import MultiPolygon, Polygon

    Shapes = NDArray[np.object_]

ISLES: Final = (-9.0, 49.0, 2.5, 61.5)
"""West, south, east and north of the United Kingdom, with room to spare."""
BRITISH: Final = re.compile(r"[EWSN]\d{8}")
KNOWN: Final = "Use WGS84 (EPSG:4326) or British National Grid (EPSG:27700)."


def to_wgs84(path: Path, declared: str, codes: Sequence[str], shapes: Sequence[Polygon | MultiPolygon]) -> Shapes:
    """``shapes`` in longitude and latitude. Raises ``SourceError``: an unknown system, or coordinates out of range."""
    import shapely

    change = _change(path, declared)
    given = np.array(shapes, dtype=object)
    found = given if change is None else shapely.transform(given, change)
    for code, (west, south, east, north) in zip(codes, shapely.bounds(found).tolist(), strict=True):
        _refuse_outside(path, code, (west, south, east, north))
    return found


def _change(path: Path, declared: str) -> Callable[[NDArray[np.float64]], NDArray[np.float64]] | None:
    from pyproj import CRS, Transformer
    from pyproj.exceptions import CRSError

    try:
        system = CRS.from_user_input(declared)
    except CRSError:
        raise SourceError.at(f"{path.name}, crs", f"{declared!r} is no reference system that is known", KNOWN) from None
    if system.is_geographic and system.to_authority(min_confidence=20) in (("EPSG", "4326"), ("OGC", "CRS84")):
        return None
    there = Transformer.from_crs(system, CRS.from_epsg(4326), always_xy=True)
    return lambda points: np.column_stack(there.transform(points[:, 0], points[:, 1]))


def _refuse_outside(path: Path, code: str, bounds: tuple[float, float, float, float]) -> None:
    west, south, east, north = bounds
    where = f"{path.name}, {code}"
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        metres = "They look like metres. " if max(map(abs, bounds)) > 1000 else ""
        raise SourceError.at(
            where, f"has coordinates out of range ({west:g}, {south:g}): no longitude and latitude",
            f'{metres}Declare their system: "crs": {{"type": "name", "properties": {{"name": "EPSG:27700"}}}}.',
        )  # fmt: skip
    inside = ISLES[0] <= west and ISLES[1] <= south and east <= ISLES[2] and north <= ISLES[3]
    if BRITISH.fullmatch(code) and not inside:
        raise SourceError.at(
            where, f"lies outside the United Kingdom ({west:.3f}, {south:.3f})",
            "Are latitude and longitude the wrong way round? GeoJSON has longitude first.",
        )  # fmt: skip
