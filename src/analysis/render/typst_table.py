"""A table into Typst: repeated header rows, spanning headers, totals, sparklines, and notes marked by letters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase
from typing import TYPE_CHECKING

from analysis.errors import RenderError
from analysis.render.typst_measure import measure
from analysis.render.typst_text import array, literal, string
from analysis.render.typst_widths import PADDING, Layout, layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.blocks import Cell, Column, Exhibit, Table


@dataclass(frozen=True)
class Printed:
    """A table's Typst expression, its notes by letter, its sparklines by path, and its height in points, roughly."""

    source: str
    notes: Mapping[str, str]
    images: Mapping[str, bytes]
    height: float


def table(exhibit: Exhibit) -> Printed:
    """The table of ``exhibit``; ``RenderError`` if a row has not a cell for each column."""
    content = exhibit.table
    if any(len(row) != len(content.columns) for row in content.rows):
        raise RenderError(
            f"{exhibit.slug}: a row of its table has not one cell for each of {len(content.columns)} columns"
        )
    shape = layout(content)
    letters = _letters(exhibit)
    images: dict[str, bytes] = {}
    lines = [*_settings(content, shape), *_header(content), *_rows(exhibit, letters, images)]
    source = "rows-of(\n  " + ",\n  ".join(lines) + ",\n)"
    return Printed(source, {letter: note for note, letter in letters.items()}, images, _height(content, shape))


def _letters(exhibit: Exhibit) -> dict[str, str]:
    """A letter for each note of a cell, unless the exhibit's symbols say the same."""
    notes = dict.fromkeys(cell.note for row in exhibit.table.rows for cell in row if cell.note and cell.text)
    unsaid = [note for note in notes if not any(note in symbol for symbol in exhibit.symbols)]
    return {note: _letter(index) for index, note in enumerate(unsaid)}


def _letter(index: int) -> str:
    return ascii_lowercase[index] if index < 26 else _letter(index // 26 - 1) + ascii_lowercase[index % 26]


def _settings(content: Table, shape: Layout) -> Iterator[str]:
    heads = 2 if any(column.group for column in content.columns) else 1
    yield f"{shape.size}pt"
    yield str(heads)
    yield str(heads + len(content.rows) - content.total_rows)
    yield array(["end" if column.align == "right" else "start" for column in content.columns])
    yield "horizon" if any(column.spark for column in content.columns) else "top"
    yield f"columns: {array([f'{width:.2f}pt' for width in shape.widths])}"


def _header(content: Table) -> Iterator[str]:
    if not any(column.group for column in content.columns):
        yield f"table.header({', '.join(_head(column) for column in content.columns)}, rule)"
        return
    runs = [(group, list(run)) for group, run in groupby(content.columns, key=lambda column: column.group)]
    above = [_spanning(group, run) for group, run in runs]
    below = [_head(column) for column in content.columns if column.group]
    yield f"table.header({', '.join([*above, *below])}, rule)"


def _spanning(group: str, run: list[Column]) -> str:
    if group:
        return f"table.cell(colspan: {len(run)}, align: center + bottom, head({string(group)}))"
    return ", ".join(f"table.cell(rowspan: 2, {_head(column)})" for column in run)


def _head(column: Column) -> str:
    return f"head({string(column.label)})"


def _rows(exhibit: Exhibit, letters: Mapping[str, str], images: dict[str, bytes]) -> Iterator[str]:
    totals = len(exhibit.table.rows) - exhibit.table.total_rows
    for number, row in enumerate(exhibit.table.rows):
        cells: list[str] = []
        for column, cell in zip(exhibit.table.columns, row, strict=True):
            path = f"images/{exhibit.slug}-{number + 1}-{len(cells) + 1}.svg"
            if cell.svg:
                images[path] = cell.svg.encode()
            cells.append(_picture(path, column, cell) if cell.svg else _cell(cell, letters, total=number >= totals))
        yield ", ".join(cells)


def _picture(path: str, column: Column, cell: Cell) -> str:
    return f"image({literal(path)}, width: 100%, alt: {string(cell.text or column.label)})"


def _cell(cell: Cell, letters: Mapping[str, str], *, total: bool) -> str:
    if cell.note and not cell.text:
        return f"emph({string(cell.note)})"
    words = f"head({string(cell.text)})" if cell.strong or total else string(cell.text)
    return f"{{ {words}; marker({string(letters[cell.note])}) }}" if cell.note in letters else words


def _height(content: Table, shape: Layout) -> float:
    lines = sum(_lines(row, shape) for row in content.rows) + 2
    return lines * shape.size * 1.2 + (len(content.rows) + 1) * 6


def _lines(row: tuple[Cell, ...], shape: Layout) -> int:
    ems = [max(1.0, (width - PADDING) / shape.size) for width in shape.widths]
    return max(1 + int(measure(cell.text) / em) for cell, em in zip(row, ems, strict=True))
