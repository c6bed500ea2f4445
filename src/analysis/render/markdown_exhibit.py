"""An exhibit to Markdown: caption, chart as a ``data:`` image, pipe table, markers, notes, source and data."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from analysis.render.markdown_inline import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.blocks import Cell, Chart, Column, Exhibit, Table


def exhibit(made: Exhibit, label: str, folder: str) -> str:
    """Write ``made`` as ``label`` (``Figure 3``) in a division with its anchor; its CSV lies in ``folder``."""
    parts = (
        f"::: {{#{made.slug} .exhibit}}",
        f"**{label}: {escaped(made.headline)}**  \n{escaped(made.subtitle)}",
        _chart(made.chart) if made.chart else "",
        table_markdown(made.table) if made.print_table or not made.chart else "",
        f"Symbols: {escaped('; '.join(made.symbols))}" if made.symbols else "",
        *(f"Note: {escaped(note)}" for note in made.notes),
        f"Source: {escaped(made.source.removeprefix('Source: '))} [{label} data (CSV)]({folder}/{made.slug}.csv)",
        ":::",
    )
    return "\n\n".join(part for part in parts if part)


def _chart(chart: Chart) -> str:
    kind = "svg+xml" if chart.svg else "png"
    data = base64.b64encode(chart.svg.encode()).decode() if chart.svg else chart.png
    # the backslash keeps pandoc from making a second caption of the text alternative
    return f"![{escaped(chart.alt)}](data:image/{kind};base64,{data}){{width={chart.width_mm:g}mm}}\\"


def table_markdown(made: Table) -> str:
    """A pipe table; spanning headers are said in each header below them, and sparklines in their words."""
    head = _line(": ".join(filter(None, (escaped(column.group), escaped(column.label)))) for column in made.columns)
    rule = _line(_rule(column) for column in made.columns)
    return "\n".join([head, rule, *(_line(map(_cell, row)) for row in made.rows)])


def _rule(column: Column) -> str:
    return "---:" if column.align == "right" else ":---"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    words = " ".join(filter(None, (escaped(cell.text), f"({escaped(cell.note)})" if cell.note else "")))
    return f"**{words}**" if cell.strong and words else words
