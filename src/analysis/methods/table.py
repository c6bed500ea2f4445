"""A CSV file of someone's own, as text: its columns, and its rows with the lines on which they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.errors import MethodError, Problem, did_you_mean
from analysis.params.reading.csv_file import read_csv

SHOWN: Final = 20
"""So many things wrong are listed; of more, how many."""


@dataclass(frozen=True)
class Table:
    """``rows`` are (line, cells by column); an empty cell is not there, and blank rows are left out."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]

    def at(self, line: int, column: str, message: str) -> str:
        """What is wrong with one cell, as ``crimes.csv:4 count: ...``."""
        return f"{self.file}:{line} {column}: {message}"

    def has(self, column: str, option: str) -> str:
        """Return ``column``; raises ``MethodError`` that names the nearest where the file has none of that name."""
        if column not in self.columns:
            hint = did_you_mean(column, self.columns)
            columns = ", ".join(self.columns)
            raise MethodError.at(
                self.file, f'has no column "{column}"{hint}', f"Name one with --{option}; its columns are {columns}."
            )
        return column


def table(text: str, file: str) -> Table:
    """Read CSV text; raises ``MethodError`` with every row that is wrong, or where there are no rows at all."""
    written, problems = read_csv(text, file)
    raise_all([f"{each.file}:{each.line or 1} {_named(each)}{each.message}" for each in problems], file)
    rows = [] if written is None else written.value
    if written is None or not rows:
        raise MethodError.at(file, "has no rows below its header")
    columns = tuple(cell.strip() for cell in next(csv.reader(io.StringIO(text, newline=""))))
    return Table(file, columns, tuple((written.lines[(number,)], row) for number, row in enumerate(rows)))


def _named(problem: Problem) -> str:
    """Which column it is, where the problem is a column's."""
    return f'"{problem.key}" ' if problem.key else ""


def raise_all(problems: Sequence[str], where: str) -> None:
    """Raise ``MethodError`` with all ``problems``, if there are any."""
    if problems:
        raise MethodError("\n".join(_listed(problems, where)))


def _listed(problems: Sequence[str], where: str) -> Iterable[str]:
    if len(problems) == 1:
        yield problems[0]
        return
    yield f"{where}: {len(problems)} problems, nothing was computed:"
    yield from (f"  {each}" for each in problems[:SHOWN])
    if len(problems) > SHOWN:
        yield f"  and {len(problems) - SHOWN} more"
