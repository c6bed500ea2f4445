"""A GeoJSON file to outlines by code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import SourceError
from analysis.sources.boundaries.code_column import codes
from analysis.sources.boundaries.geojson import HOW, read_geojson
from analysis.sources.boundaries.outline import POLYGONS, outline
from analysis.sources.boundaries.reference import to_wgs84

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

BOUNDARIES: Final = ("area", "geometry")
"""Columns of a boundaries frame: an area's code, and its outline in WGS84 as well-known binary, in hexadecimal."""


@dataclass(frozen=True)
class Boundaries:
    """What a file holds: ``frame``, columns ``BOUNDARIES``, in order of code, and which ``column`` gave the codes."""

    frame: pl.DataFrame
    column: str
    mended: tuple[str, ...]
    """Codes of areas whose ring touched itself in a point, so that the same ground was written as two rings."""


def read_boundaries(path: Path, known: Collection[str], code: str = "") -> Boundaries:
    """Read the outlines in ``path``; ``known`` are the codes of areas that anything is known of.

    ``code`` names the column of codes, which is looked for unless given. Raises ``SourceError`` by one message for
    what is not GeoJSON, has no polygons, an unknown reference system, a repeated code or none that is known, an empty
    or invalid outline, or coordinates out of range.
    """
    import shapely

    features, declared = read_geojson(path)
    if not any(isinstance(each.geometry, dict) and each.geometry.get("type") in POLYGONS for each in features):
        raise SourceError.at(path.name, "has no polygons", HOW)
    column, values = codes(path, features, known, code)
    each = zip(features, values, strict=True)
    read = [outline(f"{path.name}, {feature.named(value)}", feature.geometry) for feature, value in each]
    found = to_wgs84(path, declared, values, [shape for shape, _ in read])
    mended = tuple(value for value, (_, anew) in zip(values, read, strict=True) if anew)
    frame = pl.DataFrame({"area": values, "geometry": shapely.to_wkb(found, hex=True).tolist()}).sort("area")
    return Boundaries(frame, column, mended)
