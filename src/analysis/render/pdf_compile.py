"""Typst, in process: source and images in, a PDF or the places of its blocks out."""

from __future__ import annotations

import json
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import typst

from analysis.fonts import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EPOCH: Final = 0
"""A fixed time, so that the bytes do not depend on the clock."""

MAIN: Final = "main.typ"


@dataclass(frozen=True)
class Place:
    """Where a block ends: its page, from 1, and points from the top of that page."""

    page: int
    y: float


def compiled(source: str, files: Mapping[str, bytes]) -> bytes:
    """The PDF of ``source``; ``typst.TypstError`` if it does not compile or cannot be PDF/UA-1."""
    with _project(source, files) as (project, root):
        pdf, _ = typst.compile_with_warnings(
            project, root=root, font_paths=_fonts(), pdf_standards=["ua-1"], timestamp=EPOCH
        )
    assert isinstance(pdf, bytes)
    return pdf


def places(source: str, files: Mapping[str, bytes]) -> list[Place]:
    """Where each block after the first page ends; none if ``source`` does not compile: ``compiled`` says why."""
    with _project(source, files) as (project, root), suppress(RuntimeError):
        found = typst.query(project, "<places>", field="value", one=True, root=root, font_paths=_fonts(), format="json")
        return [Place(page, y) for page, y in json.loads(found)][1:]
    return []


@cache
def _fonts() -> typst.Fonts:
    # Typst's own fonts are for equations alone, which need a typeface made for maths; text never falls back to them.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FOLDER)])


@contextmanager
def _project(source: str, files: Mapping[str, bytes]) -> Iterator[tuple[Any, str]]:
    """Text by its name, in memory, and the folder where pictures made of pixels lie: Typst takes text alone so.

    Its own description of its arguments leaves that way out.
    """
    with TemporaryDirectory() as root:
        for path in filter(_pixels, files):
            place = Path(root, path)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(files[path])
        yield {MAIN: source.encode(), **{path: words for path, words in files.items() if not _pixels(path)}}, root


def _pixels(path: str) -> bool:
    return path.endswith(".png")
