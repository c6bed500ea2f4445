"""Who borders whom, and how much ground there is: against the established library and against known areas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import shapely

from analysis.measures import hectares, neighbours
from analysis.measures.outlines import TOUCHING

if TYPE_CHECKING:
    from pathlib import Path

SIDE = 0.01


def _frame(shapes: dict[str, shapely.Geometry]) -> pd.DataFrame:
    return pd.DataFrame(
        {"area": list(shapes), "geometry": [shapely.to_wkb(each, hex=True) for each in shapes.values()]}
    )


def _square(column: int, row: int, gap: float = 0.0) -> shapely.Geometry:
    west, south = -1.5 + column * (SIDE + gap), 52.7 + row * (SIDE + gap)
    return shapely.box(west, south, west + SIDE, south + SIDE)


def test_a_corner_makes_neighbours_as_a_border_does() -> None:
    found = neighbours(_frame({f"{c}{r}": _square(c, r) for c in range(2) for r in range(2)}))
    assert found == {
        "00": ("01", "10", "11"),
        "01": ("00", "10", "11"),
        "10": ("00", "01", "11"),
        "11": ("00", "01", "10"),
    }


def test_outlines_rounded_half_a_metre_apart_are_neighbours_and_ten_metres_apart_are_not() -> None:
    assert neighbours(_frame({"a": _square(0, 0), "b": _square(1, 0, gap=5e-6)}))["a"] == ("b",)
    assert neighbours(_frame({"a": _square(0, 0), "b": _square(1, 0, gap=1e-4)}))["a"] == ()


def test_an_island_has_no_neighbours() -> None:
    assert neighbours(_frame({"a": _square(0, 0), "island": _square(5, 5)}))["island"] == ()


def test_hectares_are_those_of_the_closed_form_on_a_sphere_to_half_a_per_cent() -> None:
    from math import cos, radians

    degree = 111.32 * 1000
    plain = SIDE * degree * SIDE * degree * cos(radians(52.705)) / 10_000
    assert hectares(_frame({"a": _square(0, 0)}))["a"] == pytest.approx(plain, rel=0.005)


@pytest.mark.data
@pytest.mark.parametrize("number", ["127", "134", "220"])
def test_neighbours_are_those_of_libpysal_once_outlines_meet_in_points(shared: Path, number: str) -> None:
    path = shared / "data" / "boundaries" / f"E07000{number}.json"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    shapes = {f["properties"]["LSOA11CD"]: shapely.geometry.shape(f["geometry"]) for f in features}
    found = neighbours(_frame(shapes))
    meeting = shapely.coverage_clean(list(shapes.values()), snapping_distance=TOUCHING)
    assert _pairs(found) == _queen(dict(zip(shapes, meeting, strict=True)))
    assert _pairs(found) > _queen(shapes), "as published, some neighbours do not meet in any point"


def _pairs(beside: dict[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    return {(one, other) for one, others in beside.items() for other in others}


def _queen(shapes: dict[str, shapely.Geometry]) -> set[tuple[str, str]]:
    import geopandas
    from libpysal.graph import Graph

    graph = Graph.build_contiguity(geopandas.GeoSeries(shapes), rook=False)
    return {(one, other) for one, other in graph.adjacency.index if one != other}
