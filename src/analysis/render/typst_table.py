"""A table into Typst: repeated header rows, spanning headers, totals apart, and wide tables in several parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from analysis.errors import RenderError
from analysis.render.typst_cells import cell, letters
from analysis.render.typst_lines import columns, heights
from analysis.render.typst_text import array, string
from analysis.render.typst_widths import Layout, layout, paddings, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.blocks import Column, Exhibit, Table

CLOSE: Final = 1.5
"""Points above and below the words of a row where rows stand close; elsewhere the template's 2.6."""

TALLEST: Final = 36
"""Lines of a row above which it may break over pages itself."""


@dataclass(frozen=True)
class Printed:
    """The Typst expressions of a table's parts, the letters of its cells' notes, and its height in points, roughly."""

    sources: tuple[str, ...]
    notes: Mapping[str, str]
    height: float


def table(exhibit: Exhibit, *, tight: bool = False) -> Printed:
    """The table of ``exhibit``, its rows closer together if ``tight``; ``RenderError`` if a row lacks a cell."""
    columns = len(exhibit.table.columns)
    for number, row in enumerate(exhibit.table.rows):
        if len(row) != columns:
            raise RenderError(f'exhibit "{exhibit.slug}": row {number + 1} has {len(row)} cells for {columns} columns')
    marks = letters(exhibit)
    shaped = [(part, layout(part)) for part in parts(exhibit.table)]
    height = sum(_height(part, shape) for part, shape in shaped)
    return Printed(tuple(_part(part, shape, marks, tight) for part, shape in shaped), marks, height)


def _part(content: Table, shape: Layout, marks: Mapping[str, str], tight: bool) -> str:
    lines = [
        *_settings(content, shape),
        *([f"clear: {CLOSE}pt"] if tight else []),
        _header(content),
        *_rows(content, shape, marks),
    ]
    return "rows-of(\n  " + ",\n  ".join(lines) + ",\n)"


def _settings(content: Table, shape: Layout) -> Iterator[str]:
    heads = 2 if any(column.group for column in content.columns) else 1
    yield f"{shape.size}pt"
    yield str(heads)
    yield str(heads + len(content.rows) - content.total_rows)
    yield array(["end" if column.align == "right" else "start" for column in content.columns])
    yield "horizon" if any(column.spark for column in content.columns) else "top"
    yield f"columns: {array([f'{width:.2f}pt' for width in shape.widths])}"


def _header(content: Table) -> str:
    runs = [(group, list(run)) for group, run in groupby(content.columns, key=lambda column: column.group)]
    if len(runs) == 1 and not runs[0][0]:
        return f"table.header({', '.join(_head(column) for column in content.columns)}, rule)"
    above = [_spanning(group, run) for group, run in runs]
    below = [_head(column) for column in content.columns if column.group]
    return f"table.header({', '.join([*above, *below])}, rule)"


def _spanning(group: str, run: list[Column]) -> str:
    if group:
        return f"table.cell(colspan: {len(run)}, align: center + bottom, head({string(group)}))"
    return ", ".join(f"table.cell(rowspan: 2, {_head(column)})" for column in run)


def _head(column: Column) -> str:
    return f"head({string(column.label)})"


def _rows(content: Table, shape: Layout, marks: Mapping[str, str]) -> Iterator[str]:
    totals = len(content.rows) - content.total_rows
    height = _lines(content, shape)
    for number, row in enumerate(content.rows):
        pairs = zip(row, content.columns, strict=True)
        cells = [cell(one, column, marks, strong=number >= totals) for one, column in pairs]
        tall = height[number + 1] > TALLEST
        yield ", ".join(f"table.cell(breakable: true, {{ {one} }})" if tall else one for one in cells)


def _height(content: Table, shape: Layout) -> float:
    lines = sum(_lines(content, shape)) + any(column.group for column in content.columns)
    return lines * shape.size * 1.2 + (len(content.rows) + 1) * 6


def _lines(content: Table, shape: Layout) -> list[int]:
    """The lines of each row, the heading first."""
    pairs = zip(shape.widths, paddings(content), strict=True)
    return heights(columns(content), [max(1.0, (width - beside) / shape.size) for width, beside in pairs])
