"""The figures that ship, against totals published or counted from the raw archives by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from analysis.counts import counts_frame
from analysis.sources.record import ATTRIBUTION
from analysis.store import edition_slices
from analysis.store.manifest import file_sha256, read_manifest
from analysis.store.pandas_frames import to_pandas

STREET = "police-uk-2022-11"
NWL, WEST_LANCASHIRE = "E07000134", "E07000127"
FOLDERS = (STREET, "scotland-2021-22", "population-mid-2020")
ASB = "anti-social-behaviour"


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "data" / "open" / STREET


@pytest.fixture(scope="module")
def cells(folder: Path) -> pl.DataFrame:
    """Counts of every small area, with its district."""
    areas = pl.read_csv(folder / "areas.csv").select(area="code", parent="parent")
    return pl.read_parquet(folder / "counts.parquet").join(areas, on="area")


def of(cells: pl.DataFrame, district: str, *, since: str = "2019-12") -> pl.DataFrame:
    return cells.filter((pl.col("parent") == district) & (pl.col("month") >= since))


def test_north_west_leicestershire_has_its_24610_records(cells: pl.DataFrame) -> None:
    own = of(cells, NWL)
    assert (own["month"].n_unique(), own["area"].n_unique()) == (36, 58)
    assert own["count"].sum() == 24_610
    assert own.filter(pl.col("category") == ASB)["count"].sum() == 2_778
    assert own.filter(pl.col("category") != ASB)["count"].sum() == 21_832


def test_west_lancashire_keeps_24055_records_and_misses_three_months(cells: pl.DataFrame) -> None:
    own = of(cells, WEST_LANCASHIRE)
    assert own["count"].sum() == 24_055
    missing = own.filter(pl.col("status") == "missing")
    assert sorted(missing["month"].unique()) == ["2020-06", "2020-08", "2020-09"]
    assert missing["count"].null_count() == missing.height == 73 * 14 * 3


def test_the_festival_month_stands_out(cells: pl.DataFrame) -> None:
    june = of(cells, NWL).filter(pl.col("month") == "2022-06").group_by("category").agg(pl.col("count").sum())
    counts = dict(june.rows())
    assert (counts["theft-from-the-person"], counts["other-theft"]) == (37, 128)


def test_lockdown_shows_in_west_lancashires_incidents(cells: pl.DataFrame) -> None:
    asb = of(cells, WEST_LANCASHIRE).filter(pl.col("category") == ASB).group_by("month").agg(pl.col("count").sum())
    months = dict(asb.rows())
    assert [months[month] for month in ("2020-03", "2020-04", "2020-05")] == [244, 522, 608]


@pytest.mark.parametrize(
    ("district", "areas"), [(NWL, 58), (WEST_LANCASHIRE, 73), ("E07000222", 86), ("E06000016", 192)]
)
def test_every_cell_is_said_once(cells: pl.DataFrame, district: str, areas: int) -> None:
    own = of(cells, district, since="")
    months = own["month"].n_unique()
    assert own.height == areas * months * 14
    assert own.select("area", "month", "category").n_unique() == own.height


def test_warwickshire_has_thirty_four_months_between_its_two_blocks(cells: pl.DataFrame) -> None:
    rugby = of(cells, "E07000220", since="")
    assert rugby.filter(pl.col("status") == "missing")["month"].n_unique() == 34
    assert rugby.filter(pl.col("status") == "present")["month"].n_unique() == 16


@pytest.mark.parametrize("name", ["counts", "unlocated"])
def test_the_extracts_are_counts_frames(folder: Path, name: str) -> None:
    frame = to_pandas(pl.read_parquet(folder / f"{name}.parquet").head(50_000))
    pd.testing.assert_frame_equal(counts_frame(frame), frame)


def test_located_outside_and_unlocated_rows_are_all_there_are(folder: Path, cells: pl.DataFrame) -> None:
    report = pl.read_csv(folder / "completeness.csv")
    unlocated = pl.read_parquet(folder / "unlocated.parquet")["count"].sum()
    kept = report["rows"].sum() - report["duplicates_removed"].sum()
    assert kept == cells["count"].sum() + unlocated + report["outside"].sum() == 1_063_899
    assert unlocated == report["without_location"].sum()


def test_small_area_populations_of_north_west_leicestershire_add_up_to_100109(root: Path) -> None:
    slices = edition_slices(
        "police-uk", "2022-11", [NWL], [], ["leicestershire"], store=root / "none", open_data=root / "data/open"
    )
    small = slices.population[slices.population["area"].isin(slices.counts["area"])]
    assert len(small) == 58
    assert small["population"].sum() == 100_109
    assert set(slices.population.loc[slices.population["area"] == NWL, "year"]) == set(range(2001, 2021))


def test_every_small_area_has_a_population_and_a_place(root: Path, folder: Path) -> None:
    areas = pl.read_csv(folder / "areas.csv").filter(pl.col("kind") == "lsoa")
    people = pl.read_csv(root / "data/open/population-mid-2020/population.csv", infer_schema_length=None)
    assert set(areas["code"]) <= set(people["area"])
    assert areas.filter(
        ~pl.col("longitude").is_between(-3.2, -0.4) | ~pl.col("latitude").is_between(51.9, 54.3)
    ).is_empty()


def test_west_lothian_has_twenty_six_years(root: Path) -> None:
    counts = pl.read_parquet(root / "data/open/scotland-2021-22/counts.parquet")
    own = counts.filter((pl.col("area") == "S12000040") & (pl.col("category") == "all-crimes")).sort("month")
    assert (own.height, own["count"].first(), own["count"].last()) == (26, 12_332, 9_208)
    assert counts["area"].n_unique() == 32


@pytest.mark.parametrize("name", FOLDERS)
def test_each_extract_names_its_source_licence_and_command(root: Path, name: str) -> None:
    manifest = read_manifest(root / "data/open" / name)
    assert manifest is not None
    assert manifest["attribution"] == ATTRIBUTION
    assert manifest["command"] == "csp extract"
    assert re.fullmatch(r"[0-9a-f]{64}", next(iter(_sources(manifest)))["sha256"])


def _sources(manifest: dict) -> list[dict]:  # type: ignore[type-arg]
    if "forces" in manifest:
        return [force["source"] for force in manifest["forces"].values()]
    return list(manifest["sources"].values()) if "sources" in manifest else [manifest["source"]]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_files_are_those_the_manifest_describes(root: Path, name: str) -> None:
    folder = root / "data/open" / name
    described = (read_manifest(folder) or {})["files"]
    assert {path.name for path in folder.iterdir()} == {*described, "manifest.json"}
    assert all(file_sha256(folder / file) == each["sha256"] for file, each in described.items())


def test_what_ships_is_a_few_megabytes(root: Path) -> None:
    assert sum(path.stat().st_size for path in (root / "data/open").rglob("*") if path.is_file()) < 4_000_000


@pytest.mark.parametrize("name", FOLDERS)
def test_the_page_about_the_data_names_every_extract(root: Path, name: str) -> None:
    page = (root / "data" / "README.md").read_text(encoding="utf-8")
    assert f"`open/{name}/`" in page
    assert ATTRIBUTION in page
