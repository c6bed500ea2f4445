"""A whole published frame as CSV: numbers as numbers, and beside a column that lacks some, why."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pandas as pd

from analysis.counts import period_text
from analysis.disclosure import LOW, PART_YEAR, SYMBOLS, required

if TYPE_CHECKING:
    from analysis.disclosure import Published, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run as a formula when a text starts with it."""


def csv_text(frame: Published, mark: str = "") -> str:
    """Write every column of ``frame``, and ``<column>_note`` after each that has symbols, states or notes.

    A cell without a value is empty and its note says why: ``[c] withheld ...``, ``not measured``; no number ever stands
    for a missing one. With a ``mark`` the first column repeats it in every row. Lines end with a line feed.
    """
    noted = {name for name in required(frame).columns if any(_note(value) for value in frame.column(name))}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    header = [
        name for column in frame.columns for name in ([column, f"{column}_note"] if column in noted else [column])
    ]
    writer.writerow([*(["mark"] if mark else []), *header])
    for row in frame:
        cells = [text for name in frame.columns for text in _texts(row[name], noted=name in noted)]
        writer.writerow([*([mark] if mark else []), *cells])
    return out.getvalue()


def _texts(value: Value, *, noted: bool) -> list[str]:
    return [_plain(value.value) if value.known else "", *([_note(value)] if noted else [])]


def _plain(value: object) -> str:
    """Dates and periods as files have them, numbers to four decimals, text made safe for spreadsheets."""
    if isinstance(value, pd.Period):
        return period_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{round(value, 4):.4f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _note(value: Value) -> str:
    symbol = SYMBOLS.get(value.state, "" if value.known else str(value.state))
    flags = [LOW] * value.low + [PART_YEAR] * value.part_year
    return " ".join(part for part in [symbol, *flags, value.note] if part)
