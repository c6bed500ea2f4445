"""The completeness of what was ingested, as a terminal shows it: a line a month, a gap in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd


@dataclass(frozen=True)
class Line:
    """One month: rows, share without a location, repeats removed, rows outside, and what is wrong with it."""

    month: str
    rows: str
    nowhere: str
    repeats: str
    outside: str
    remark: str
    whole: bool
    """Whether the remark is of the whole month, so that there is no figure in it."""


def completeness_table(report: pd.DataFrame) -> Table:
    """One line a month, one for a run of months missing alike; columns of nothing are left out."""
    lines = [_line(str(month), rows) for month, rows in report.groupby("month", sort=True)]
    columns = {
        "month" if re.fullmatch(r"\d{4}-\d{2}", str(report["month"].iloc[0])) else "year": [_span([x]) for x in lines],
        "rows": [x.rows for x in lines],
        "no location": [x.nowhere for x in lines],
        "repeats removed": [x.repeats for x in lines],
        "outside": [x.outside for x in lines],
        "remarks": [x.remark for x in lines],
    }
    shown = [name for number, (name, values) in enumerate(columns.items()) if number < 2 or any(values)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in shown:
        table.add_column(name, justify="left" if name in ("month", "year", "remarks") else "right", overflow="fold")
    for run in _runs(lines):
        first = run[0]
        values = (_span(run), first.rows, first.nowhere, first.repeats, first.outside, first.remark)
        table.add_row(*(value for name, value in zip(columns, values, strict=True) if name in shown))
    return table


def _line(month: str, rows: pd.DataFrame) -> Line:
    total, nowhere = int(rows["rows"].sum()), int(rows["without_location"].sum())
    odd = rows.loc[rows["status"] != "present"]
    if len(odd) == len(rows):
        return Line(month, "", "", "", "", str(odd["status"].iloc[0]), whole=True)
    remark = "; ".join(
        f"{', '.join(its['category'].astype(str))} {status}" for status, its in odd.groupby("status", sort=True)
    )
    share = numbers.percent(100 * nowhere / total) if nowhere else ""
    repeats, outside = (_count(int(rows[name].sum())) for name in ("duplicates_removed", "outside"))
    return Line(month, numbers.count(total), share, repeats, outside, remark, whole=False)


def _count(number: int) -> str:
    return numbers.count(number) if number else ""


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for (whole, remark), run in groupby(lines, key=lambda line: (line.whole, line.remark)):
        if whole and remark:
            yield list(run)
        else:
            yield from ([line] for line in run)


def _span(run: Sequence[Line]) -> str:
    first, last = (_label(line.month) for line in (run[0], run[-1]))
    return first if len(run) == 1 else f"{first} to {last}"


def _label(month: str) -> str:
    """A month as it is; a year that ends in March by both its halves, ``1996/97``."""
    return f"{int(month) - 1}/{month[2:]}" if re.fullmatch(r"\d{4}", month) else month
