"""Words into Typst: every string of a document becomes a string literal, so none of it can be read as markup."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from fontTools.ttLib import TTFont

from analysis.fonts import REGULAR

LONGEST: Final = 28
"""Characters a word may have before it may be broken anywhere."""

BREAK: Final = "\u200b"

LITERAL: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
SEAM: Final = re.compile(r"(?<=[-./@_])(?=\w)")
"""Where an address or a file's name may be parted without breaking a word."""
LONG_WORD: Final = re.compile(rf"\S{{{LONGEST + 1},}}")


@cache
def covered() -> frozenset[int]:
    """The code points that the report's typeface can draw."""
    with TTFont(REGULAR, lazy=True) as font:
        return frozenset(font.getBestCmap())


def drawable(words: str) -> str:
    """``words`` with what the typeface lacks taken apart (``Ⅻ`` to ``XII``) or named (``[U+6F22]``).

    PDF/UA allows no character without a glyph. Control characters become spaces and invisible ones go.
    """
    return unicodedata.normalize("NFC", words).translate(_DRAWN)


class _Drawn(dict[int, str]):
    """Each character by its code point as it can be drawn, looked up once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        return self.setdefault(code, character if _plain(character) else _replaced(character))


_DRAWN: Final = _Drawn()


def _plain(character: str) -> bool:
    return ord(character) in covered() and unicodedata.category(character)[0] != "C"


def _replaced(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    if category == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, ""):
        return ""
    apart = unicodedata.normalize("NFKD", character)
    return apart if all(map(_plain, apart)) else f"[U+{ord(character):04X}]"


def breakable(words: str) -> str:
    """``words`` with places to break inside any that are longer than ``LONGEST``: at seams, else anywhere."""
    return LONG_WORD.sub(lambda found: BREAK.join(map(_parted, SEAM.split(found.group()))), words)


def _parted(piece: str) -> str:
    return BREAK.join(piece) if len(piece) > LONGEST else piece


# What a document says is written once for every time that it is laid out.
@lru_cache(maxsize=8192)
def string(words: str) -> str:
    """A Typst string literal that says ``words``."""
    return literal(breakable(drawable(words)))


def literal(characters: str) -> str:
    """A Typst string literal of exactly these characters, for addresses and names."""
    return f'"{characters.translate(LITERAL)}"'


def array(items: list[str]) -> str:
    """A Typst array of expressions; with one item too."""
    return f"({', '.join(items)},)" if items else "()"


def joined(parts: list[str]) -> str:
    """One Typst expression of several put end to end."""
    return f"{array(parts)}.join()" if parts else "none"
