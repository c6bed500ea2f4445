"""Ingesting street-level files: whole or not at all, and never a change in silence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from analysis.errors import SourceError, StoreError
from analysis.store import ingest_police_uk
from analysis.store.manifest import file_sha256, read_manifest

Rows = list[dict[str, str]]
Archive = Callable[..., Path]
FORCE = Path("police-uk/2022-10/force=leicestershire")


def everything(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): file_sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_vintage_is_the_last_month_unless_named(tmp_path: Path, archive: Archive, register: Path) -> None:
    (first,) = ingest_police_uk(archive(), store=tmp_path / "s", register=register)
    (second,) = ingest_police_uk(archive(), store=tmp_path / "s", register=register, vintage="2023-01")
    assert (first.vintage, second.vintage, second.outcome) == ("2022-10", "2023-01", "new")


def test_rows_stand_by_force_and_month(store: Path) -> None:
    months = sorted(path.name for path in (store / FORCE).glob("month=*"))
    assert months == ["month=2022-06", "month=2022-07", "month=2022-09", "month=2022-10"]
    assert pl.read_parquet(store / FORCE / "month=2022-06" / "rows.parquet").height == 6


def test_what_was_read_kept_and_set_aside_is_told(tmp_path: Path, archive: Archive, register: Path) -> None:
    path = archive()
    (told,) = ingest_police_uk(path, store=tmp_path / "s", register=register)
    assert (told.outcome, told.files, told.rows, told.kept) == ("new", 4, 29, 25)
    assert told.remarks == ("leicestershire: 1 month missing: 2022-08",)
    manifest = read_manifest(tmp_path / "s" / FORCE)
    assert manifest is not None
    assert manifest["source"] == {"name": "archive.zip", "sha256": file_sha256(path)}
    # One theft repeated in each of four files is eight rows of one ID; Leicester's theft comes back three times.
    assert (manifest["ids_that_come_back"], manifest["alike_without_id"]) == (10, 4)


def test_the_report_counts_what_was_set_aside(tmp_path: Path, archive: Archive, register: Path) -> None:
    (told,) = ingest_police_uk(archive(), store=tmp_path / "s", register=register)
    june = told.completeness[told.completeness["month"] == pd.Period("2022-06", "M")].set_index("category")
    assert june.loc["anti-social-behaviour", ["rows", "without_location", "outside"]].tolist() == [4, 1, 1]
    assert june.loc["other-theft", ["rows", "duplicates_removed", "outside"]].tolist() == [3, 1, 0]
    august = told.completeness[told.completeness["month"] == pd.Period("2022-08", "M")]
    assert august["rows"].isna().all()
    assert set(august["status"]) == {"missing"}


def test_areas_are_those_of_the_forces_own_districts_with_their_middle(store: Path) -> None:
    areas = pl.read_csv(store / FORCE / "areas.csv")
    small = areas.filter(pl.col("kind") == "lsoa").select("code", "parent", "longitude", "latitude").rows()
    assert small == [
        ("E01013649", "E06000016", -1.37, 52.74),
        ("E01025913", "E07000134", -1.37, 52.74),
        ("E01025914", "E07000134", -1.37, 52.74),
    ]
    assert areas.filter(pl.col("kind") == "unlocated")["code"].to_list() == ["leicestershire:unlocated"]


def test_the_same_again_changes_nothing_and_says_so(store: Path, archive: Archive, register: Path) -> None:
    before = everything(store)
    (told,) = ingest_police_uk(archive("again.zip"), store=store, register=register)
    assert told.outcome == "unchanged"
    assert everything(store) == before


def test_an_unpacked_archive_is_the_same_as_the_archive(
    store: Path, tmp_path: Path, archive: Archive, register: Path
) -> None:
    with zipfile.ZipFile(archive()) as packed:
        packed.extractall(tmp_path / "unpacked")
    (told,) = ingest_police_uk(tmp_path / "unpacked", store=store, register=register)
    assert told.outcome == "unchanged"


def test_other_figures_under_the_same_vintage_are_refused(
    store: Path, archive: Archive, usual: Rows, register: Path
) -> None:
    before = everything(store)
    with pytest.raises(StoreError, match=r"editions made from them would change in silence\n  ingest with replace"):
        ingest_police_uk(archive("other.zip", m2022_06=usual[1:]), store=store, register=register)
    assert everything(store) == before


def test_other_figures_replace_the_whole_force_when_asked(
    store: Path, archive: Archive, usual: Rows, register: Path
) -> None:
    other = archive("other.zip", m2022_06=usual[1:])
    (told,) = ingest_police_uk(other, store=store, register=register, replace=True)
    assert (told.outcome, told.rows) == ("replaced", 28)
    assert pl.read_parquet(store / FORCE / "month=2022-06" / "rows.parquet").height == 5


def test_one_bad_row_leaves_the_store_as_it_was(store: Path, archive: Archive, usual: Rows, register: Path) -> None:
    before = everything(store)
    bad = archive("bad.zip", m2022_09=[*usual, {"Crime type": "Piracy"}])
    with pytest.raises(SourceError, match=r"2022-09-leicestershire-street.csv, row 9: Crime type"):
        ingest_police_uk(bad, store=store, register=register, replace=True)
    assert everything(store) == before
    assert not list((store / "police-uk/2022-10").glob(".*"))


def test_a_refusal_for_one_force_stores_none_of_the_others(
    store: Path, tmp_path: Path, archive: Archive, usual: Rows, register: Path
) -> None:
    both = archive("both.zip", m2022_06=usual[1:])
    with zipfile.ZipFile(both, "a") as packed:
        content = packed.read("2022-10/2022-10-leicestershire-street.csv")
        packed.writestr("2022-10/2022-10-kent-street.csv", content)
    with pytest.raises(StoreError, match="force=leicestershire: holds other figures"):
        ingest_police_uk(both, store=store, register=register)
    assert not (store / "police-uk/2022-10/force=kent").exists()


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path, archive: Archive, register: Path) -> None:
    for name in ("one", "two"):
        ingest_police_uk(archive(), store=tmp_path / name, register=register)
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_a_force_that_ends_before_the_archive_is_missing_its_last_months(
    tmp_path: Path, archive: Archive, register: Path
) -> None:
    both = archive()
    with zipfile.ZipFile(both, "a") as packed:
        content = packed.read("2022-06/2022-06-leicestershire-street.csv")
        packed.writestr("2022-06/2022-06-kent-street.csv", content)
    kent, _ = ingest_police_uk(both, store=tmp_path / "s", register=register)
    assert kent.remarks == ("kent: 4 months missing: 2022-07 to 2022-10",)


def test_files_without_rows_are_there_and_say_zero(tmp_path: Path, archive: Archive, register: Path) -> None:
    none = archive("none.zip", m2022_06=[], m2022_07=[], m2022_09=[], m2022_10=[])
    (told,) = ingest_police_uk(none, store=tmp_path / "s", register=register)
    assert (told.rows, told.kept) == (0, 0)
    assert set(told.completeness["rows"].dropna()) == {0}
    assert told.remarks == ("leicestershire: 1 month missing: 2022-08",)
