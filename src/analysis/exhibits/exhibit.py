"""Put an exhibit together: chart, text alternative, table, CSV and source line from one published frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Chart
from analysis.errors import ExhibitError
from analysis.exhibits.csv import csv_text
from analysis.exhibits.display import Shown
from analysis.exhibits.map_sheet import moving
from analysis.exhibits.svg import size_mm, svg_text
from analysis.exhibits.table import symbols, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from analysis.blocks import Table
    from analysis.disclosure import Published
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.field import Field


def exhibit(
    frame: Published,
    caption: Caption,
    fields: Sequence[Field],
    *,
    figure: Figure | None = None,
    alt: str = "",
    printed: Table | None = None,
    print_table: bool = True,
    total_rows: int = 0,
    pannable: bool = False,
) -> Shown:
    """Make the exhibit of ``frame``; ``fields`` are its table, ``figure`` with ``alt`` its chart if it has one.

    ``pannable`` is for a map. ``printed`` replaces the table made from ``fields`` (to add sparklines). Raises
    ``ExhibitError`` for a frame that is not published or has no rows: say why there is nothing in a note instead.
    """
    rows = printed or table(frame, fields, total_rows=total_rows)
    if not rows.rows:
        raise ExhibitError(f'"{caption.slug}" has no rows\n  show a note that says why there is nothing')
    return Shown(
        slug=caption.slug,
        headline=caption.headline,
        subtitle=caption.subtitle,
        chart=chart(figure, caption.slug, alt, pannable=pannable) if figure is not None else None,
        table=rows,
        print_table=print_table,
        symbols=symbols(frame, fields),
        notes=caption.notes,
        source=caption.source,
        csv=csv_text(frame, caption.mark),
    ).remember(figure)


def chart(figure: Figure, name: str, alt: str, *, pannable: bool = False) -> Chart:
    """The picture of ``figure`` with its text alternative; ``pannable`` for a map."""
    width, height = size_mm(figure)
    svg = svg_text(figure, name)
    drawn = moving(svg, name) if pannable else svg
    return Chart(svg=drawn, alt=alt, width_mm=width, height_mm=height, pannable=pannable)
