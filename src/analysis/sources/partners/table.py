"""A partner's file as a table of cells: CSV text as declared, or a sheet of a workbook."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineWorkbook

from analysis.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params.partner_source import PartnerSource
    from analysis.sources.partners.problems import Problems

Cell = str | dt.datetime | dt.date | dt.time
"""A cell: text as it stands, or the day or time that a workbook holds; numbers of a workbook are text."""

DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
MOST_BYTES: Final = 500_000_000
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True)
class Table:
    """The header and the rows below it, each with its number as a spreadsheet shows it; blank rows are left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]

    def at(self, column: str) -> int:
        """Where ``column`` stands."""
        return self.header.index(column)


def read_table(path: Path, source: PartnerSource, problems: Problems) -> Table:
    """Read ``path`` as ``source`` lays it out; raises ``SourceError`` where it is no such table."""
    if not path.is_file():
        problems.stop(0, "", "is not there" if not path.exists() else "is a folder, not a file")
    if path.stat().st_size > MOST_BYTES:
        problems.stop(0, "", "is larger than 500 MB: send counts, or a year at a time")
    workbook = path.suffix.lower() in WORKBOOKS
    grid = _sheet(path, source, problems) if workbook else _text_rows(path, source, problems)
    return _table(grid, source, problems)


def _text_rows(path: Path, source: PartnerSource, problems: Problems) -> list[tuple[int, list[Cell]]]:
    text = _decoded(path.read_bytes(), source, problems)
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if not start:
        problems.stop(0, "", "is empty")
    if start.startswith(("<!doctype", "<html", "<?xml")):
        problems.stop(1, "", "is a web page, not a table: download the file itself")
    reader = csv.reader(
        io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=DELIMITERS[source.layout.delimiter], strict=True
    )
    rows: list[tuple[int, list[Cell]]] = []
    try:
        for cells in reader:
            rows.append((len(rows) + 1, [cell.strip() for cell in cells]))
    except csv.Error as error:
        problems.stop(len(rows) + 1, "", f"cannot be read as CSV ({error}): check its quotation marks")
    return rows


def _decoded(raw: bytes, source: PartnerSource, problems: Problems) -> str:
    encoding = source.layout.encoding
    if raw.startswith(b"PK\x03\x04"):
        problems.stop(0, "", "is a workbook or a zip archive under another name: give it its own ending, .xlsx")
    try:
        text = raw.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        said = f"byte 0x{raw[error.start]:02X} is not {encoding}: save it again so, or declare layout.encoding"
        problems.stop(row, "", said)
    if "\x00" in text:
        row = text.count("\n", 0, text.index("\x00")) + 1
        problems.stop(row, "", f"holds a null character, which no table does: is it really {encoding}?")
    return text


def _sheet(path: Path, source: PartnerSource, problems: Problems) -> list[tuple[int, list[Cell]]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        wanted = source.layout.sheet
        if not wanted and len(book.sheet_names) > 1:
            problems.stop(0, "", f"has the sheets {', '.join(book.sheet_names)}: name one as layout.sheet")
        if wanted and wanted not in book.sheet_names:
            near = did_you_mean(wanted, book.sheet_names) or f"; it has {', '.join(book.sheet_names)}"
            problems.stop(0, "", f'has no sheet "{wanted}"{near}')
        sheet = book.get_sheet_by_name(wanted or book.sheet_names[0])
        cells = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        problems.stop(0, "", f"cannot be read as a workbook ({error})")
    return [(number, [_cell(value) for value in row]) for number, row in enumerate(cells, 1)]


def _cell(value: object) -> Cell:
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _table(grid: Sequence[tuple[int, list[Cell]]], source: PartnerSource, problems: Problems) -> Table:
    first = source.layout.header_row
    header = next(([_heading(cell) for cell in cells] for number, cells in grid if number == first), [])
    while header and not header[-1]:
        header.pop()
    if not header:
        problems.stop(first, "", "has no header in the row declared as layout.header_row")
    for other, name in ((";", "semicolons"), ("\t", "tabs"), (",", "commas"), ("|", "pipes")):
        if len(header) == 1 and other in header[0]:
            problems.stop(first, "", f"its cells are parted by {name}: declare layout.delimiter")
    rows = []
    for number, cells in grid:
        if number <= first or not any(cell != "" for cell in cells):
            continue
        if [_heading(cell) for cell in cells[: len(header)]] == header:
            problems.add(number, "", "is the header again")
        elif len(cells) < len(header) or any(cell != "" for cell in cells[len(header) :]):
            problems.add(number, "", f"has {len(cells)} cells, the header has {len(header)}: check quotation marks")
        else:
            rows.append((number, tuple(cells[: len(header)])))
    if not rows and not problems.found:
        problems.stop(0, "", "has a header and no row")
    return Table(tuple(header), tuple(rows))


def _heading(cell: Cell) -> str:
    """A heading as text; a workbook may hold a month's heading as the first day of it."""
    if isinstance(cell, str):
        return cell.strip()
    return f"{cell.isoformat()}T00:00:00" if type(cell) is dt.date else cell.isoformat()
