"""Annual figures and populations in the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import SourceError, StoreError
from analysis.store import ingest_population, ingest_scotland
from analysis.store.manifest import read_manifest

HEADER = "area_name,area_type,ref_period,crime_or_offence,measure_type,value"
LINES = (
    "Fife,Local Authority,2019/2020,all-crimes,count,10",
    "West Lothian,Local Authority,2019/2020,all-crimes,count,20",
    "West Lothian,Local Authority,2020/2021,all-crimes,count,30",
    "West Lothian,Local Authority,2020/2021,crimes-group-3-fraud,count,4",
    "Fife,Local Authority,2020/2021,crimes-group-3-fraud,count,5",
)


def recorded(folder: Path, *lines: str) -> Path:
    path = folder / "recorded.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n")
    return path


def people(folder: Path, number: int) -> Path:
    path = folder / "people.json"
    path.write_text(f'{{"E01025913": {{"population": {number}}}}}')
    return path


def test_the_vintage_is_the_last_year_and_gaps_are_told(tmp_path: Path, register: Path) -> None:
    told = ingest_scotland(recorded(tmp_path, *LINES), store=tmp_path / "s", register=register)
    assert (told.vintage, told.outcome, told.rows) == ("2020-21", "new", 5)
    assert told.remarks == (
        "S12000047 has no figure of all-crimes in 2020/21",
        "1 category starts after 2019/20: before that it was not counted apart, which is not zero",
    )


def test_the_report_counts_councils_with_a_figure(tmp_path: Path, register: Path) -> None:
    told = ingest_scotland(recorded(tmp_path, *LINES), store=tmp_path / "s", register=register)
    rows = told.completeness.astype({"month": str})[["month", "category", "rows", "status"]].to_numpy().tolist()
    assert rows == [
        ["2020", "all-crimes", 2, "present"],
        ["2021", "all-crimes", 1, "missing"],
        ["2021", "crimes-group-3-fraud", 2, "present"],
    ]


def test_annual_figures_given_again_change_nothing(tmp_path: Path, register: Path) -> None:
    path, store = recorded(tmp_path, *LINES), tmp_path / "s"
    ingest_scotland(path, store=store, register=register)
    assert ingest_scotland(path, store=store, register=register).outcome == "unchanged"


def test_other_annual_figures_are_refused_until_replacing_is_asked(tmp_path: Path, register: Path) -> None:
    store = tmp_path / "s"
    ingest_scotland(recorded(tmp_path, *LINES), store=store, register=register)
    other = recorded(tmp_path, *LINES[:-1], LINES[-1].replace("5", "6"))
    with pytest.raises(StoreError, match="holds other figures under the same vintage"):
        ingest_scotland(other, store=store, register=register)
    assert ingest_scotland(other, store=store, register=register, replace=True).outcome == "replaced"


def test_a_refused_file_leaves_no_trace(tmp_path: Path, register: Path) -> None:
    with pytest.raises(SourceError):
        ingest_scotland(recorded(tmp_path, LINES[0].replace("10", "ten")), store=tmp_path / "s", register=register)
    assert not (tmp_path / "s").exists()


def test_populations_are_kept_under_their_own_vintage(tmp_path: Path) -> None:
    told = ingest_population(people(tmp_path, 1500), store=tmp_path / "s")
    assert (told.source, told.vintage, told.outcome, told.rows) == ("population", "mid-2017-small-areas", "new", 1)
    assert told.remarks == ("1 area, mid-2017",)
    manifest = read_manifest(tmp_path / "s" / "population" / "mid-2017-small-areas")
    assert manifest is not None
    assert manifest["source"]["name"] == "people.json"


def test_other_populations_are_refused_until_replacing_is_asked(tmp_path: Path) -> None:
    ingest_population(people(tmp_path, 1500), store=tmp_path / "s")
    with pytest.raises(StoreError, match="holds other figures under the same vintage"):
        ingest_population(people(tmp_path, 1501), store=tmp_path / "s")
    assert ingest_population(people(tmp_path, 1501), store=tmp_path / "s", replace=True).outcome == "replaced"


@pytest.mark.data
def test_the_published_annual_file_is_read_whole(shared: Path, tmp_path: Path, register: Path) -> None:
    told = ingest_scotland(shared / "data/scotland/recorded_crimes_la.csv", store=tmp_path, register=register)
    assert (told.vintage, told.rows) == ("2021-22", 38_847)
    assert told.remarks[0] == "S12000005 has no figure of crimes-group-3-theft-by-opening-lockfast-places in 1999/00"
    assert told.remarks[1].startswith("23 categories start after 1996/97")
