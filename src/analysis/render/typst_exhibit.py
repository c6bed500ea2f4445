"""An exhibit into Typst: caption above, chart, table, and small below it what the reader needs to judge them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from analysis.render.typst_measure import PAGE
from analysis.render.typst_spans import anchor
from analysis.render.typst_table import Printed, table
from analysis.render.typst_text import literal, string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Chart, Exhibit
    from analysis.render.number import Numbering

TALL: Final = 270.0
"""Points of height above which a table may break over pages."""

MILLIMETRES: Final = PAGE / 72 * 25.4


def exhibit(block: Exhibit, numbering: Numbering) -> tuple[str, dict[str, bytes]]:
    """The Typst call that prints ``block``, and its pictures by path."""
    images: dict[str, bytes] = {}
    printed = table(block) if block.table.rows and (block.print_table or not block.chart) else None
    body = [*_chart(block, images), *([printed.source] if printed else [])]
    if printed:
        images.update(printed.images)
    body = body or [string("There are no rows to show.")]
    settings = f"{_caption(block, numbering)}, {_break(printed)}below: small({', '.join(_below(block, printed))})"
    return f"#exhibit({settings}, {{\n" + "\n".join(body) + "\n})\n", images


def _caption(block: Exhibit, numbering: Numbering) -> str:
    words = (anchor(block.slug), numbering.exhibits[block.slug], block.headline, block.subtitle)
    return ", ".join(string(part) for part in words)


def _break(printed: Printed | None) -> str:
    return "breakable: true, " if printed and printed.height > TALL else ""


def _chart(block: Exhibit, images: dict[str, bytes]) -> Iterator[str]:
    if block.chart:
        path, picture = _picture(block.slug, block.chart)
        images[path] = picture
        width = min(block.chart.width_mm, MILLIMETRES)
        yield f"image({literal(path)}, width: {width:.2f}mm, alt: {string(block.chart.alt)})"


def _picture(slug: str, chart: Chart) -> tuple[str, bytes]:
    if chart.svg:
        return f"images/{slug}.svg", chart.svg.encode()
    return f"images/{slug}.png", base64.b64decode(chart.png)


def _below(block: Exhibit, printed: Printed | None) -> Iterator[str]:
    if printed:
        yield from (f"{{ marker({string(letter)}); {string(' ' + note)} }}" for letter, note in printed.notes.items())
    if block.symbols:
        yield string("; ".join(block.symbols))
    yield from map(string, block.notes)
    if block.source:
        yield string(block.source if block.source.startswith("Source") else f"Source: {block.source}")
    if block.chart and not printed:
        yield string(f"The figures behind this chart: {block.slug}.csv")
