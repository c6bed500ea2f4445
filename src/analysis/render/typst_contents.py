"""The list of sections on the first page: as deep as there is room for."""

from __future__ import annotations

from itertools import takewhile
from math import ceil
from typing import TYPE_CHECKING, Final

from analysis.blocks import Heading, Note, Paragraph
from analysis.render.typst_measure import PAGE, measure
from analysis.render.typst_spans import anchor
from analysis.render.typst_text import string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.blocks import Document, Front

SHORT: Final = 9
"""Lines up to which the list stands in one column."""

FREE: Final = 470.0
"""Points that the first page has for details and contents when title and statement take a line each."""

SECTION, SUBSECTION, DETAIL = 15.5, 12.5, 13.5
"""Points that a line takes: of a section, of a subsection, of the details."""


def contents(document: Document) -> str:
    """The call that lists sections, and subsections where the first page has room; nothing for a single section."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    shallow = [heading for heading in headings if heading.level == 1]
    deep = [heading for heading in headings if heading.level <= 2]
    if len(headings) <= 1:
        return ""
    fits = max(map(_height, _halves(deep))) <= room(document.front) - height(on_first_page(document))
    second = _halves(deep if fits else shallow)[1]
    split = string(anchor(second[0].id)) if second else "none"
    return f"#contents({string('Contents')}, {2 if fits else 1}, {split})\n"


def on_first_page(document: Document) -> tuple[Note | Paragraph, ...]:
    """The notes and paragraphs before the first heading, where the first page has room for them beside its own."""
    before = list(takewhile(lambda block: not isinstance(block, Heading), document.blocks))
    text = tuple(block for block in before if isinstance(block, Note | Paragraph))
    sections = [block for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    listed = max(map(_height, _halves(sections))) if len(sections) > 1 else 0.0
    fits = len(text) == len(before) and height(text) + listed <= room(document.front)
    return text if fits else ()


def height(text: Sequence[Note | Paragraph]) -> float:
    """The points that ``text`` takes on the first page, roughly."""
    said = [("".join(getattr(part, "text", "") for part in block.spans), isinstance(block, Note)) for block in text]
    return sum(13.0 * lines(words + " " * 40 * note, 10.0) + (34.0 if note else 10.0) for words, note in said)


def _halves(headings: list[Heading]) -> tuple[list[Heading], list[Heading]]:
    """The two columns: cut before the section that makes them most alike, or all in one where they are few."""
    if len(headings) <= SHORT:
        return headings, []
    cuts = [index for index, heading in enumerate(headings) if heading.level == 1]
    cut = min(cuts, key=lambda at: max(_height(headings[:at]), _height(headings[at:])))
    return headings[:cut], headings[cut:]


def _height(headings: list[Heading]) -> float:
    return sum(SECTION if heading.level == 1 else SUBSECTION for heading in headings)


def room(front: Front) -> float:
    """The points that the first page leaves for the lines of the contents, roughly."""
    title = 40.0 * (lines(front.title, 31.0) - 1)
    statement = 16.0 * (lines(front.statement, 10.5) - 1)
    details = DETAIL * sum(_detail_lines(front))
    return FREE - title - statement - details


def lines(words: str, size: float) -> int:
    """About how many lines of bold type of this size ``words`` take."""
    return max(1, ceil(measure(words, bold=True) * size / (PAGE * 0.94)))


def _detail_lines(front: Front) -> list[int]:
    said = [
        " ".join(getattr(part, "text", "") for part in item.spans if part.kind != "footnote") for item in front.details
    ]
    return [lines(words, 12.0) for words in said]
