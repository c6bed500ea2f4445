"""CSV read as text: one mapping a row, with its row number as a spreadsheet shows it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator

from analysis.errors import Problem, did_you_mean
from analysis.params.reading.written import KeyPath, Written, whole_file


def read_csv(
    text: str, file: str, columns: Collection[str] | None = None, required: Collection[str] = ()
) -> tuple[Written | None, list[Problem]]:
    """Read ``text`` as rows of ``columns`` (any, if none are given); ``None`` where its header is not to be trusted.

    Blank rows and empty cells are left out, so that an optional cell takes its default and a required one is missing.
    """
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return None, [whole_file(file, "csv-syntax", f"cannot be read as CSV ({error}): check its quotation marks")]
    header = [cell.strip() for cell in rows[0]] if rows else []
    if problems := list(_header(header, file, header if columns is None else columns, required)):
        return None, problems
    written: list[dict[str, str]] = []
    lines: dict[KeyPath, int] = {(): 1}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if problem := _row(cells, header, file, number):
            problems.append(problem)
            continue
        lines[(len(written),)] = number
        written.append({name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()})
    return Written(file, written, lines, "csv"), problems


def _header(header: list[str], file: str, columns: Collection[str], required: Collection[str]) -> Iterator[Problem]:
    for other, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and other in header[0]:
            yield whole_file(file, "csv-separator", f"its cells are parted by {name}: save it with commas", 1)
            return
    for place, name in enumerate(header, start=1):
        if not name:
            yield whole_file(file, "unknown-key", f"column {place} has no name", 1)
        elif header.index(name) + 1 < place:
            yield _column(file, "duplicate-column", name, "stands twice in the header")
        elif name not in columns:
            hint = did_you_mean(name, columns) or f"; the columns are {', '.join(columns)}"
            yield _column(file, "unknown-key", name, f"is not a column here{hint}")
    for name in required:
        if name not in header:
            yield _column(file, "missing-key", name, "is missing from the header")


def _row(cells: list[str], header: list[str], file: str, number: int) -> Problem | None:
    if [cell.strip() for cell in cells] == header:
        return whole_file(file, "repeated-header", "is the header again", number)
    if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
        number_of = f"{len(cells)} cell" if len(cells) == 1 else f"{len(cells)} cells"
        said = f"has {number_of}, the header has {len(header)}: put text that holds a comma in double quotes"
        return whole_file(file, "csv-cells", said, number)
    return None


def _column(file: str, rule: str, name: str, message: str) -> Problem:
    return Written(file, None, {(): 1}).problem(rule, (name,), message)
