"""How many lines the cells of a table take in columns of given widths, by setting their words one after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.render.typst_measure import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.blocks import Cell, Table


@dataclass(frozen=True)
class ColumnLines:
    """One column: for each of its cells, the heading first, the widths of its words in ems."""

    cells: tuple[tuple[float, ...], ...]
    known: dict[float, tuple[int, ...]] = field(default_factory=dict, compare=False)

    def at(self, ems: float) -> tuple[int, ...]:
        """The lines of each cell in a column with room for ``ems``."""
        room = round(ems, 2)
        if room not in self.known:
            self.known[room] = tuple(lines(words, room) for words in self.cells)
        return self.known[room]


def lines(words: Sequence[float], room: float) -> int:
    """The lines that words of these widths take; a word wider than ``room`` is broken."""
    count, used, space = 1, 0.0, measure(" ")
    for word in words:
        if used and used + space + word > room + 0.01:
            count, used = count + 1, 0.0
        used += word + (space if used else 0.0)
        if used > room + 0.01:
            over = int((used - 0.01) // room)
            count, used = count + over, used - over * room
    return count


@lru_cache(maxsize=256)
def columns(table: Table) -> tuple[ColumnLines, ...]:
    """The columns of ``table``; a picture takes one line."""
    totals = len(table.rows) - table.total_rows
    found = []
    for index, column in enumerate(table.columns):
        body = (_words(row[index], strong=number >= totals) for number, row in enumerate(table.rows))
        found.append(ColumnLines((_measured(column.label, bold=True), *body)))
    return tuple(found)


def _words(cell: Cell, *, strong: bool) -> tuple[float, ...]:
    if cell.svg:
        return ()
    # The letter that leads to a cell's note is about as wide as this.
    return _measured((cell.text or cell.note) + ("a" if cell.note else ""), bold=cell.strong or strong)


def _measured(words: str, *, bold: bool) -> tuple[float, ...]:
    return tuple(measure(word, bold=bold) for word in words.split())


def heights(parts: Sequence[ColumnLines], rooms: Sequence[float]) -> list[int]:
    """The lines of each row, the heading first, in columns with room for ``rooms`` ems: those of its tallest cell."""
    return [max(row) for row in zip(*(part.at(room) for part, room in zip(parts, rooms, strict=True)), strict=True)]
