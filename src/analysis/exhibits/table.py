"""A published frame as a printed table, with the symbols it uses explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Column, Table
from analysis.disclosure import LEGEND, required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Published
    from analysis.exhibits.field import Field


def table(frame: Published, fields: Sequence[Field], *, total_rows: int = 0) -> Table:
    """Print ``fields`` of ``frame``; the first is the row header. Raises ``ExhibitError`` for an unknown column."""
    columns = tuple(
        Column(key=f.key, label=f.label, align="right" if f.right else "left", group=f.group) for f in fields
    )
    rows = tuple(tuple(field.cell(row) for field in fields) for row in required(frame))
    return Table(columns=columns, rows=rows, total_rows=total_rows)


def symbols(frame: Published, fields: Sequence[Field]) -> tuple[str, ...]:
    """Explain each symbol that the table shows: ``[c] withheld to protect people ...``, in a fixed order."""
    used = {symbol for row in frame for field in fields for symbol in field.symbols(row)}
    return tuple(f"{symbol} {words.format(low=frame.rule.low)}" for symbol, words in LEGEND.items() if symbol in used)
