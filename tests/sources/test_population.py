"""Population estimates, each with its year and what it is."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.sources.population import SMALL_AREA_BASIS, authorities, read_authorities, read_small_areas


def small(folder: Path, content: object) -> Path:
    path = folder / "population.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_small_areas_are_read_and_wards_and_districts_left_out(tmp_path: Path) -> None:
    path = small(
        tmp_path, {"E01025913": {"population": 1500}, "E05000026": {"population": 7}, "E07000134": {"population": 9}}
    )
    assert read_small_areas(path).rows() == [("E01025913", 2017, 1500, SMALL_AREA_BASIS)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"E01025913": {"people": 1}}, "cannot be read as populations by area code"),
        ([1, 2], "cannot be read as populations by area code"),
        ({"E05000026": {"population": 7}}, "holds no small area of 2011"),
        ({"E01025913": {"population": 1.5}}, "E01025913: has population 1.5"),
        ({"E01025913": {"population": "many"}}, "E01025913: has population 'many'"),
        ({"E01025913": {"population": -1}}, "E01025913: has population -1"),
    ],
)
def test_what_is_no_population_file_is_refused(tmp_path: Path, content: object, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_small_areas(small(tmp_path, content))


def test_a_workbook_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "estimates.xls"
    path.write_bytes(b"<html>")
    with pytest.raises(SourceError, match="cannot be read as the ONS mid-year estimates, sheet MYE4"):
        read_authorities(path)


HEADER: list[object] = ["Code", "Name", "Geography", "Mid-2007", " Mid-2006"]
NWL: list[object] = ["E07000134", "NWL", "District", 91000.0, 90500.0]


def test_a_heading_with_a_space_before_it_is_a_year() -> None:
    frame = authorities([["Title", ""], HEADER, NWL, ["", "", "", "", ""]], "MYE4")
    assert frame.select("area", "year", "population").rows() == [("E07000134", 2006, 90500), ("E07000134", 2007, 91000)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["Title"]], 'no header row that starts with "Code"'),
        ([["Code", "Name"]], "no column such as Mid-2020"),
        ([HEADER, [*NWL[:3], ":", 90500.0]], "row 2: has population ':'"),
        ([["Title"], HEADER, NWL, [*NWL[:3], 1.0, ""]], "row 4: has population ''"),
    ],
)
def test_a_sheet_not_as_published_is_refused(rows: list[list[object]], message: str) -> None:
    with pytest.raises(SourceError, match=message):
        authorities(rows, "MYE4")


@pytest.mark.data
def test_every_authority_has_every_year_from_2001_to_2020(shared: Path) -> None:
    frame = read_authorities(shared / "data/population/ukpopestimatesmid2020on2021geography.xls")
    years = frame.group_by("area").agg(pl.col("year"))
    assert {tuple(each) for each in years["year"]} == {tuple(range(2001, 2021))}
    assert frame.filter((pl.col("area") == "K02000001") & (pl.col("year") == 2020))["population"].item() == 67_081_234
    assert frame.filter((pl.col("area") == "E07000134") & (pl.col("year") == 2006)).height == 1
