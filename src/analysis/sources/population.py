"""Mid-year population estimates: the ONS workbook of local authorities and the small-area file of 2017."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from analysis.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

POPULATION: Final = ("area", "year", "population", "basis")
"""``basis`` says which estimate a figure is, in words a reader of the report sees."""
SHEET: Final = "MYE4"
AUTHORITY_BASIS: Final = "ONS mid-year estimate, local authorities as at 2021"
SMALL_AREA_BASIS: Final = "ONS mid-2017 estimate, lower layer super output areas of 2011"
SMALL_AREA_YEAR: Final = 2017


def read_authorities(path: Path) -> pl.DataFrame:
    """Read sheet MYE4 of the ONS mid-year estimates: every area of the UK in it, every year it has.

    Returns columns ``POPULATION`` sorted by area and year. Raises ``SourceError`` where the workbook, the sheet or its
    header cannot be found, or a population is no whole number.
    """
    return authorities(_sheet(path), f"{path}, sheet {SHEET}")


def authorities(cells: Sequence[Sequence[object]], where: str) -> pl.DataFrame:
    """Read the cells of sheet MYE4, row by row; see ``read_authorities``."""
    header = next((at for at, row in enumerate(cells) if row and str(row[0]).strip() == "Code"), None)
    if header is None:
        raise SourceError.at(where, 'has no header row that starts with "Code"')
    # One heading of the published sheet is " Mid-2006", with a space before it.
    years = {at: _year(str(name)) for at, name in enumerate(cells[header]) if _year(str(name))}
    if not years:
        raise SourceError.at(where, "has no column such as Mid-2020")
    rows = [
        (str(row[0]).strip(), year, _whole(row[at], f"{where}, row {number}"), AUTHORITY_BASIS)
        for number, row in enumerate(cells[header + 1 :], start=header + 2)
        if str(row[0]).strip()
        for at, year in years.items()
    ]
    return _population(rows)


def read_small_areas(path: Path) -> pl.DataFrame:
    """Read the mid-2017 small-area file (JSON, code to population), its 2011 small areas only.

    Returns columns ``POPULATION``. Raises ``SourceError`` where the file is not of that form or holds no small area.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = [
            (code, SMALL_AREA_YEAR, _whole(each["population"], f"{path}, {code}"), SMALL_AREA_BASIS)
            for code, each in content.items()
            if re.fullmatch(r"[EW]01\d{6}", code)
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError.at(path, f"cannot be read as populations by area code ({error})") from error
    if not rows:
        raise SourceError.at(path, "holds no small area of 2011 (E01025902)")
    return _population(rows)


def _sheet(path: Path) -> Sequence[Sequence[object]]:
    try:
        cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(SHEET).to_python()
    except (CalamineError, OSError) as error:
        raise SourceError.at(path, f"cannot be read as the ONS mid-year estimates, sheet {SHEET} ({error})") from error
    return cells


def _year(heading: str) -> int:
    found = re.fullmatch(r"Mid-(\d{4})", heading.strip())
    return int(found[1]) if found else 0


def _whole(value: object, where: str) -> int:
    if not isinstance(value, int | float) or isinstance(value, bool) or value != int(value) or value < 0:
        raise SourceError.at(where, f"has population {value!r}, which is not a whole number of people")
    return int(value)


def _population(rows: list[tuple[str, int, int, str]]) -> pl.DataFrame:
    schema = {"area": pl.String, "year": pl.Int64, "population": pl.Int64, "basis": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("area", "year")
