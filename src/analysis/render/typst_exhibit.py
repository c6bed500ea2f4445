"""An exhibit into Typst: caption above, chart, table, and small below it what the reader needs to judge them."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from analysis.errors import RenderError
from analysis.render.typst_measure import PAGE
from analysis.render.typst_spans import anchor
from analysis.render.typst_table import Printed, table
from analysis.render.typst_text import drawable, literal, string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Chart, Exhibit
    from analysis.render.number import Numbering

TALL: Final = 330.0
"""Points of height above which a table may break over pages."""

MILLIMETRES: Final = PAGE / 72 * 25.4


@dataclass(frozen=True)
class Fit:
    """How an exhibit gives way to the page: chart smaller by ``scale``, rows ``tight``, ``broken`` over two pages."""

    scale: float = 1.0
    tight: bool = False
    broken: bool = False


def exhibit(block: Exhibit, numbering: Numbering, fit: Fit, folder: str) -> tuple[str, dict[str, bytes]]:
    """The Typst call that prints ``block``, and its pictures by path; ``folder``, beside the PDF, holds its CSV."""
    printed = _printed(block, fit.tight)
    images = picture(block.slug, block.chart) if block.chart else {}
    body = [*_chart(block, fit), *(printed.sources if printed else [])] or [string("There are no rows to show.")]
    split = "breakable: true, " if fit.broken or is_tall(block) else ""
    settings = f"{_caption(block, numbering)}, {split}below: small({', '.join(_below(block, printed, folder))})"
    return f"#exhibit({settings}, {{\n" + "\n".join(body) + "\n})\n", images


def exhibit_path(slug: str) -> str:
    """Where the call of an exhibit lies, beside the document's own source."""
    return f"exhibit-{slug}.typ"


def is_tall(block: Exhibit) -> bool:
    """Whether its table is so long that it may break over pages in any case."""
    printed = _printed(block)
    return printed is not None and printed.height > TALL


# A document is laid out many times over until its pages are settled, its tables the same each time.
@lru_cache(maxsize=128)
def _printed(block: Exhibit, tight: bool = False) -> Printed | None:
    return table(block, tight=tight) if block.table.rows and (block.print_table or not block.chart) else None


def picture(slug: str, chart: Chart) -> dict[str, bytes]:
    """A chart's file by its path, letters the typeface lacks named; ``RenderError`` if a PNG is not base64."""
    if chart.svg:
        return {_path(slug, chart): _drawn_svg(chart.svg)}
    try:
        return {_path(slug, chart): base64.b64decode(chart.png, validate=True)}
    except ValueError:
        raise RenderError(f'exhibit "{slug}": its chart has neither an SVG nor a PNG in base64') from None


@lru_cache(maxsize=128)
def _drawn_svg(svg: str) -> bytes:
    return drawable(svg).encode()


def _path(slug: str, chart: Chart) -> str:
    return f"images/{slug}.{'svg' if chart.svg else 'png'}"


def _caption(block: Exhibit, numbering: Numbering) -> str:
    words = (anchor(block.slug), numbering.exhibits[block.slug], block.headline, block.subtitle)
    return ", ".join(string(part) for part in words)


def _chart(block: Exhibit, fit: Fit) -> Iterator[str]:
    if block.chart:
        width = min(block.chart.width_mm, MILLIMETRES) * fit.scale
        yield f"image({literal(_path(block.slug, block.chart))}, width: {width:.2f}mm, alt: {string(block.chart.alt)})"


def _below(block: Exhibit, printed: Printed | None, folder: str) -> Iterator[str]:
    if printed:
        yield from (f"{{ marker({string(letter)}); {string(' ' + note)} }}" for note, letter in printed.notes.items())
    if symbols := [words for words in block.symbols if printed or _drawn(words, block.chart)]:
        yield string("; ".join(symbols))
    yield from map(string, block.notes)
    source = f"Source: {block.source.removeprefix('Source: ').rstrip('.')}. " if block.source else ""
    name = f"{block.slug}.csv"
    yield f"{{ {string(f'{source}Data: ')}; link({literal(f'{folder}/{name}')}, {string(name)}) }}"


def _drawn(words: str, chart: Chart | None) -> bool:
    """Whether the symbol that ``words`` explain stands in the chart, as far as its file can tell."""
    return chart is not None and (not chart.svg or escape(words.partition(" ")[0]) in chart.svg)
