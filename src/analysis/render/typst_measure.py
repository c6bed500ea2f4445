"""How wide words are in the report's typeface."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from fontTools.ttLib import TTFont

from analysis.fonts import BOLD, REGULAR
from analysis.render.typst_text import drawable

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = 170 * 72 / 25.4
"""The text's width on a page in points: A4 less its margins."""


@lru_cache(maxsize=8192)
def measure(words: str, *, bold: bool = False) -> float:
    """The width of ``words`` on one line, in ems."""
    advances = _advances(BOLD if bold else REGULAR)
    return sum(advances.get(ord(character), 0.6) for character in drawable(words))


@cache
def _advances(face: Path) -> dict[int, float]:
    with TTFont(face, lazy=True) as font:
        widths, em = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
