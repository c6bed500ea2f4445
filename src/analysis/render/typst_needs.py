"""How wide each column of a table needs to be, measured from the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.render.typst_measure import measure
from analysis.render.typst_text import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Column, Table

FIRST: Final = 13.5
"""Ems below which the first column, which says what a row is, reads badly."""

OTHER: Final = 8.0
"""Ems below which a sentence in any other column reads badly."""

NUMBER: Final = 18
"""Characters up to which a right-aligned cell is kept on one line."""

ROOMY: Final = 14
"""Characters of a very long word that a column makes room for before the word is broken."""

SPARK: Final = 68.0
"""Points that a column of sparklines has."""


@dataclass(frozen=True)
class Need:
    """A column's ``least`` width for its longest word, ``comfort`` to read well, and ``most`` for its longest line.

    In ems without padding; ``fixed`` is points that do not shrink with the type, for pictures.
    """

    least: float
    comfort: float
    most: float
    fixed: float = 0.0

    def at(self, size: float) -> Need:
        """The same in points, at this size of type."""
        return Need(*(self.fixed + ems * size for ems in (self.least, self.comfort, self.most)))


def need(table: Table, index: int) -> Need:
    """What the column at ``index`` of ``table`` needs."""
    column = table.columns[index]
    if column.spark:
        return Need(0.0, 0.0, 0.0, fixed=SPARK)
    words = list(_words(table, index))
    least = max((measure(piece, bold=bold) for text, bold in words for piece in _pieces(text, column)), default=1.0)
    most = max((measure(text, bold=bold) for text, bold in words), default=1.0)
    heading = [measure(word[:LONGEST], bold=True) for word in column.label.split()]
    enough = OTHER if index else FIRST
    comfort = max(least, *heading, min(_on_two_lines(column.label), enough), min(most, enough))
    return Need(max(least, *heading, 0.0), comfort, max(comfort, most))


def _on_two_lines(label: str) -> float:
    """The width at which ``label`` takes two lines, or one if it is a word."""
    words = label.split()
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))] or [(label, "")]
    return min(max(measure(half, bold=True) for half in pair) for pair in halves)


def _words(table: Table, index: int) -> Iterator[tuple[str, bool]]:
    totals = len(table.rows) - table.total_rows
    for number, row in enumerate(table.rows):
        cell = row[index]
        yield (cell.text or cell.note) + ("a" if cell.note else ""), cell.strong or number >= totals


def _pieces(text: str, column: Column) -> list[str]:
    """The parts of ``text`` that must not be broken: a number as a whole, else each word."""
    whole = column.align == "right" and len(text) <= NUMBER
    return [text] if whole else [word if len(word) <= LONGEST else word[:ROOMY] for word in text.split()]
