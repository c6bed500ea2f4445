"""Files that are not what their mapping declares are refused with file, row and column, all problems at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from partner_files import AREAS, FIRE, FIRE_FILE, INCIDENTS, INCIDENTS_FILE, TODAY, WIDE, WIDE_FILE, mapped, read

from analysis.errors import SourceError
from analysis.params import PartnerSource
from analysis.sources.partners import read_extract

DAY_FIRST = {"column": "Date of call", "formats": ["DD/MM/YYYY"]}
Change = Callable[[str], str | bytes]


def instead(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


CASES: dict[str, tuple[dict[str, Any], str, Change, str]] = {
    "bytes of another encoding": (
        {**FIRE, "layout": {"encoding": "utf-8"}}, FIRE_FILE, lambda text: text.encode("cp1252"),
        "sent.csv, row 2: byte 0xE9 is not utf-8: save it again so, or declare layout.encoding",
    ),
    "a column that is missing, the nearest named": (
        FIRE, FIRE_FILE, instead("Incident type", "Incidents type"),
        'sent.csv, row 1, column Incident type: is missing, which category.column names; did you mean "Incidents',
    ),
    "a column that stands twice": (
        FIRE, FIRE_FILE, instead("Officer", "Incidents"),
        "sent.csv, row 1, column Incidents: stands twice in the header",
    ),
    "a word that is in no list": (
        FIRE, FIRE_FILE, instead("Primary fire", "Primary fires"),
        'sent.csv, row 2, column Incident type: "Primary fires" is no word of category.words; did you mean "Primary fi',
    ),
    "a date that is not written as declared": (
        FIRE, FIRE_FILE, instead("03/04/2022", "2022-04-03"),
        'sent.csv, row 2, column Date of call: "2022-04-03" is not written as DD/MM/YYYY',
    ),
    "a date beyond the calendar": (
        FIRE, FIRE_FILE, instead("28/02/2022", "29/02/2022"),
        'sent.csv, row 3, column Date of call: "29/02/2022" is no day of the calendar as DD/MM/YYYY',
    ),
    "a file with the month first, declared day first": (
        FIRE, FIRE_FILE, instead("13/04/2022", "04/13/2022"),
        'sent.csv, row 4, column Date of call: "04/13/2022" has month 13 as DD/MM/YYYY: is the file written month fir',
    ),
    "a file with the day first, declared month first": (
        {**FIRE, "when": {"column": "Date of call", "formats": ["MM/DD/YYYY"]}}, FIRE_FILE, instead("", ""),
        'sent.csv, row 3, column Date of call: "28/02/2022" has month 28 as MM/DD/YYYY: is the file written day first?',
    ),
    "an hour that no day has": (
        INCIDENTS, INCIDENTS_FILE, instead("22:30", "25:30"),
        'sent.csv, row 2, column At: "25:30" is no time of day',
    ),
    "an end before its start": (
        INCIDENTS, INCIDENTS_FILE, instead("2022-11-05 01:00", "2022-11-04 01:00"),
        "sent.csv, row 2, column To: 04/11/2022 01:00 is before the start, 04/11/2022 22:30",
    ),
    "a count below zero": (
        FIRE, FIRE_FILE, instead(",7,", ",-7,"),
        'sent.csv, row 3, column Incidents: "-7" is below zero',
    ),
    "a count that is not whole": (
        FIRE, FIRE_FILE, instead(",7,", ",7.5,"),
        'sent.csv, row 3, column Incidents: "7.5" is no whole number',
    ),
    "a count in words": (
        FIRE, FIRE_FILE, instead(",7,", ",seven,"),
        'sent.csv, row 3, column Incidents: "seven" is no count; a sign of what was withheld is declared as count',
    ),
    "a count that is not there": (
        FIRE, FIRE_FILE, instead(",7,", ",,"),
        "sent.csv, row 3, column Incidents: is empty: declare count.blank as missing or zero",
    ),
    "a total that is less than its parts": (
        FIRE, FIRE_FILE, instead('"1,223"', '"1,222"'),
        "sent.csv, row 6, column Incidents: the total is 1,222, the rows it adds up give at least 1,223",
    ),
    "a total of a month that disagrees": (
        WIDE, WIDE_FILE, instead('"1,012"', '"1,013"'),
        "sent.csv, row 4, column Apr-22: the total is 1,013, the rows it adds up give 1,012",
    ),
    "the header again in the middle": (
        FIRE, FIRE_FILE, lambda text: text.replace("Wigston,13", text.split("\r\n")[0] + "\r\nWigston,13"),
        "sent.csv, row 4: is the header again",
    ),
    "a month that stands twice": (
        WIDE, WIDE_FILE, instead("May-22", "Apr-22"),
        "sent.csv, row 1, column Apr-22: is 2022-04 a second time",
    ),
    "a month that is not headed as declared": (
        WIDE, WIDE_FILE, instead("May-22", "May 2022"),
        "sent.csv, row 1, column May 2022: is no month written MMM-YY: map it, or list it under ignore",
    ),
    "an area that nobody knows": (
        WIDE, WIDE_FILE, instead("North West Leicestershire,Fly", "North West Leics,Fly"),
        'sent.csv, row 3, column District: "North West Leics" is no area that is known; did you mean '
        '"north west leicestershire"?',
    ),
    "no area at all": (
        WIDE, WIDE_FILE, instead("North West Leicestershire,Fly", ",Fly"),
        "sent.csv, row 3, column District: is empty: declare area.blank as unlocated if such rows count",
    ),
    "an empty file": (WIDE, WIDE_FILE, lambda text: b"", "sent.csv: is empty"),
    "a header and nothing else": (
        WIDE, WIDE_FILE, lambda text: text.split("\n")[0] + "\n", "sent.csv: has a header and no row",
    ),
    "a web page": (
        WIDE, WIDE_FILE, lambda text: "<!DOCTYPE html><html><body>Sign in</body></html>",
        "sent.csv, row 1: is a web page, not a table: download the file itself",
    ),
    "a workbook named as a CSV": (
        WIDE, WIDE_FILE, lambda text: b"PK\x03\x04 and so on",
        "sent.csv: is a workbook or a zip archive under another name: give it its own ending, .xlsx",
    ),
    "a row with too few cells": (
        FIRE, FIRE_FILE, instead("14/04/2022,Primary fire,*,,", "14/04/2022,Primary fire"),
        "sent.csv, row 5: has 3 cells, the header has 6: check quotation marks",
    ),
    "a quotation mark that is never closed": (
        FIRE, FIRE_FILE, instead(",,D’Arcy", ',,"D’Arcy'), "sent.csv, row 4: cannot be read as CSV",
    ),
    "semicolons": (
        WIDE, WIDE_FILE, lambda text: text.replace(",", ";"),
        "sent.csv, row 1: its cells are parted by semicolons: declare layout.delimiter",
    ),
    "a key that stands twice": (
        WIDE, WIDE_FILE, instead("Leicestershire,Fly-tipping", "Leicestershire,Noise"),
        "sent.csv, row 3, column Apr-22: North West Leicestershire, Noise, 2022-04 stands already in row 2",
    ),
    "an incident whose number stands twice": (
        {**INCIDENTS, "reference": {"column": "Case"}}, INCIDENTS_FILE, instead("", ""),
        "sent.csv, row 4, column Case: stands already in row 3",
    ),
    "a month that has not come": (
        WIDE, WIDE_FILE, instead("Jun-22", "Jun-23"),
        "sent.csv, row 1, column Jun-23: 2023-06 is after 2023-01, the last month of this extract",
    ),
    "months declared complete that have not come": (
        {**INCIDENTS, "complete": {"start": "2022-10", "end": "2023-02"}}, INCIDENTS_FILE, instead("", ""),
        "sent.csv: complete.end is 2023-02, a month to come: no file covers it yet",
    ),
    "a day of another century": (
        FIRE, FIRE_FILE, instead("28/02/2022", "28/02/1922"),
        'sent.csv, row 3, column Date of call: "28/02/1922" is of the year 1922',
    ),
    "nothing but rows outside": (
        {**WIDE, "area": {"column": "District", "names": {"North West Leicestershire": "outside"}}}, WIDE_FILE,
        instead("", ""), "sent.csv: has no row in an area that is counted",
    ),
    "a null character": (
        WIDE, WIDE_FILE, lambda text: text.replace("Noise", "Noi\x00se", 1),
        "sent.csv, row 2: holds a null character, which no table does: is it really utf-8?",
    ),
}  # fmt: skip


def refusal(folder: Path, source: PartnerSource, content: str | bytes) -> list[str]:
    with pytest.raises(SourceError) as caught:
        read(folder, content, source)
    return str(caught.value).split("\n")


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_with_file_row_and_column(tmp_path: Path, name: str) -> None:
    mapping, file, change, says = CASES[name]
    lines = refusal(tmp_path, mapped(mapping), change(file))
    assert any(line.startswith(says) for line in lines), lines
    assert lines[-1] == "  Mend the file or its mapping; nothing of it was stored."


def test_there_are_more_than_twenty_ways_of_being_refused() -> None:
    assert len(CASES) >= 20
    assert len({says for *_, says in CASES.values()}) == len(CASES)


def test_every_problem_is_named_at_once_and_alike_ones_once(tmp_path: Path) -> None:
    file = FIRE_FILE.replace("03/04/2022", "31/04/2022").replace(",7,", ",-7,").replace("Primary fire,*", "Fire,*")
    file = file.replace("primary fire", "Fire")
    lines = refusal(tmp_path, mapped(FIRE), file)
    assert len([line for line in lines if line.startswith("sent.csv, row")]) == 4
    assert 'sent.csv, row 4, column Incident type: "Fire" is no word' in "\n".join(lines)
    assert any(line.endswith("(and in 1 other row)") for line in lines)


def test_after_twenty_problems_only_the_number_of_the_rest_is_told(tmp_path: Path) -> None:
    rows = "".join(f"Coalville & Ibstock,{day}/04/2022,Primary fire,1,,\r\n" for day in range(100, 432))
    lines = refusal(tmp_path, mapped(FIRE, totals=None), FIRE_FILE.split("\r\n")[0] + "\r\n" + rows)
    assert len(lines) == 22
    assert lines[20] == "and 312 more"


def test_a_workbook_without_the_sheet_names_those_it_has(tmp_path: Path) -> None:
    path = tmp_path / "sent.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Calls 2022").write(0, 0, "From")
        book.add_worksheet("Notes")
    for sheet, says in (
        ("Calls", 'has no sheet "Calls"; did you mean "Calls 2022"?'),
        ("", "has the sheets Calls 2022, Notes"),
    ):
        with pytest.raises(SourceError, match=re.escape(says)):
            read_extract(path, mapped(INCIDENTS, layout={"sheet": sheet}), AREAS, vintage=None, today=TODAY)


def test_what_is_no_workbook_inside_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"sent\.xlsx: cannot be read as a workbook"):
        read(tmp_path, b"not a workbook", mapped(INCIDENTS), "sent.xlsx")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.csv: is not there"):
        read_extract(tmp_path / "none.csv", mapped(WIDE), AREAS, vintage=None, today=TODAY)
