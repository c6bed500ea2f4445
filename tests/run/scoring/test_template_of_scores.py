"""What goes out: a workbook that says what it is, reads aloud in order, and is the same bytes each time."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook
from scoring_rounds import ROUND

from analysis.run.scoring import HEADER, csv_template, workbook_template
from analysis.run.scoring.template import sheet_name

DAY = dt.datetime(2022, 12, 6)


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return workbook_template(ROUND, ROUND.agencies, "Scoring of priorities", DAY)


@pytest.fixture(scope="module")
def parts(workbook: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_the_same_round_gives_the_same_bytes(workbook: bytes) -> None:
    assert workbook_template(ROUND, ROUND.agencies, "Scoring of priorities", DAY) == workbook


def test_instructions_come_first_then_a_sheet_for_each_agency(workbook: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    assert book.sheet_names == ["Instructions", "police", "fire"]
    told = " ".join(row[0] for row in book.get_sheet_by_name("Instructions").to_python())
    assert "it counts as missing, never as nought" in told
    assert "Name no person in a note" in told


def test_each_row_says_its_issue_its_criterion_and_what_the_levels_mean(workbook: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    rows = book.get_sheet_by_name("police").to_python(skip_empty_area=False)
    assert tuple(rows[0]) == HEADER
    assert rows[1] == ["police", "Theft", "Harm", "", "", "1 Low; 2 Some; 3 High", "theft", "harm"]
    assert len(rows) == 5


def test_it_has_a_title_and_a_language(parts: dict[str, str]) -> None:
    core = ElementTree.fromstring(parts["docProps/core.xml"])
    found = {child.tag.split("}")[1]: child.text for child in core}
    assert (found["title"], found["language"]) == ("Scoring of priorities", "en-GB")


def test_the_header_stays_in_sight_and_is_a_header_to_a_screen_reader(parts: dict[str, str]) -> None:
    assert 'state="frozen"' in parts["xl/worksheets/sheet2.xml"]
    assert 'headerRowCount="0"' not in parts["xl/tables/table1.xml"]
    assert 'name="Issue id"' in parts["xl/tables/table1.xml"]


def test_no_cells_are_merged_and_no_colour_or_picture_carries_meaning(parts: dict[str, str]) -> None:
    assert not any("mergeCell" in text for text in parts.values())
    assert not any(name.startswith("xl/media") or "drawing" in name for name in parts)


def test_a_score_is_chosen_from_a_list_that_says_what_the_levels_mean(parts: dict[str, str]) -> None:
    sheet = parts["xl/worksheets/sheet2.xml"]
    assert "1,2,3,n/a,not known" in sheet
    assert "1,2,n/a,not known" in sheet
    assert "1: Low" in sheet
    assert sheet.count("<dataValidation ") == 4


def test_an_agency_with_a_long_id_has_a_sheet_of_a_lawful_name() -> None:
    names = {sheet_name("a" * 40, n) for n in (1, 2)}
    assert len(names) == 2
    assert max(map(len, names)) <= 31


def test_the_csv_has_the_same_rows() -> None:
    rows = list(csv.reader(io.StringIO(csv_template(ROUND, ROUND.agencies[0]).decode())))
    assert tuple(rows[0]) == HEADER
    assert rows[4] == ["police", "Noise", "How sure", "", "", "1 A guess; 2 Counted", "noise", "sure"]
