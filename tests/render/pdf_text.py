"""Reads a PDF back, for the tests: its words in reading order and its structure."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


def words_of(pdf: bytes) -> str:
    """Every character that the pages draw, without white space, which lines and columns rearrange."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return squeezed("".join("".join(drawn(page)) for page in opened.pages))


def squeezed(words: str) -> str:
    """``words`` without white space and without places to break."""
    return re.sub(r"[\s\u200b\u00ad]+", "", words)


def drawn(page: pikepdf.Page | pikepdf.Object) -> Iterator[str]:
    """The text of a page or of a picture on it, piece by piece."""
    resources = page.get("/Resources", pikepdf.Dictionary())
    maps = {name: unicode_map(font) for name, font in resources.get("/Font", {}).items()}
    font: dict[int, str] = {}
    spoken: list[str | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = maps[str(operands[0])]
            case "Tj" | "TJ" if not any(words is not None for words in spoken):
                yield decoded(operands, font)
            case "BMC" | "BDC":
                spoken.append(actual_text(operands))
                yield spoken[-1] or ""
            case "EMC":
                spoken.pop()
            case "Do" if (picture := resources.XObject[operands[0]]).Subtype == "/Form":
                yield from drawn(picture)
            case _:
                pass


def actual_text(operands: list[pikepdf.Object]) -> str | None:
    """What marked content says it reads as, if it says so."""
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    return str(properties["/ActualText"]) if "/ActualText" in properties else None


def decoded(operands: list[pikepdf.Object], font: dict[int, str]) -> str:
    """The characters of one operation that shows text, two bytes a glyph."""
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    strings = [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]
    return "".join(font.get(s[i] << 8 | s[i + 1], "") for s in strings for i in range(0, len(s), 2))


def unicode_map(font: pikepdf.Object) -> dict[int, str]:
    """What each glyph of ``font`` stands for."""
    stream = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", stream, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f ]+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", stream, re.DOTALL):
        for low, high, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found
