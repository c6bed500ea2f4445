"""The typeface inside the page: only the characters the page has, as WOFF2 in the style sheet."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from analysis.fonts import BOLD, FAMILY, ITALIC, REGULAR

if TYPE_CHECKING:
    from pathlib import Path

USUAL: Final = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset(
    "ŴŵŶŷẀẁẂẃẄẅỲỳ–—‘’“”•…−×≤≥±→▲▼✓"
)
"""Characters kept whether a page has them or not, so that most pages share one subset."""

STYLES: Final = ((REGULAR, 400, "normal"), (BOLD, 700, "normal"), (ITALIC, 400, "italic"))
FEATURES: Final = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum")


def font_faces(words: str) -> str:
    """The ``@font-face`` rules for the characters of ``words``; those the face lacks are left to the reader's fonts."""
    characters = USUAL | frozenset(words)
    return "".join(_face(path, weight, style, characters) for path, weight, style in STYLES)


def _face(path: Path, weight: int, style: str, characters: frozenset[str]) -> str:
    address = f"data:font/woff2;base64,{base64.b64encode(subset(path, characters)).decode()}"
    rule = f'font-family:"{FAMILY}";font-weight:{weight};font-style:{style};src:url({address}) format("woff2")'
    return f"@font-face{{{rule}}}"


@lru_cache(maxsize=32)
def subset(path: Path, characters: frozenset[str]) -> bytes:
    """The face at ``path`` with ``characters`` alone, as WOFF2; the same bytes each time."""
    from fontTools import subset as font_subset

    options = font_subset.Options(flavor="woff2", layout_features=list(FEATURES), hinting=False, desubroutinize=True)
    cutter = font_subset.Subsetter(options)
    cutter.populate(unicodes=sorted(map(ord, characters)))
    written = io.BytesIO()
    with font_subset.load_font(path, options) as font:
        cutter.subset(font)
        font_subset.save_font(font, written, options)
    return written.getvalue()
