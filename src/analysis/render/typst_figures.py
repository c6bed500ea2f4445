"""Key figures into Typst: a row of cards, their numbers as large as the narrowest card allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.render.typst_measure import PAGE, measure
from analysis.render.typst_spans import see
from analysis.render.typst_text import array, joined, string

if TYPE_CHECKING:
    from analysis.blocks import KeyFigure, KeyFigures
    from analysis.render.number import Numbering

LARGEST: Final = 21.0
SMALLEST: Final = 12.0
GUTTER: Final = 10.0
INSIDE: Final = 20.0
"""Points a card keeps clear left and right of its words."""


def key_figures(block: KeyFigures, numbering: Numbering) -> str:
    """The call that prints the cards."""
    room = (PAGE - GUTTER * (len(block.items) - 1)) / len(block.items) - INSIDE
    widest = max(measure(item.value, bold=True) for item in block.items)
    size = max(SMALLEST, min(LARGEST, room / max(widest, 1.0)))
    return f"#key-figures({size:.1f}pt, {', '.join(_card(item, numbering) for item in block.items)})\n"


def _card(item: KeyFigure, numbering: Numbering) -> str:
    detail = string(item.detail) if item.detail else "none"
    led = [part for each in item.refs for part in (string(", "), see(each, numbering))][1:]
    more = joined([string("See "), *led]) if led else "none"
    return array([string(item.label), string(item.value), detail, more])
