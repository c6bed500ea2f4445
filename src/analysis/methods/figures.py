"""Numbers as people write them: one, a list, a column of a table, or people by calendar year."""

from __future__ import annotations

import math
import re
from typing import Final

from analysis.methods.dates import when
from analysis.methods.table import Table, raise_all

NUMBER: Final = re.compile(r"[+-]?((\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)


def number(text: str) -> float:
    """Read ``1,234.5``, ``-3`` or ``1e-5``; raises ``ValueError``, in words."""
    plain = text.strip().replace("\u2212", "-")
    if not NUMBER.fullmatch(plain) or math.isinf(float(plain.replace(",", ""))):
        raise ValueError(f'"{text}" is not a number such as 1,234.5{_mended(plain)}')
    return float(plain.replace(",", ""))


def _mended(text: str) -> str:
    """What to leave out of text that is nearly a number."""
    if re.fullmatch(r"-?\d+,\d+", text):
        return ": write the decimals after a point, thousands after a comma"
    signs = [each for each in "%£$€" if each in text]
    return f": leave out the {' and '.join(signs)}" if signs and NUMBER.fullmatch(text.strip("%£$€ ")) else ""


def whole_number(text: str) -> int:
    """Read ``1,234``; raises ``ValueError``, in words, for anything that is not whole."""
    found = number(text)
    if found % 1:
        raise ValueError(f'"{text}" is not a whole number')
    return int(found)


def several(text: str) -> list[float]:
    """Read ``0.01 0.2 0.3``, parted by spaces, commas or semicolons; raises ``ValueError``, in words."""
    return [number(each) for each in re.split(r"[\s;,]+", text.strip()) if each]


def column(table: Table, name: str, option: str) -> list[float]:
    """Every number of a column; raises ``MethodError`` with every cell that is empty or no number."""
    table.has(name, option)
    found, problems = [], []
    for line, cells in table.rows:
        try:
            found.append(number(cells.get(name, "")))
        except ValueError as error:
            problems.append(table.at(line, name, str(error) if name in cells else "is empty"))
    raise_all(problems, table.file)
    return found


def people(table: Table, date: str, name: str) -> dict[int, float]:
    """People by calendar year, from a column beside the dates; a year without a figure is not there.

    A quarter or a financial year is of the calendar year in which it starts. Raises ``MethodError`` for a figure that
    is no number above zero, and for a calendar year with two of them, since mid-year estimates are one a year.
    """
    table.has(name, "exposure")
    found: dict[int, tuple[float, int]] = {}
    problems = []
    for line, cells in table.rows:
        if name not in cells:
            continue
        year = when(cells[date]).asfreq("M", how="start").year
        try:
            value = number(cells[name])
        except ValueError as error:
            problems.append(table.at(line, name, str(error)))
            continue
        if value <= 0:
            problems.append(table.at(line, name, f"{cells[name]} is not above zero"))
        elif found.setdefault(year, (value, line))[0] != value:
            problems.append(
                table.at(line, name, f"{year} has another figure in line {found[year][1]}: give one a year")
            )
    raise_all(problems, table.file)
    return {year: value for year, (value, _) in sorted(found.items())}
