"""A document into Typst source: one call for each block, after the template that says how they look."""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never

from analysis.blocks import Bullets, Definitions, Exhibit, Front, Heading, KeyFigures, Note, Paragraph
from analysis.errors import RenderError
from analysis.render.number import number
from analysis.render.typst_contents import on_first_page
from analysis.render.typst_exhibit import Fit, exhibit, exhibit_path
from analysis.render.typst_figures import key_figures
from analysis.render.typst_front import cover, page, pairs
from analysis.render.typst_spans import anchor, spans
from analysis.render.typst_text import literal, string

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.blocks import Block, Document
    from analysis.render.number import Numbering

UNFITTED: Final[Mapping[str, Fit]] = MappingProxyType({})

BLOCK: Final = "// block: "
"""What the comment before each block's call starts with; an error's line leads back to it."""

TEMPLATE: Final = "template.typ"
USING: Final = f'#import "{TEMPLATE}": *\n'

SHORT_LIST: Final = 6
SHORT_WORDS: Final = 900
"""Items and characters up to which a list is short: some ten lines of a page."""

SPOKEN: Final = {
    "info": "Note",
    "caution": "Caution",
    "cannot-say": "We cannot say",
    "not-supplied": "Not supplied by the partnership",
}
"""What a note's tone is called in words, for those who do not see its colour."""


def write_typst(document: Document, fits: Mapping[str, Fit] = UNFITTED) -> tuple[str, dict[str, bytes]]:
    """The Typst source of ``document`` and the files it takes in, by path; ``fits`` settles exhibits by slug.

    The template and each exhibit are files of their own: when one exhibit gives way, what Typst knows of the others
    still holds, and it lays the document out anew in a part of the time.

    ``ExhibitError`` if a reference finds nothing; ``RenderError`` if a heading skips a level or a table is ragged.
    """
    _check_headings(document)
    numbering = number(document)
    first = on_first_page(document)
    under = "".join(f"{BLOCK}{described(block)}\n{_words(block, numbering)}" for block in first)
    files = {TEMPLATE: _template()}
    parts = [USING, f"{BLOCK}front matter\n", page(document.front), cover(document, numbering, under)]
    for index, block in enumerate(document.blocks[len(first) :], start=len(first)):
        source, own = _block(block, numbering, fits, f"data/{document.name}")
        files |= own
        if leads_to_a_list(document.blocks, index):
            source = f"#with-next[{source.rstrip()}]\n"
        elif stays_whole(document.blocks, index):
            source = f"#whole[{source.rstrip()}]\n"
        parts += [f"{BLOCK}{described(block)}\n", source]
    return "".join([*parts, "#places()\n"]), files


def leads_to_a_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block at ``index`` is a paragraph straight before a list: the two stay together."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return isinstance(blocks[index], Paragraph) and isinstance(after, Bullets)


def stays_whole(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block at ``index`` is a short list right under its heading or lead: no page ends within it."""
    block, lead = blocks[index], blocks[index - 1] if index else None
    if not isinstance(block, Bullets) or not isinstance(lead, Heading | Paragraph):
        return False
    words = sum(len(getattr(part, "text", "")) for item in block.items for part in item)
    return len(block.items) <= SHORT_LIST and words <= SHORT_WORDS


def described(block: Block) -> str:
    """What a person calls ``block``: ``exhibit "crime-trend"``, ``paragraph "Crime rose ..."``."""
    match block:
        case Exhibit():
            return f'exhibit "{block.slug}"'
        case Heading():
            return f'heading "{block.id}"'
        case KeyFigures() | Definitions() | Bullets() | Front():
            return block.kind
        case Paragraph() | Note():
            words = "".join(getattr(part, "text", "") for part in block.spans if part.kind != "footnote")
            return f'{block.kind} "{" ".join(words.split())[:60]}"'
        case _:
            assert_never(block)


@cache
def _template() -> bytes:
    return resources.files("analysis.render").joinpath("assets/typst/report.typ").read_bytes()


def _check_headings(document: Document) -> None:
    before = 0
    for heading in (block for block in document.blocks if isinstance(block, Heading)):
        if not heading.text.strip():
            raise RenderError(f'heading "{heading.id}": it has no words\n  give it some, or take it out')
        if heading.level > before + 1:
            raise RenderError(
                f'heading "{heading.text}": level {heading.level} follows level {before}, so a level is skipped\n'
                f"  make it level {before + 1}, or put a heading of that level before it"
            )
        before = heading.level


def _block(block: Block, numbering: Numbering, fits: Mapping[str, Fit], folder: str) -> tuple[str, dict[str, bytes]]:
    if isinstance(block, Exhibit):
        source, pictures = exhibit(block, numbering, fits.get(block.slug, Fit()), folder)
        own = exhibit_path(block.slug)
        return f"#include {literal(own)}\n", {own: f"{USING}{source}".encode(), **pictures}
    return _words(block, numbering), {}


def _words(block: Block, numbering: Numbering) -> str:
    match block:
        case Heading():
            said = ", ".join(string(part) for part in (numbering.sections[block.id], anchor(block.id), block.text))
            return f"#section({block.level}, {said})\n"
        case Paragraph():
            return f"#paragraph({spans(block.spans, numbering)})\n"
        case Bullets():
            items = ", ".join(spans(item, numbering) for item in block.items)
            return f"#{'steps' if block.ordered else 'bullets'}({items})\n"
        case Note():
            return _note(block, numbering)
        case KeyFigures():
            return key_figures(block, numbering)
        case Definitions():
            return pairs(block.items, numbering) or "#tick\n"
        case Exhibit() | Front():
            raise RenderError(f"{described(block)}: cannot stand inside the text")
        case _:
            assert_never(block)


def _note(note: Note, numbering: Numbering) -> str:
    tone = SPOKEN[note.tone]
    spoken = tone if note.title.casefold() in tone.casefold() else f"{tone}: {note.title}"
    ending = spoken if spoken.endswith((".", "?", "!", ":")) else f"{spoken}."
    return f"#note({string(note.tone)}, {string(ending)}, {spans(note.spans, numbering)})\n"
