"""The slices of one edition."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import StoreError
from analysis.store import Slices, edition_slices

NWL, LEICESTER = "E07000134", "E06000016"
AUGUST = pd.Period("2022-08", "M")


@pytest.fixture
def slices(store: Path, open_data: Path) -> Slices:
    return edition_slices(
        "police-uk", "2022-10", [NWL], [LEICESTER], ["leicestershire"], store=store, open_data=open_data
    )


def test_every_small_area_has_every_month_and_category(slices: Slices) -> None:
    assert len(slices.counts) == 2 * 5 * 14
    assert set(slices.counts["area"]) == {"E01025913", "E01025914"}


def test_a_month_with_nothing_recorded_is_a_zero_and_a_missing_month_is_not(slices: Slices) -> None:
    second = slices.counts[
        (slices.counts["area"] == "E01025914") & (slices.counts["category"] == "anti-social-behaviour")
    ]
    assert second["count"].tolist() == [0, 1, pd.NA, 0, 0]
    assert second["status"].tolist() == ["present", "present", "missing", "present", "present"]


def test_districts_are_sums_and_unknown_where_a_part_is(slices: Slices) -> None:
    asb = slices.districts[slices.districts["category"] == "anti-social-behaviour"].set_index(["area", "month"])[
        "count"
    ]
    assert asb[NWL].tolist() == [2, 3, pd.NA, 2, 2]
    assert asb[LEICESTER].tolist() == [0, 0, pd.NA, 0, 0]


def test_what_has_no_location_stands_apart(slices: Slices) -> None:
    asb = slices.unlocated[slices.unlocated["category"] == "anti-social-behaviour"]
    assert set(asb["area"]) == {"leicestershire:unlocated"}
    assert asb["count"].tolist() == [1, 1, pd.NA, 1, 1]


def test_nothing_of_a_district_that_is_not_named_is_taken(slices: Slices) -> None:
    assert set(slices.districts["area"]) == {NWL, LEICESTER}
    assert "E01013649" not in set(slices.counts["area"])
    assert {NWL, LEICESTER, "E01025913", "leicestershire:unlocated"} <= set(slices.areas["code"])


def test_populations_are_of_own_areas_peers_and_own_small_areas(slices: Slices) -> None:
    small = slices.population[slices.population["area"].str.startswith("E01")]
    assert small[["area", "year", "population"]].to_numpy().tolist() == [
        ["E01025913", 2017, 1500],
        ["E01025914", 2017, 1600],
    ]
    assert set(slices.population["area"]) - set(small["area"]) == {NWL, LEICESTER}


def test_each_source_is_named_with_its_licence_and_hash(slices: Slices) -> None:
    assert [record.vintage for record in slices.sources] == ["2022-10", "mid-2020", "mid-2017-small-areas"]
    assert {record.licence for record in slices.sources} == {"Open Government Licence v3.0"}
    assert all(len(record.sha256) == 64 for record in slices.sources)
    assert slices.sources[0].command == "csp ingest police-uk archive.zip"


def test_slices_saved_and_loaded_are_the_same(slices: Slices, tmp_path: Path) -> None:
    slices.save(tmp_path / "a")
    loaded = Slices.load(tmp_path / "a")
    assert "points" in slices.frames
    for name, frame in slices.frames.items():
        pd.testing.assert_frame_equal(getattr(loaded, name), frame)
    assert loaded.sources == slices.sources
    assert loaded.hashes() == slices.hashes()


def test_slices_saved_twice_are_the_same_bytes(slices: Slices, tmp_path: Path) -> None:
    for name in ("a", "b"):
        slices.save(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(files) == len(slices.frames) + 1
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in files)


def test_another_count_is_another_hash_of_that_frame_alone(slices: Slices) -> None:
    before = slices.hashes()
    slices.counts.loc[0, "count"] = 99
    after = slices.hashes()
    assert {name for name in before if before[name] != after[name]} == {"counts"}


def test_a_folder_without_slices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not hold the slices of an edition"):
        Slices.load(tmp_path)


def test_the_open_extract_serves_what_the_store_does_not_hold(tmp_path: Path, open_data: Path) -> None:
    none = tmp_path / "no-store"
    shipped = edition_slices("police-uk", "2022-11", [NWL], [], ["leicestershire"], store=none, open_data=open_data)
    assert shipped.counts["area"].nunique() == 58


def test_annual_slices_are_councils_in_financial_years(store: Path, open_data: Path) -> None:
    annual = edition_slices(
        "scotland", "2020-21", ["S12000040"], ["S12000047"], ["scotland"], store=store, open_data=open_data
    )
    assert annual.counts["month"].dtype == pd.PeriodDtype("Y-MAR")
    assert annual.counts["count"].tolist() == [12, 12]
    assert set(annual.districts["area"]) == {"S12000040", "S12000047"}
    assert annual.unlocated.empty
    assert set(annual.population["area"]) == {"S12000040", "S12000047"}


def test_annual_slices_round_trip_with_their_empty_frame(store: Path, open_data: Path, tmp_path: Path) -> None:
    annual = edition_slices("scotland", "2020-21", ["S12000040"], [], [], store=store, open_data=open_data)
    annual.save(tmp_path / "a")
    assert Slices.load(tmp_path / "a").hashes() == annual.hashes()


def test_simulated_figures_are_served_with_their_own_population(store: Path, open_data: Path) -> None:
    made = edition_slices(
        "simulated", "2022-11", ["X07000001"], ["X07000002"], ["illustrationshire"], store=store, open_data=open_data
    )
    assert set(made.districts["area"]) == {"X07000001", "X07000002"}
    assert {"X07000001", "X07000002"} <= set(made.population["area"])
    assert all(record.title.startswith("SIMULATED") for record in made.sources)
    assert [record.vintage for record in made.sources if "crime" in record.title] == ["2022-11"]


REFUSED = {
    "a vintage": (
        "police-uk",
        "2031-01",
        [NWL],
        ["leicestershire"],
        "police-uk 2031-01 of leicestershire: is in neither",
    ),
    "a force": ("police-uk", "2022-10", [NWL], ["kent"], "police-uk 2022-10 of kent: is in neither"),
    "no force": ("police-uk", "2022-10", [NWL], [], "police-uk 2022-10: cannot be taken without a police force"),
    "an area": (
        "police-uk",
        "2022-10",
        ["E07000127"],
        ["leicestershire"],
        "area E07000127: is no district of the forces named",
    ),
    "a source": (
        "police.uk",
        "2022-10",
        [NWL],
        ["leicestershire"],
        'source "police.uk": is not known; did you mean "police-uk"',
    ),
    "a year": ("scotland", "2031-32", ["S12000040"], [], "scotland 2031-32: is in neither"),
    "a council": ("scotland", "2020-21", [NWL], [], f"area {NWL}: is no council area of the annual figures"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_held_is_refused_with_what_is(store: Path, open_data: Path, kind: str) -> None:
    source, vintage, areas, forces, message = REFUSED[kind]
    with pytest.raises(StoreError) as refused:
        edition_slices(source, vintage, areas, [], forces, store=store, open_data=open_data)
    assert str(refused.value).startswith(message)
    assert "held are " in str(refused.value)
