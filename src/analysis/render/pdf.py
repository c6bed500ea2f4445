"""A document into a PDF that is tagged and declares PDF/UA-1; the same document gives the same bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typst

from analysis.blocks import Exhibit
from analysis.errors import RenderError
from analysis.render.pdf_compile import MAIN, compiled
from analysis.render.pdf_settle import settled
from analysis.render.pdf_tags import finish
from analysis.render.typst import BLOCK, described, write_typst
from analysis.render.typst_exhibit import exhibit_path

if TYPE_CHECKING:
    from analysis.blocks import Document


def write_pdf(document: Document) -> bytes:
    """The PDF of ``document``, tagged, with its typeface embedded; ``RenderError`` names the block at fault."""
    source, files = write_typst(*settled(document))
    try:
        return finish(compiled(source, files))
    except typst.TypstError as error:
        blamed = _named(source, error.diagnostic) or _culprit(document)
        raise RenderError(_plain(document, blamed, error)) from error


def _plain(document: Document, blamed: str, error: typst.TypstError) -> str:
    message = " ".join(error.message.split())
    hints = "".join(f"\n  {hint}" for hint in error.hints)
    return f"{document.name}, {blamed}: it cannot be written as PDF: {message}{hints}"


def _named(source: str, diagnostic: str) -> str:
    """The exhibit, or the block that holds the last line of the source, that the diagnostic names; empty if none."""
    if exhibits := re.findall(exhibit_path("([a-z0-9-]+)") + ":", diagnostic):
        return f'exhibit "{exhibits[-1]}"'
    named = [int(line) for line in re.findall(rf"{re.escape(MAIN)}:(\d+):\d+", diagnostic)]
    before = source.splitlines()[: max(named, default=0)]
    blocks = [line.removeprefix(BLOCK) for line in before if line.startswith(BLOCK)]
    return blocks[-1] if blocks else ""


def _culprit(document: Document) -> str:
    """The exhibit that fails by itself: errors inside a picture name no line."""
    bare = document.front.model_copy(update={"details": ()})
    for block in document.blocks:
        alone = document.model_copy(update={"front": bare, "blocks": (block,)})
        if isinstance(block, Exhibit) and _fails(alone):
            return described(block)
    return "somewhere in it"


def _fails(document: Document) -> bool:
    try:
        compiled(*write_typst(document))
    except typst.TypstError:
        return True
    return False
