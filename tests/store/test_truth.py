"""Our figures against the raw archives, counted here by the csv module and nothing of ours."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from analysis.sources.categories import SLUGS
from analysis.sources.completeness import share_without_location
from analysis.store import Ingested, edition_slices, ingest_police_uk
from analysis.store.extract_street import extract_street
from analysis.store.extracts import POINTS_OF
from analysis.store.manifest import read_manifest

pytestmark = pytest.mark.data
FORCES = ("lancashire", "leicestershire", "warwickshire")
Row = dict[str, str]


def files(archive: Path) -> Iterator[tuple[str, list[Row]]]:
    """Each file of an archive: its month and its rows."""
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            with opened.open(name) as raw:
                yield name[:7], list(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8", newline="")))


class Truth:
    """What a plain reading of one archive gives."""

    def __init__(self, archive: Path) -> None:
        self.raw: Counter[tuple[str, str, str]] = Counter()
        self.cells: Counter[tuple[str, str, str]] = Counter()
        self.small: Counter[tuple[str, str, str]] = Counter()
        self.rows: Counter[str] = Counter()
        self.nowhere: Counter[str] = Counter()
        self.whole_repeats = self.alike = 0
        ids: Counter[str] = Counter()
        for month, rows in files(archive):
            seen: set[tuple[str, ...]] = set()
            for row in rows:
                district = re.sub(r" \d{3}[A-Z]$", "", row["LSOA name"])
                cell = (district, month, SLUGS[row["Crime type"]])
                self.raw[cell] += 1
                values = tuple(row.values())
                again = values in seen
                seen.add(values)
                ids[row["Crime ID"]] += 1
                if row["Crime ID"] and again:
                    self.whole_repeats += 1
                    continue
                self.alike += again
                self.rows[month] += 1
                self.nowhere[month] += not row["LSOA code"]
                self.cells[cell] += 1
                self.small[row["LSOA code"], month, cell[2]] += 1
        self.ids_that_come_back = sum(number - 1 for crime, number in ids.items() if crime)

    def total(self, district: str, since: str = "2019-12", raw: bool = False) -> int:
        counter = self.raw if raw else self.cells
        return sum(number for (where, month, _), number in counter.items() if where == district and month >= since)


@pytest.fixture(scope="module")
def truth(shared: Path) -> dict[str, Truth]:
    return {force: Truth(shared / f"data/police-uk/{force}.zip") for force in FORCES}


@pytest.fixture(scope="module")
def ingested(shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Ingested]]:
    store = tmp_path_factory.mktemp("store")
    told = {
        force: ingest_police_uk(
            shared / f"data/police-uk/{force}.zip", store=store, register=root / "params/areas.csv"
        )[0]
        for force in FORCES
    }
    return store, told


def manifest_of(store: Path, force: str) -> dict[str, int]:
    return read_manifest(store / f"police-uk/2022-11/force={force}") or {}


def test_the_totals_that_were_published_are_those_of_the_archives(truth: dict[str, Truth]) -> None:
    nwl, west = truth["leicestershire"], truth["lancashire"]
    assert nwl.total("North West Leicestershire") == 24_610
    assert (west.total("West Lancashire", raw=True), west.total("West Lancashire")) == (24_167, 24_055)


@pytest.mark.parametrize(
    ("force", "repeats", "come_back", "alike"),
    [("lancashire", 2_850, 6_798, 78_946), ("leicestershire", 0, 10, 9_178), ("warwickshire", 0, 0, 3_710)],
)
def test_repeats_are_told_apart_as_the_archives_have_them(
    truth: dict[str, Truth],
    ingested: tuple[Path, dict[str, Ingested]],
    force: str,
    repeats: int,
    come_back: int,
    alike: int,
) -> None:
    plain, (store, told) = truth[force], ingested
    assert (plain.whole_repeats, plain.ids_that_come_back, plain.alike) == (repeats, come_back, alike)
    assert told[force].rows - told[force].kept == repeats
    assert told[force].completeness["duplicates_removed"].sum() == repeats
    manifest = manifest_of(store, force)
    assert (manifest["ids_that_come_back"], manifest["alike_without_id"]) == (come_back, alike)


@pytest.mark.parametrize("force", FORCES)
def test_every_small_area_month_and_category_is_as_counted_by_hand(
    truth: dict[str, Truth], ingested: tuple[Path, dict[str, Ingested]], root: Path, force: str
) -> None:
    store, _ = ingested
    areas = pl.read_csv(store / f"police-uk/2022-11/force={force}/areas.csv")
    districts = areas.filter(~pl.col("kind").is_in(["lsoa", "unlocated"]))["code"].to_list()
    slices = edition_slices("police-uk", "2022-11", districts, [], [force], store=store, open_data=root / "data/open")
    frame = slices.counts.astype({"month": str})
    present = frame[frame["status"] == "present"]
    rows = present[["area", "month", "category", "count"]].to_numpy().tolist()
    ours = {(area, month, category): number for area, month, category, number in rows if number}
    own = set(areas.filter(pl.col("kind") == "lsoa")["code"])
    assert ours == {cell: number for cell, number in truth[force].small.items() if cell[0] in own}
    assert set(frame.loc[frame["status"] != "present", "month"]).isdisjoint(truth[force].rows)


@pytest.mark.parametrize("force", FORCES)
def test_the_share_without_location_is_as_counted_by_hand(
    truth: dict[str, Truth], ingested: tuple[Path, dict[str, Ingested]], force: str
) -> None:
    store, _ = ingested
    report = pl.read_csv(store / f"police-uk/2022-11/force={force}/completeness.csv")
    ours = share_without_location(report).filter(pl.col("kept").is_not_null())
    plain = truth[force]
    assert dict(ours.select("month", "kept").rows()) == plain.rows
    assert dict(ours.select("month", "without_location").rows()) == dict(plain.nowhere)


def test_shares_without_location_peak_where_it_was_found(ingested: tuple[Path, dict[str, Ingested]]) -> None:
    store, _ = ingested
    peaks = {}
    for force in ("lancashire", "leicestershire"):
        report = pl.read_csv(store / f"police-uk/2022-11/force={force}/completeness.csv")
        share = share_without_location(report).drop_nulls().sort("share", descending=True).row(0, named=True)
        peaks[force] = (share["month"], round(100 * share["share"], 1))
    assert peaks == {"lancashire": ("2021-07", 14.5), "leicestershire": ("2020-03", 14.2)}


def test_no_feed_of_these_archives_has_failed(ingested: tuple[Path, dict[str, Ingested]]) -> None:
    _, told = ingested
    assert {status for each in told.values() for status in each.completeness["status"]} == {"present", "missing"}


def test_the_register_gives_each_force_the_districts_its_archive_is_about(
    truth: dict[str, Truth], ingested: tuple[Path, dict[str, Ingested]]
) -> None:
    store, _ = ingested
    for force, plain in truth.items():
        areas = pl.read_csv(store / f"police-uk/2022-11/force={force}/areas.csv")
        home = set(areas.filter(~pl.col("kind").is_in(["lsoa", "unlocated"]))["name"])
        months = len(plain.rows)
        # A district a force polices has rows by the hundred every month; elsewhere it records a handful.
        by_district: Counter[str] = Counter()
        for (district, _, _), number in plain.cells.items():
            by_district[district] += number
        assert home == {district for district, number in by_district.items() if district and number > 100 * months}


def test_the_shipped_extract_is_what_the_archives_give(
    ingested: tuple[Path, dict[str, Ingested]], root: Path, tmp_path: Path
) -> None:
    store, _ = ingested
    made = extract_street(store, tmp_path, "2022-11", FORCES, POINTS_OF)
    shipped = root / "data/open/police-uk-2022-11"
    for name in ("areas.csv", "completeness.csv", "manifest.json"):
        assert (made / name).read_bytes() == (shipped / name).read_bytes()
    for name in ("counts.parquet", "unlocated.parquet", "points.parquet"):
        assert pl.read_parquet(made / name).equals(pl.read_parquet(shipped / name))


def test_every_district_has_all_its_small_areas(shared: Path, root: Path) -> None:
    wards = json.loads((shared / "data/population/lookup_lad_to_ward_2017.json").read_text())
    lsoas = json.loads((shared / "data/population/ward_to_lsoa_best_fit_lookup.json").read_text())
    areas = pl.read_csv(root / "data/open/police-uk-2022-11/areas.csv").filter(pl.col("kind") == "lsoa")
    for (district,), part in areas.group_by("parent"):
        expected = {each["lsoa11cd"] for ward in wards[str(district)] for each in lsoas.get(ward["wd17cd"], [])}
        assert set(part["code"]) == expected, district
