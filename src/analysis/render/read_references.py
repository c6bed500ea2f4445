"""What must hold across a whole document: names stand once, references lead somewhere, heading levels never skip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from analysis.blocks import Bullets, Definitions, Exhibit, Footnote, Heading, KeyFigures, Link, Note, Paragraph, Ref
from analysis.errors import ExhibitError, RenderError
from analysis.render.number import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Block, Document, Span

SCHEMES = frozenset({"http", "https", "mailto"})
"""Addresses that a link may have: a script is none."""
ANOTHER: Final = re.compile(r"((\.\./){3}([a-zA-Z0-9][a-zA-Z0-9.-]*/){3})?[a-z0-9-]+\.(html|json)")
"""Another document of ``reports/``, from the folder of this one: of the same edition beside it, or of another; or the
manifest of one."""


def check_references(document: Document) -> None:
    """Raise ``ExhibitError`` for a repeated name or a lost reference, ``RenderError`` for a wrong level or link."""
    _check_names(document)
    _check_levels(document)
    numbering = number(document)
    for span in spans_of(document):
        if isinstance(span, Ref):
            numbering.anchor_of(span.slug)
        elif isinstance(span, Link) and urlsplit(span.href).scheme not in SCHEMES and not ANOTHER.fullmatch(span.href):
            raise RenderError.at(
                f'link "{span.text}"', f"leads to {span.href!r}",
                "link to a whole https or mailto address, or to another document of reports/",
            )  # fmt: skip


def spans_of(document: Document) -> Iterator[Span]:
    """Every span of ``document`` in order, those of footnotes and the slugs behind key figures among them."""
    for item in document.front.details:
        yield from _flat(item.spans)
    for block in document.blocks:
        yield from _flat(tuple(_spans(block)))


def _spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Paragraph | Note):
        yield from block.spans
    elif isinstance(block, Bullets):
        yield from (span for item in block.items for span in item)
    elif isinstance(block, Definitions):
        yield from (span for item in block.items for span in item.spans)
    elif isinstance(block, KeyFigures):
        yield from (Ref(slug=each) for item in block.items for each in item.refs)


def _flat(spans: tuple[Span, ...]) -> Iterator[Span]:
    for span in spans:
        yield span
        if isinstance(span, Footnote):
            yield from span.text


def _check_names(document: Document) -> None:
    seen: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Heading | Exhibit):
            name = block.id if isinstance(block, Heading) else block.slug
            if name in seen:
                do = "give the heading an id of its own: ## Title {#another-id}" if isinstance(block, Heading) else ""
                raise ExhibitError.at(f'"{name}"', "names two sections or exhibits of this document", do)
            seen.add(name)


def _check_levels(document: Document) -> None:
    above = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                do = "the first heading is of level 1, and each goes at most one deeper than the last"
                raise RenderError.at(f'heading "{block.text}"', f"is of level {block.level} after level {above}", do)
            above = block.level
