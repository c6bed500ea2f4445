"""Cells of a file that came back, with where each stands: ``police.xlsx, sheet police, D7``."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from analysis.errors import RunError, did_you_mean
from analysis.run.scoring.template import INSTRUCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
NAMES: Final = {"agency": "agency", "issue id": "issue", "criterion id": "criterion", "score": "score", "note": "note"}
"""The columns that are read, as the template has them; a file with the columns of ``scores.csv`` is read too."""


@dataclass(frozen=True)
class Row:
    """One row: what stands in each column that is read, and where."""

    where: str
    number: int
    cells: dict[str, Any]
    letters: dict[str, str]

    def at(self, column: str) -> str:
        """Where a column of this row stands: ``police.xlsx, sheet police, D7``."""
        return f"{self.where}{self.letters[column]}{self.number}"


def read_rows(path: Path) -> tuple[list[Row], list[str]]:
    """The rows of every sheet of a file, and what is wrong with the file as a whole. Raises ``RunError`` for none."""
    rows: list[Row] = []
    problems: list[str] = []
    for sheet, table in _tables(path):
        where = f"{path.name}, sheet {sheet}, " if sheet else f"{path.name}, "
        if sheet == INSTRUCTIONS or not any(_text(cell) for line in table for cell in line):
            continue
        found = _header(table)
        if isinstance(found, str):
            problems.append(f"{where.removesuffix(', ')}: {found}")
            continue
        top, columns = found
        letters = {name: letter(place) for name, place in columns.items()}
        for number, line in enumerate(table[top + 1 :], top + 2):
            cells = {name: line[place] if place < len(line) else "" for name, place in columns.items()}
            if any(_text(cell) for cell in cells.values()):
                rows.append(Row(where, number, cells, letters))
    return rows, problems


def _tables(path: Path) -> Iterator[tuple[str, Sequence[Sequence[Any]]]]:
    if path.suffix.lower() == ".csv":
        yield "", _csv(path)
        return
    if path.suffix.lower() not in WORKBOOKS:
        raise RunError.at(
            path, "is neither a workbook nor a CSV", f"Give a file that ends in .csv, {', '.join(WORKBOOKS)}."
        )
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        for name in book.sheet_names:
            yield name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, WorksheetNotFound, zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise RunError.at(
            path, f"cannot be read as a workbook ({error})", "Save it again, or send it as CSV."
        ) from None


def _csv(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        raise RunError.at(path, "is not UTF-8 text", "Save it as CSV UTF-8.") from None
    except csv.Error as error:
        raise RunError.at(path, f"cannot be read as CSV ({error})", "Check its quotation marks.") from None


def _header(table: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]] | str:
    """The row of the header and the place of each column, or what is wrong with it."""
    best: dict[str, int] = {}
    for number, line in enumerate(table[:10]):
        named = {_text(cell).lower(): place for place, cell in reversed(list(enumerate(line))) if _text(cell)}
        if "issue id" not in named and {"agency", "issue", "criterion", "score"} <= set(named):
            return number, {
                name: named[name] for name in ("agency", "issue", "criterion", "score", "note") if name in named
            }
        if {"agency", "issue id", "criterion id", "score"} <= set(named):
            return number, {ours: named[theirs] for theirs, ours in NAMES.items() if theirs in named}
        best = named if len(set(named) & set(NAMES)) > len(set(best) & set(NAMES)) else best
    lacking = [name for name in NAMES if name not in best and name != "note"]
    near = did_you_mean(lacking[0], best) if best else ""
    return f"has no header with the columns {', '.join(name.capitalize() for name in lacking)}{near}"


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def letter(place: int) -> str:
    """The letter of a column, counted from 0: ``D``, ``AA``."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
