"""A document to one Markdown file for Quarto and pandoc, complete: captions, charts, tables, notes, sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from analysis.blocks import Bullets, Definitions, Exhibit, Front, Heading, KeyFigures, Note, Paragraph
from analysis.errors import RenderError
from analysis.render.markdown_exhibit import exhibit
from analysis.render.markdown_inline import escaped, spans_markdown
from analysis.render.number import number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.blocks import Block, Definition, Document, KeyFigure
    from analysis.render.number import Numbering

TONES: Final = {
    "info": ("note", "Note"),
    "caution": ("warning", "Caution"),
    "cannot-say": ("important", "We cannot say"),
    "not-supplied": ("note", "Not supplied by the partnership"),
}
"""The callout of Quarto for each tone of note, and the words that announce it."""


def write_markdown(document: Document) -> str:
    """Write ``document`` as Markdown that pandoc and Quarto read alike.

    Numbers and labels are those of every other writer, so neither must number again; charts are ``data:`` images.
    """
    numbering = number(document)
    front = document.front
    opening = [f"**{escaped(front.statement)}**", _definitions(front.details, numbering)]
    body = [_block(block, numbering, document.name) for block in document.blocks]
    closing = escaped(" ".join(filter(None, (front.mark, front.footer))))
    return "\n\n".join(filter(None, (_metadata(front), *opening, *body, closing))) + "\n"


def _metadata(front: Front) -> str:
    """The head of the file; a JSON string is a YAML string, so nothing in it can be taken for YAML."""
    title = " – ".join(filter(None, (front.title, front.mark)))
    pairs = {"title": title, "subtitle": front.subtitle, "author": front.partnership, "date": front.period}
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in (pairs | {"lang": front.language}).items()
    ]
    return "\n".join(["---", *lines, "---"])


def _block(block: Block, numbering: Numbering, name: str) -> str:
    match block:
        case Heading(level=level, text=words, id=anchor):
            numbered = f"{numbering.sections[anchor]} {escaped(words)}".strip()
            return f"{'#' * level} {numbered} {{#{anchor}}}"
        case Paragraph(spans=spans):
            return spans_markdown(spans, numbering)
        case Bullets(ordered=ordered, items=items):
            sign = "1." if ordered else "-"
            return "\n".join(f"{sign} {spans_markdown(item, numbering)}" for item in items)
        case Note():
            return _note(block, numbering)
        case KeyFigures(items=figures):
            return "\n".join(["::: {.key-figures}", *(_key_figure(item, numbering) for item in figures), ":::"])
        case Exhibit():
            return exhibit(block, numbering.exhibits[block.slug], f"data/{name}")
        case Definitions(items=pairs):
            return _definitions(pairs, numbering)
        case Front():
            raise RenderError("a document has one front matter, before its blocks")


def _note(block: Note, numbering: Numbering) -> str:
    callout, label = TONES[block.tone]
    title = ": ".join(filter(None, (label, escaped(block.title))))
    return f"::: {{.callout-{callout}}}\n**{title}.** {spans_markdown(block.spans, numbering)}\n:::"


def _key_figure(item: KeyFigure, numbering: Numbering) -> str:
    led = ", ".join(f"[{numbering.label_of(each)}](#{numbering.anchor_of(each)})" for each in item.refs)
    see = f" (see {led})" if led else ""
    detail = f", {escaped(item.detail)}" if item.detail else ""
    return f"- **{escaped(item.value)}** {escaped(item.label)}{detail}{see}"


def _definitions(items: Iterable[Definition], numbering: Numbering) -> str:
    return "\n\n".join(f"{escaped(item.term)}\n:   {spans_markdown(item.spans, numbering)}" for item in items)
