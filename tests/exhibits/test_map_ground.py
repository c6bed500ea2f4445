"""The ground of real districts: true to shape, its borders whole, and small enough to carry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from analysis.exhibits import Ground
from analysis.exhibits.map_ground import MOST_POINTS, plane
from analysis.exhibits.map_sheet import fit

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.data
WARWICKSHIRE = ("218", "219", "220", "221", "222")
PLACES = {
    "one district": ("134",),
    "with islands": ("127",),
    "ring that touches itself": ("132",),
    "county": WARWICKSHIRE,
}


def _ground(shared: Path, numbers: tuple[str, ...]) -> Ground:
    outlines, districts = {}, {}
    for number in numbers:
        text = (shared / "data" / "boundaries" / f"E07000{number}.json").read_text(encoding="utf-8")
        for feature in json.loads(text)["features"]:
            code = feature["properties"]["LSOA11CD"]
            outlines[code] = shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
            districts[code] = number
    return Ground(outlines, {}, districts)


@pytest.fixture(params=PLACES.values(), ids=PLACES)
def ground(request: pytest.FixtureRequest, shared: Path) -> Ground:
    """A real place."""
    return _ground(shared, request.param)


def test_simplified_neighbours_share_their_borders_without_a_tear(ground: Ground) -> None:
    laid = ground.laid(*fit())
    drawn = list(laid.outlines.values())
    assert shapely.coverage_is_valid(drawn)
    assert all(shapely.is_valid(drawn))
    assert shapely.union_all(drawn).area == pytest.approx(shapely.area(drawn).sum(), rel=1e-9)


def test_no_area_is_lost_and_each_keeps_its_extent(ground: Ground) -> None:
    laid = ground.laid(*fit())
    given = shapely.area(shapely.transform(np.array(list(ground.outlines.values())), laid))
    drawn = shapely.area(list(laid.outlines.values()))
    assert list(laid.outlines) == list(ground.outlines)
    assert drawn.sum() == pytest.approx(given.sum(), rel=0.001)
    # In square millimetres of paper: what an eye could see.
    assert np.abs(drawn - given).max() < 1.0


def test_a_map_has_no_more_points_than_its_file_can_carry(ground: Ground) -> None:
    laid = ground.laid(*fit())
    assert shapely.get_num_coordinates(list(laid.outlines.values())).sum() <= MOST_POINTS


def test_every_spot_lies_in_its_own_area(ground: Ground) -> None:
    laid = ground.laid(*fit())
    for code, spot in laid.spots.items():
        assert laid.outlines[code].covers(shapely.Point(spot))


def test_the_flat_ground_is_true_to_the_national_grid_within_half_a_per_cent(ground: Ground) -> None:
    degrees = shapely.get_coordinates(list(ground.outlines.values()))[::7]
    middle = float((degrees[:, 1].min() + degrees[:, 1].max()) / 2)
    ours = plane(degrees, middle)
    grid = np.column_stack(Transformer.from_crs(4326, 27700, always_xy=True).transform(*degrees.T))
    ours, grid = (points - points.mean(axis=0) for points in (ours, grid))
    a, b = (points[:, 0] + 1j * points[:, 1] for points in (ours, grid))
    turned = (np.vdot(a, b) / np.vdot(a, a)) * a
    assert abs(abs(np.vdot(a, b) / np.vdot(a, a)) - 1) < 0.001, "metres are metres"
    assert np.abs(turned - b).max() < 0.005 * np.abs(b).max()


def test_a_district_is_drawn_by_one_outline(shared: Path) -> None:
    laid = _ground(shared, WARWICKSHIRE).laid(*fit())
    assert list(laid.districts) == list(WARWICKSHIRE)
    assert sum(shape.area for shape in laid.districts.values()) == pytest.approx(
        shapely.area(list(laid.outlines.values())).sum(), rel=1e-9
    )
