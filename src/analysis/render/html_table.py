"""A table to HTML: row and column headers, spanning headers, totals apart, markers spelled out, sparklines in cells."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from analysis.render.html_element import Markup, element, joined
from analysis.render.html_svg import inline_svg

if TYPE_CHECKING:
    from analysis.blocks import Cell, Column, Table

WORDY: Final = 40
"""Characters of a cell from which its column keeps enough width to be read, even if the table then scrolls."""
SHORT: Final = 4
"""Characters up to which a column may be as narrow as its words: numbers of rows, yes and no."""


def table(made: Table, slug: str, caption: str) -> Markup:
    """Write ``made`` with the spoken ``caption``; ``slug`` keeps the names inside sparklines apart."""
    split = len(made.rows) - made.total_rows
    kinds = [_kind(made, place) for place in range(len(made.columns))]
    body = [_row(row, kinds, f"{slug}-{place}") for place, row in enumerate(made.rows)]
    totals = element("tbody", *body[split:], cls="totals") if made.total_rows else None
    parts = (element("caption", caption, cls="spoken"), _head(made.columns), element("tbody", *body[:split]), totals)
    return element("table", *parts)


def scroller(inside: Markup, label: str, kind: str) -> Markup:
    """A region that scrolls by itself, by keyboard too, when its ``kind`` of content is wider than the screen."""
    return element("div", inside, cls=f"scroll {kind}", tabindex=0, role="region", aria_label=label)


def _head(columns: tuple[Column, ...]) -> Markup:
    if not any(column.group for column in columns):
        return element("thead", element("tr", *(_header(column) for column in columns)))
    upper, lower = [], []
    for group, members in groupby(columns, key=lambda column: column.group):
        inside = list(members)
        if group:
            upper.append(element("th", group, colspan=len(inside), scope="colgroup", cls="group"))
            lower += [_header(column) for column in inside]
        else:
            upper += [_header(column, rowspan=2) for column in inside]
    return element("thead", element("tr", *upper), element("tr", *lower))


def _header(column: Column, rowspan: int | None = None) -> Markup:
    tag, scope = ("th", "col") if column.label else ("td", None)
    return element(tag, column.label, scope=scope, rowspan=rowspan, cls=_side(column))


def _side(column: Column) -> str | None:
    return "spark" if column.spark else "right" if column.align == "right" else None


def _kind(made: Table, place: int) -> str | None:
    """How a column's cells are set: by what they hold, and for words by how long they are."""
    longest = max((len(row[place].text) for row in made.rows), default=0)
    return _side(made.columns[place]) or ("wordy" if longest >= WORDY else "short" if longest <= SHORT else None)


def _row(row: tuple[Cell, ...], kinds: list[str | None], name: str) -> Markup:
    cells = zip(row, kinds, strict=True)
    return element("tr", *(_cell(cell, kind, place, name) for place, (cell, kind) in enumerate(cells)))


def _cell(cell: Cell, kind: str | None, place: int, name: str) -> Markup:
    inside = inline_svg(cell.svg, f"{name}-{place}", cell.text) if cell.svg else _words(cell)
    inside = element("strong", inside) if cell.strong else inside
    if place == 0 and cell.text:
        return element("th", inside, scope="row", cls=kind)
    return element("td", inside, cls=kind)


def _words(cell: Cell) -> Markup:
    if not cell.note:
        return joined([cell.text])
    if not cell.text:
        return element("span", cell.note, cls="marker")
    return element("span", cell.text, element("span", f" ({cell.note})", cls="spoken"), cls="marker", title=cell.note)
