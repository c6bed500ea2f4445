"""The cells of a table into Typst: words, sparklines, and notes marked by letters."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from analysis.render.typst_text import drawable, literal, string

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.blocks import Cell, Column, Exhibit


def letters(exhibit: Exhibit) -> dict[str, str]:
    """A letter for each note of a cell, unless the exhibit's symbols say the same or it stands in the cell itself."""
    notes = dict.fromkeys(cell.note for row in exhibit.table.rows for cell in row if cell.note and cell.text)
    unsaid = [note for note in notes if not any(note in symbol for symbol in exhibit.symbols)]
    return {note: _letter(index) for index, note in enumerate(unsaid)}


def _letter(index: int) -> str:
    return ascii_lowercase[index] if index < 26 else _letter(index // 26 - 1) + ascii_lowercase[index % 26]


def cell(content: Cell, column: Column, marks: Mapping[str, str], *, strong: bool) -> str:
    """The Typst expression of one cell; ``marks`` maps a note to its letter."""
    if content.svg:
        return f"spark({literal(drawable(content.svg))}, {string(content.text or column.label or 'sparkline')})"
    if content.note and not content.text:
        return f"emph({string(content.note)})"
    words = f"head({string(content.text)})" if content.strong or strong else string(content.text)
    return f"{{ {words}; marker({string(marks[content.note])}) }}" if content.note in marks else words
