"""Map points: counted from the rows that are kept, shipped for own districts, and told apart from counts."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from analysis.store import Slices, edition_slices
from analysis.store.extract_street import extract_street
from analysis.store.street_points import POINTS, count_points, read_points

NWL, WEST_LANCASHIRE, LEICESTER = "E07000134", "E07000127", "E07000135"
SMALL = ["E01025913", "E01025914"]
CELL = ["area", "month", "category"]


@pytest.fixture
def folder(store: Path) -> Path:
    return store / "police-uk" / "2022-10" / "force=leicestershire"


def test_rows_are_counted_by_point_month_and_category(folder: Path) -> None:
    found = count_points(folder, SMALL)
    assert found.schema == POINTS
    assert set(found["point"]) == {"On or near Park Lane"}
    july = found.filter(pl.col("month") == "2022-07")
    assert july.select("area", "category", "count").rows() == [
        ("E01025913", "anti-social-behaviour", 2), ("E01025913", "other-theft", 1),
        ("E01025914", "anti-social-behaviour", 1),
    ]  # fmt: skip


def test_what_has_no_point_or_lies_elsewhere_is_none_of_them(folder: Path) -> None:
    assert count_points(folder, []).is_empty()
    assert count_points(folder, SMALL)["count"].sum() == 4 * 3 + 1


def test_an_extract_holds_the_points_of_the_districts_asked_for_alone(
    store: Path, tmp_path: Path, folder: Path
) -> None:
    made = extract_street(store, tmp_path / "open", "2022-10", ["leicestershire"], [NWL])
    assert read_points(made, [*SMALL, "E01013649"]).equals(count_points(folder, SMALL))
    without = extract_street(store, tmp_path / "none", "2022-10", ["leicestershire"])
    assert not (without / "points.parquet").exists()
    assert read_points(without, SMALL).is_empty()


def test_an_edition_takes_the_same_points_from_the_store_and_from_the_extract(
    store: Path, tmp_path: Path, open_data: Path
) -> None:
    opened = tmp_path / "open"
    extract_street(store, opened, "2022-10", ["leicestershire"], [NWL])
    (opened / "population-mid-2020").symlink_to(open_data / "population-mid-2020")
    stored, shipped = (
        edition_slices("police-uk", "2022-10", [NWL], [], ["leicestershire"], store=where, open_data=opened)
        for where in (store, tmp_path / "none")
    )
    assert stored.hashes()["points"] == shipped.hashes()["points"]
    shipped.save(tmp_path / "slices")
    pd.testing.assert_frame_equal(Slices.load(tmp_path / "slices").points, shipped.points)


@pytest.fixture(scope="module")
def shipped(root: Path) -> dict[str, Slices]:
    own = {NWL: "leicestershire", WEST_LANCASHIRE: "lancashire", "E07000220": "warwickshire"}
    return {
        code: edition_slices(
            "police-uk", "2022-11", [code], [], [force], store=root / "none", open_data=root / "data/open"
        )
        for code, force in own.items()
    }


@pytest.mark.parametrize("code", [NWL, WEST_LANCASHIRE, "E07000220"])
def test_the_shipped_points_of_a_place_add_up_to_its_counts(shipped: dict[str, Slices], code: str) -> None:
    slices = shipped[code]
    counts = slices.counts[slices.counts["count"].fillna(0) > 0].groupby(CELL)["count"].sum().sort_index()
    points = slices.points.groupby(CELL)["count"].sum().sort_index()
    pd.testing.assert_series_equal(points, counts)


def test_a_district_that_ships_without_points_has_none(root: Path) -> None:
    found = edition_slices(
        "police-uk", "2022-11", ["E07000130"], [], ["leicestershire"], store=root / "none",
        open_data=root / "data/open",
    )  # fmt: skip
    assert found.points.empty
    assert "points" not in found.hashes()


def test_annual_and_simulated_editions_have_no_points(root: Path) -> None:
    found = edition_slices(
        "simulated", "2022-11", ["X07000001"], [], ["illustrationshire"], store=root / "none",
        open_data=root / "data/open",
    )  # fmt: skip
    assert found.points.empty
