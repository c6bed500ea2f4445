"""A document into a PDF that is tagged and declares PDF/UA-1; the same document gives the same bytes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import typst

from analysis.errors import RenderError
from analysis.fonts import FOLDER
from analysis.render.pdf_tags import finish
from analysis.render.typst import BLOCK, write_typst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.blocks import Document

EPOCH: Final = 0
"""A fixed time, so that the bytes do not depend on the clock."""

MAIN: Final = "report.typ"


def write_pdf(document: Document) -> bytes:
    """The PDF of ``document``, tagged, with its typeface embedded; ``RenderError`` names the block at fault."""
    source, images = write_typst(document)
    with TemporaryDirectory() as folder:
        _lay_out(Path(folder), source, images)
        try:
            pdf, _ = typst.compile_with_warnings(
                str(Path(folder, MAIN)), root=folder, font_paths=_fonts(), pdf_standards=["ua-1"], timestamp=EPOCH
            )
        except typst.TypstError as error:
            raise RenderError(_plain(document, source, error)) from error
    return finish(pdf)


@cache
def _fonts() -> typst.Fonts:
    # Typst's own fonts are for equations alone, which need a typeface made for maths; text never falls back to them.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FOLDER)])


def _lay_out(folder: Path, source: str, images: Mapping[str, bytes]) -> None:
    (folder / MAIN).write_text(source, encoding="utf-8")
    (folder / "images").mkdir()
    for path, picture in images.items():
        (folder / path).write_bytes(picture)


def _plain(document: Document, source: str, error: typst.TypstError) -> str:
    message = " ".join(error.message.split())
    hints = "".join(f"\n  {hint}" for hint in error.hints)
    return f"{document.name}, {_blamed(source, error.diagnostic)}: it cannot be written as PDF: {message}{hints}"


def _blamed(source: str, diagnostic: str) -> str:
    """The block that holds the last line of the source that the diagnostic names."""
    named = [int(line) for line in re.findall(rf"{re.escape(MAIN)}:(\d+):\d+", diagnostic)]
    before = source.splitlines()[: max(named, default=0)]
    blocks = [line.removeprefix(BLOCK) for line in before if line.startswith(BLOCK)]
    return blocks[-1] if blocks else "somewhere in it"
