"""Counts stored at ingest say what the rows say, for small areas and for the districts they make up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from analysis.store import edition_slices, ingest_police_uk
from analysis.store.dense import street_counts, unlocated_counts
from analysis.store.holdings import Stored
from analysis.store.sparse import FILE, sparse_counts, sparse_unlocated
from analysis.store.summed import summed

NWL, LEICESTER = "E07000134", "E06000016"
SMALL = ["E01025913", "E01025914"]
KEYS = ["area", "category", "month"]


@pytest.fixture
def folder(store: Path) -> Path:
    return store / "police-uk" / "2022-10" / "force=leicestershire"


def without_counts(folder: Path) -> Path:
    """The same as an earlier version of the program stored it: rows alone."""
    (folder / FILE).unlink()
    return folder


def test_what_is_stored_is_what_the_rows_count_to(folder: Path) -> None:
    codes = [*SMALL, "E01013649", NWL, LEICESTER]
    stored = sparse_counts(folder, codes).sort(KEYS), sparse_unlocated(folder).sort(KEYS)
    counted = sparse_counts(without_counts(folder), codes).sort(KEYS), sparse_unlocated(folder).sort(KEYS)
    for one, other in zip(stored, counted, strict=True):
        assert one.height
        assert one.equals(other)


def test_a_district_is_the_sum_of_its_small_areas(folder: Path) -> None:
    small = street_counts(folder, SMALL).with_columns(area=pl.lit(NWL))
    assert street_counts(folder, [NWL]).equals(summed(small, ["area", "month", "category"]).sort(KEYS))
    assert street_counts(folder, [NWL])["count"].sum() == 4 * 3 + 1


def test_another_forces_district_has_no_sum(folder: Path) -> None:
    assert sparse_counts(folder, ["E07000220"]).is_empty()
    assert sparse_counts(folder, ["E01031165"])["count"].sum() == 4


def test_a_month_that_is_missing_is_no_zero_in_a_district_either(folder: Path) -> None:
    august = street_counts(folder, [NWL, *SMALL]).filter(pl.col("month") == "2022-08")
    assert august.height == 3 * 14
    assert (august["count"].null_count(), set(august["status"])) == (august.height, {"missing"})


def test_no_area_asked_for_is_none_given(folder: Path) -> None:
    assert sparse_counts(folder, []).is_empty()
    assert street_counts(folder, []).is_empty()


def test_counts_lie_in_order_of_area_so_that_a_reader_can_pass_over_the_rest(folder: Path) -> None:
    read = pl.read_parquet(folder / FILE)
    assert read.equals(read.sort("area", "month", "category"))
    assert read["area"].null_count() == unlocated_counts(folder, "leicestershire").filter(pl.col("count") > 0).height


def test_the_same_archive_gives_the_same_bytes(
    tmp_path: Path, archive: Callable[..., Path], register: Path, folder: Path
) -> None:
    ingest_police_uk(archive(), store=tmp_path / "again", register=register)
    again = tmp_path / "again" / "police-uk" / "2022-10" / "force=leicestershire"
    assert (again / FILE).read_bytes() == (folder / FILE).read_bytes()


def test_slices_of_an_earlier_store_are_the_same_to_the_last_byte(
    store: Path, open_data: Path, folder: Path, tmp_path: Path
) -> None:
    def taken(at: Path) -> dict[str, bytes]:
        slices = edition_slices(
            "police-uk", "2022-10", [NWL], [LEICESTER], ["leicestershire"], store=store, open_data=open_data
        )
        slices.save(at)
        return {path.name: path.read_bytes() for path in at.iterdir()}

    now = taken(tmp_path / "now")
    without_counts(folder)
    assert taken(tmp_path / "before") == now


def test_ingesting_again_adds_the_counts_that_an_earlier_version_did_not_store(
    store: Path, archive: Callable[..., Path], register: Path, folder: Path
) -> None:
    before = (folder / FILE).read_bytes()
    without_counts(folder)
    (told,) = ingest_police_uk(archive("again.zip"), store=store, register=register)
    assert (told.outcome, (folder / FILE).read_bytes()) == ("unchanged", before)


def test_a_district_without_any_record_has_no_counts_at_all(folder: Path) -> None:
    held = Stored(folder, "2022-10", "leicestershire")
    none = held.districts(pl.DataFrame({"area": [], "parent": []}, schema={"area": pl.String, "parent": pl.String}))
    assert none.is_empty()
