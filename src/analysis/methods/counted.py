"""A series of counts out of someone's own table, with its gaps left as gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pandas as pd

from analysis.counts import FREQUENCIES, period_text
from analysis.methods.dates import when
from analysis.methods.figures import number
from analysis.methods.table import Table, raise_all

WHOLE: Final = re.compile(r"(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.0+)?", re.ASCII)
Dated = list[tuple[int, pd.Period]]


def counted(table: Table, date: str, count: str) -> pd.Series:
    """Read a series of nullable whole numbers over periods from the columns ``date`` and ``count``.

    An empty cell is a gap. Raises ``MethodError`` with every row that is wrong: a date or count that cannot be read, a
    count below zero, another kind of period than the first row's, a period twice, out of order or left out.
    """
    table.has(date, "date"), table.has(count, "count")
    dated, problems = _dated(table, date)
    counts = []
    for line, cells in table.rows:
        try:
            counts.append(count_in(cells[count]) if count in cells else None)
        except ValueError as error:
            problems.append(table.at(line, count, str(error)))
    problems = problems or [table.at(line, date, message) for line, message in _misplaced(dated)]
    raise_all(sorted(problems, key=_line), table.file)
    return pd.Series(counts, index=pd.PeriodIndex([each for _, each in dated]), dtype="Int64", name=count)


def beside(table: Table, date: str, name: str, option: str) -> pd.Series:
    """Numbers above zero beside the dates of a series, an empty cell where one is not known; raises as ``counted``."""
    table.has(name, option)
    found, problems = {}, []
    for line, cells in table.rows:
        try:
            number_of = number(cells[name]) if name in cells else None
        except ValueError as error:
            problems.append(table.at(line, name, str(error)))
            continue
        if number_of is not None and number_of <= 0:
            problems.append(table.at(line, name, f"{cells[name]} is not above zero"))
        found[when(cells[date])] = number_of
    raise_all(problems, table.file)
    return pd.Series(list(found.values()), index=pd.PeriodIndex(list(found)), dtype="Float64", name=name)


def count_in(text: str) -> int:
    """Read a count such as ``1,204`` or ``12.0``; raises ``ValueError``, in words."""
    if WHOLE.fullmatch(text):
        return int(float(text.replace(",", "")))
    if re.fullmatch(r"[-\u2212]\d[\d,.]*", text):
        raise ValueError(f"{text} is below zero")
    raise ValueError(f'"{text}" is not a whole number: leave the cell empty where the count is not known')


def _dated(table: Table, date: str) -> tuple[Dated, list[str]]:
    dated: Dated = []
    problems = []
    for line, cells in table.rows:
        if date not in cells:
            problems.append(table.at(line, date, "is empty"))
            continue
        try:
            dated.append((line, when(cells[date])))
        except ValueError as error:
            problems.append(table.at(line, date, str(error)))
    first = dated[0][1].freqstr if dated else ""
    for line, each in dated:
        if each.freqstr != first:
            said = f"is a {FREQUENCIES[each.freqstr]}, where line {dated[0][0]} is a {FREQUENCIES[first]}"
            problems.append(table.at(line, date, said))
    return dated, problems


def _misplaced(dated: Dated) -> Iterator[tuple[int, str]]:
    """Periods that come twice, out of order, or after one that was left out."""
    seen: dict[pd.Period, int] = {}
    for line, each in dated:
        if each in seen:
            yield line, f"{period_text(each)} stands in line {seen[each]} too: give one row for each period"
        seen.setdefault(each, line)
    if len(seen) < len(dated):
        return
    for (_, last), (line, each) in pairwise(dated):
        if each < last:
            yield line, f"{period_text(each)} comes after {period_text(last)}: put the rows in order of date"
        elif each > last + 1:
            yield line, f"{_left_out(last + 1, each - 1)} left out: a gap needs a row with an empty count"


def _left_out(first: pd.Period, last: pd.Period) -> str:
    return f"{period_text(first)} is" if first == last else f"{period_text(first)} to {period_text(last)} are"


def _line(problem: str) -> int:
    return int(found[1]) if (found := re.search(r":(\d+) ", problem)) else 0
