"""A small GeoJSON file to break in one way at a time."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN = {"E01025913", "E01025914", "E07000134"}


def square(west: float, south: float, size: float = 0.01) -> list[list[float]]:
    """A ring around a square."""
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


GOOD: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"LSOA11CD": code, "LSOA11NM": f"North West Leicestershire 00{n}A", "LAD11CD": "E07000134"},
            "geometry": {"type": "Polygon", "coordinates": [square(-1.5 + 0.01 * n, 52.7)]},
        }
        for n, code in enumerate(("E01025913", "E01025914"))
    ],
}


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write the good file, changed by a function, and say where."""

    def write(change: Callable[[dict[str, Any]], object] = lambda _: None) -> Path:
        content = copy.deepcopy(GOOD)
        change(content)
        path = tmp_path / "outlines.geojson"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return write
