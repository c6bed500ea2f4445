"""What is taken as outlines of areas, and what is refused by one message that says where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import shapely
from pyproj import Transformer

from analysis.errors import SourceError
from analysis.sources.boundaries import read_boundaries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[..., Path]
    Change = Callable[[dict[str, Any]], object]

KNOWN = {"E01025913", "E01025914", "E07000134"}


def _first(content: dict[str, Any]) -> dict[str, Any]:
    feature: dict[str, Any] = content["features"][0]
    return feature


def _shape(**geometry: Any) -> Change:
    return lambda content: _first(content)["geometry"].update(geometry)


def _each(content: dict[str, Any], make: Callable[[float, float], list[float]]) -> None:
    for feature in content["features"]:
        ring = feature["geometry"]["coordinates"][0]
        feature["geometry"]["coordinates"] = [[make(*point) for point in ring]]


def _crs(name: object) -> Change:
    return lambda content: content.update(crs={"type": "name", "properties": {"name": name}})


BOW_TIE = [[[-1.5, 52.7], [-1.49, 52.71], [-1.49, 52.7], [-1.5, 52.71], [-1.5, 52.7]]]
REFUSED: dict[str, tuple[Change, str]] = {
    "another kind of JSON": (lambda c: c.update(type="Topology"), "is not a GeoJSON FeatureCollection"),
    "no features": (lambda c: c.update(features=[]), "has no features, so it has no polygons"),
    "a feature that is none": (lambda c: c["features"].__setitem__(1, 7), "feature 2: is not a GeoJSON feature"),
    "points alone": (
        lambda c: [f.update(geometry={"type": "Point", "coordinates": [-1.5, 52.7]}) for f in c["features"]],
        "has no polygons",
    ),
    "a point among polygons": (
        lambda c: _first(c).update(geometry={"type": "Point", "coordinates": [-1.5, 52.7]}),
        r"feature 1 \(E01025913\): is a Point, not a polygon",
    ),
    "no geometry": (lambda c: _first(c).update(geometry=None), r"feature 1 \(E01025913\): has no outline"),
    "an empty polygon": (_shape(coordinates=[]), r"feature 1 \(E01025913\): has no outline"),
    "a ring of two points": (
        _shape(coordinates=[[[-1.5, 52.7], [-1.4, 52.7]]]),
        r"feature 1 \(E01025913\): has an outline that cannot be read"
    ),
    "a ring that crosses itself": (
        _shape(coordinates=BOW_TIE), r"feature 1 \(E01025913\): has an outline that is not valid: Self-intersection"
    ),
    "text for a coordinate": (
        _shape(coordinates=[[["-1.5", 52.7], [-1.4, 52.7], [-1.4, 52.8], ["-1.5", 52.7]]]),
        "has a coordinate that is no number",
    ),
    "a reference system that nobody knows": (_crs("EPSG:999999"), "'EPSG:999999' is no reference system that is known"),
    "a crs without a name": (_crs(None), "has a crs that names no reference system"),
    "metres without a crs": (
        lambda c: _each(c, lambda x, y: [437000 + 100 * x, 316000 + 100 * y]),
        r"has coordinates out of range .* no longitude"
    ),
    "latitude first": (lambda c: _each(c, lambda x, y: [y, x]), "lies outside the United Kingdom"),
    "a code twice": (
        lambda c: c["features"][1]["properties"].update(LSOA11CD="E01025913"),
        r"has E01025913 more than once \(features 1 and 2\)|more than one column",
    ),
    "a feature without a code": (
        lambda c: c["features"][1]["properties"].update(LSOA11CD=None), r"feature 2: has no code in column LSOA11CD"
    ),
    "no code that is known": (
        lambda c: [f["properties"].update(LSOA11CD=f"Q{n}", LAD11CD="Q") for n, f in enumerate(c["features"])],
        "has no column with a code that is known here",
    ),
    "two columns of codes": (
        lambda c: [f["properties"].update(OTHER=f["properties"]["LSOA11CD"]) for f in c["features"]],
        r"known codes in more than one column \(LSOA11CD and OTHER\)\n  Name the column",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "says"), REFUSED.values(), ids=REFUSED)
def test_a_malformed_file_is_refused_by_one_message_that_says_where(
    written: Written, change: Change, says: str
) -> None:
    with pytest.raises(SourceError, match=says) as refused:
        read_boundaries(written(change), KNOWN)
    assert str(refused.value).startswith("outlines.geojson")
    assert len(str(refused.value).splitlines()) <= 2


@pytest.mark.parametrize("content", [b"not JSON at all", b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "outlines.geojson"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="is not GeoJSON"):
        read_boundaries(path, KNOWN)


def test_the_code_column_is_found_beside_one_of_the_district_they_all_lie_in(written: Written) -> None:
    found = read_boundaries(written(), KNOWN)
    assert found.column == "LSOA11CD"
    assert found.frame["area"].to_list() == ["E01025913", "E01025914"]


def test_a_column_is_taken_by_name_where_it_is_given(written: Written) -> None:
    both = written(lambda c: [f["properties"].update(OTHER=f["properties"]["LSOA11CD"]) for f in c["features"]])
    assert read_boundaries(both, KNOWN, "OTHER").column == "OTHER"


def test_a_column_that_is_not_there_is_answered_with_the_nearest(written: Written) -> None:
    with pytest.raises(SourceError, match=r'--code LSOA11C: .* did you mean "LSOA11CD"'):
        read_boundaries(written(), KNOWN, "LSOA11C")


def test_a_column_given_without_a_known_code_is_refused(written: Written) -> None:
    with pytest.raises(SourceError, match="column LSOA11NM: has no code that is known here"):
        read_boundaries(written(), KNOWN, "LSOA11NM")


def test_areas_that_nothing_is_known_of_are_kept_beside_those_that_are(written: Written) -> None:
    assert read_boundaries(written(), {"E01025914"}).frame.height == 2


def test_british_national_grid_comes_to_the_same_place_as_wgs84(written: Written) -> None:
    there = Transformer.from_crs(4326, 27700, always_xy=True)

    def to_grid(content: dict[str, Any]) -> None:
        _each(content, lambda x, y: list(there.transform(x, y)))
        content["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}

    plain, grid = (read_boundaries(written(change), KNOWN).frame["geometry"] for change in (lambda _: None, to_grid))
    apart = shapely.hausdorff_distance(shapely.from_wkb(plain.to_list()), shapely.from_wkb(grid.to_list()))
    assert apart.max() < 1e-7, "a hundredth of a metre"


def test_heights_are_left_out(written: Written) -> None:
    flat, high = (
        read_boundaries(written(change), KNOWN).frame
        for change in (lambda _: None, lambda c: _each(c, lambda x, y: [x, y, 99.0]))
    )
    assert flat.equals(high)


def test_a_ring_that_touches_itself_in_a_point_keeps_its_ground_and_is_named(written: Written) -> None:
    ring = [[-1.5, 52.7], [-1.49, 52.7], [-1.49, 52.71], [-1.495, 52.7], [-1.5, 52.71], [-1.5, 52.7]]
    found = read_boundaries(written(_shape(coordinates=[ring])), KNOWN)
    assert found.mended == ("E01025913",)
    kept = shapely.from_wkb(found.frame["geometry"][0])
    assert kept.is_valid
    assert kept.area == pytest.approx(2 * 0.005 * 0.01 / 2)
