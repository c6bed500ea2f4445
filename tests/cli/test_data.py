"""``csp ingest`` and ``csp extract``: what is said of what was stored, and how a wrong file is refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from rich.console import Console

from analysis.cli.completeness import completeness_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

COLUMNS = ["month", "category", "status", "rows", "without_location", "duplicates_removed", "outside"]


def shown(*rows: tuple[object, ...]) -> list[list[str]]:
    """The completeness table, line by line and word by word."""
    console = Console(width=80)
    with console.capture() as caught:
        console.print(completeness_table(pd.DataFrame(rows, columns=COLUMNS)))
    return [line.split() for line in caught.get().splitlines()]


def test_an_archive_is_stored_and_its_completeness_shown(csp: Callable, archive: Path, place: House) -> None:
    said = csp("ingest", "police-uk", archive)
    assert (said.code, said.err) == (0, "")
    lines = [line.split() for line in said.out.splitlines()]
    assert said.out.startswith("police-uk 2022-11 leicestershire: new; 2 files, 8 of 8 rows kept\n")
    assert ["month", "rows", "no", "location"] in [line[:4] for line in lines]
    assert ["2022-10", "4", "25.0%"] in [line[:3] for line in lines]
    assert list(place.store.glob("police-uk/2022-11/force=leicestershire/*"))
    assert "leicestershire" in csp("list").out


def test_the_same_archive_again_changes_nothing_and_another_is_not_put_in_its_place_unasked(
    csp: Callable, archive: Path, tmp_path: Path
) -> None:
    csp("ingest", "police-uk", archive)
    assert "leicestershire: unchanged;" in csp("ingest", "police-uk", archive).out
    one = tmp_path / "2022-11-leicestershire-street.csv"
    with zipfile.ZipFile(archive) as file:
        one.write_bytes(file.read(f"2022-11/{one.name}"))
    refused = csp("ingest", "police-uk", one)
    assert refused.code == 1
    assert "holds other figures under the same vintage" in refused.err
    assert "leicestershire: replaced; 1 file," in csp("ingest", "police-uk", one, "--replace").out


@pytest.mark.parametrize("dataset", ["police-uk", "scotland", "population"])
@pytest.mark.parametrize("given", ["nothing.zip", "folder", "page.zip", "page.csv", "page.xls", "empty.json"])
def test_a_wrong_file_is_refused_in_words_and_nothing_is_stored(
    csp: Callable, place: House, tmp_path: Path, dataset: str, given: str
) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("page.zip", "page.csv", "page.xls"):
        (tmp_path / name).write_text("<html>Not found</html>\n")
    (tmp_path / "empty.json").write_text("")
    said = csp("ingest", dataset, tmp_path / given)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(str(tmp_path / given))
    assert "Traceback" not in said.err
    assert not list(place.root.glob("data/store/**/*.parquet"))


@pytest.mark.parametrize("vintage", ["../2022-11", "november", "2022", "2022-11/x"])
def test_a_vintage_that_is_none_names_no_folder(csp: Callable, archive: Path, place: House, vintage: str) -> None:
    said = csp("ingest", "police-uk", archive, "--vintage", vintage)
    assert said.code == 1
    assert said.err == (f'--vintage "{vintage}": is not a vintage\n  Write it as 2022-11, or as 2021-22 for years.\n')
    assert not place.store.exists()


def test_recorded_crime_of_councils_is_stored(csp: Callable, tmp_path: Path) -> None:
    path = tmp_path / "recorded.csv"
    lines = [f"West Lothian,Local Authority,{y},all-crimes,count,9" for y in ("2019/2020", "2020/2021")]
    path.write_text("\n".join(["area_name,area_type,ref_period,crime_or_offence,measure_type,value", *lines]))
    said = csp("ingest", "scotland", path)
    assert said.code == 0
    assert said.out.startswith("scotland 2020-21 scotland: new; 1 file, 2 of 2 rows kept\n")
    assert ["2019/20", "1"] in [line.split() for line in said.out.splitlines()]


def test_populations_of_small_areas_are_stored(csp: Callable, tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_text('{"E01025913": {"population": 1500}, "E01025914": {"population": 1600}}')
    said = csp("ingest", "population", path)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("population mid-2017-small-areas: new; 1 file, 2 of 2 rows kept\n")


def test_an_extract_of_a_store_that_lacks_a_force_says_what_to_ingest(
    csp: Callable, archive: Path, place: House
) -> None:
    (place.root / "data" / "open").unlink()
    csp("ingest", "police-uk", archive)
    said = csp("extract")
    assert (said.code, said.out) == (1, "")
    assert "csp ingest" in said.err
    assert not place.open_data.exists()


def test_a_folder_that_may_not_be_written_is_one_line(csp: Callable, archive: Path, place: House) -> None:
    place.store.write_text("a file where a folder should be")
    said = csp("ingest", "police-uk", archive)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert str(place.store) in said.err


def test_months_missing_one_after_the_other_share_a_line() -> None:
    missing = [(f"2022-0{n}", "drugs", "missing", 0, 0, 0, 0) for n in (2, 3, 4)]
    first, last = (("2022-01", "drugs", "present", 1200, 12, 0, 3), ("2022-05", "drugs", "present", 10, 0, 2, 0))
    assert shown(first, *missing, last) == [
        ["month", "rows", "no", "location", "repeats", "removed", "outside", "remarks"],
        ["2022-01", "1,200", "1.0%", "3"],
        ["2022-02", "to", "2022-04", "missing"],
        ["2022-05", "10", "2"],
    ]


def test_a_category_that_failed_is_named_on_the_line_of_its_month() -> None:
    rows = [("2022-01", "drugs", "failed", 0, 0, 0, 0), ("2022-01", "robbery", "present", 5, 0, 0, 0)]
    assert shown(*rows) == [["month", "rows", "remarks"], ["2022-01", "5", "drugs", "failed"]]


def test_financial_years_are_named_by_both_their_halves() -> None:
    assert shown(("2000", "all-crimes", "present", 7, 0, 0, 0)) == [["year", "rows"], ["1999/00", "7"]]
