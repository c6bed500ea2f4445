"""What is held."""

from __future__ import annotations

from pathlib import Path

from analysis.store import COVERAGE, coverage


def test_the_store_is_listed_with_its_months_and_gaps(store: Path, tmp_path: Path) -> None:
    listed = coverage(store, tmp_path / "no-extract")
    assert tuple(listed.columns) == COVERAGE
    assert listed.to_numpy().tolist() == [
        ["police-uk", "2022-10", "leicestershire", "2022-06", "2022-10", 4, 1, 9, "store"],
        ["scotland", "2020-21", "scotland", "2019/20", "2020/21", 2, 0, 2, "store"],
    ]


def test_the_open_extracts_are_listed_beside_the_store(store: Path, open_data: Path) -> None:
    listed = coverage(store, open_data).set_index(["source", "vintage", "force"])["held"]
    assert listed["police-uk", "2022-10", "leicestershire"] == "store"
    assert listed["police-uk", "2022-11", "leicestershire"] == "open"


def test_where_both_hold_a_vintage_the_store_stands_first(store: Path, open_data: Path) -> None:
    (store / "police-uk" / "2022-10").rename(store / "police-uk" / "2022-11")
    listed = coverage(store, open_data).set_index(["source", "vintage", "force"])
    row = listed.loc[("police-uk", "2022-11", "leicestershire")]
    assert (row["held"], row["first_month"]) == ("store", "2022-06")


def test_nothing_held_is_an_empty_list(tmp_path: Path) -> None:
    assert coverage(tmp_path / "a", tmp_path / "b").empty


def test_a_folder_being_built_is_not_listed(store: Path, tmp_path: Path) -> None:
    force = store / "police-uk" / "2022-10" / "force=leicestershire"
    force.rename(force.with_name(".force=leicestershire.abc.building"))
    assert "police-uk" not in set(coverage(store, tmp_path / "none")["source"])
