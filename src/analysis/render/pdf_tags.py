"""What Typst leaves out of a PDF, put in: the first cell of each row is its header; bookmarks are shown on opening."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

if TYPE_CHECKING:
    from collections.abc import Iterator


BODIES: Final = frozenset({Name.TBody, Name.TFoot})
"""The kinds of element whose rows hold figures."""
WORDS: Final = frozenset({Name.Caption, Name.L, Name.P, Name.THead, Name.TOC})
"""Kinds of element that no table is in."""


def finish(pdf: bytes) -> bytes:
    """``pdf`` with its row headers tagged, opening at its first page; the same document gives the same bytes."""
    with Pdf.open(BytesIO(pdf)) as opened:
        for row in body_rows(opened):
            _mark_row_header(row)
        _open_at_the_start(opened)
        out = BytesIO()
        opened.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return out.getvalue()


def body_rows(pdf: Pdf) -> Iterator[Dictionary]:
    """The rows of every table's body, as structure elements."""
    for element in elements(pdf, closed=BODIES | WORDS):
        if element.get("/S") in BODIES:
            yield from (child for child in _children(element) if child.get("/S") == Name.TR)


def elements(pdf: Pdf, closed: frozenset[Name] = frozenset()) -> Iterator[Dictionary]:
    """Every structure element, in reading order, without what is inside those of a ``closed`` kind."""
    waiting = list(reversed(_children(cast("Dictionary", pdf.Root.StructTreeRoot))))
    while waiting:
        element = waiting.pop()
        yield element
        if element.get("/S") not in closed:
            waiting.extend(reversed(_children(element)))


def _children(element: Dictionary) -> list[Dictionary]:
    children = element.get("/K", Array([]))
    listed = list(children) if isinstance(children, Array) else [children]
    return [child for child in listed if isinstance(child, Dictionary) and "/S" in child]


def _mark_row_header(row: Dictionary) -> None:
    first = row.K[0] if isinstance(row.K, Array) else row.K
    if first.get("/S") == Name.TD:
        first.S = Name.TH
        first.A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _open_at_the_start(pdf: Pdf) -> None:
    """At the first page, whole, with the bookmarks beside it where there are any."""
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
    if "/First" in pdf.Root.get("/Outlines", Dictionary()):
        pdf.Root.PageMode = Name.UseOutlines
