"""A GeoJSON file as features and the reference system it declares, or why it is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

WGS84: Final = "OGC:CRS84"
"""What a file that declares nothing is in, by the standard (RFC 7946): longitude and latitude."""
HOW: Final = "Save it as GeoJSON (a FeatureCollection of polygons) in WGS84, longitude before latitude."


@dataclass(frozen=True)
class Feature:
    """One feature: where it stands in the file (from 1), its properties and its geometry as they were written."""

    number: int
    properties: dict[str, Any]
    geometry: Any

    def named(self, code: str = "") -> str:
        """``feature 12 (E01025913)``."""
        return f"feature {self.number}" + (f" ({code})" if code else "")


def read_geojson(path: Path) -> tuple[list[Feature], str]:
    """Return the features of ``path`` and the reference system declared; raises ``SourceError`` for anything else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SourceError.at(path.name, "is not GeoJSON: it is not text in UTF-8", HOW) from None
    except (ValueError, RecursionError) as error:
        raise SourceError.at(path.name, f"is not GeoJSON: {error}", HOW) from None
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        raise SourceError.at(path.name, "is not a GeoJSON FeatureCollection", HOW)
    features = found.get("features")
    if not isinstance(features, list) or not features:
        raise SourceError.at(path.name, "has no features, so it has no polygons", HOW)
    return [_feature(path, number, each) for number, each in enumerate(features, 1)], _declared(path, found)


def _feature(path: Path, number: int, given: Any) -> Feature:
    if not isinstance(given, dict) or given.get("type") != "Feature":
        raise SourceError.at(f"{path.name}, feature {number}", "is not a GeoJSON feature", HOW)
    properties = given.get("properties")
    return Feature(number, properties if isinstance(properties, dict) else {}, given.get("geometry"))


def _declared(path: Path, found: dict[str, Any]) -> str:
    """The name of the reference system: that of ``crs`` where there is one."""
    if "crs" not in found:
        return WGS84
    crs = found["crs"]
    named = crs.get("properties", {}).get("name") if isinstance(crs, dict) and crs.get("type") == "name" else None
    if not isinstance(named, str):
        raise SourceError.at(path.name, "has a crs that names no reference system", HOW)
    return named
