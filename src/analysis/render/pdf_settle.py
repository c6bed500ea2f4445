"""Pages without large gaps: an exhibit too tall for the rest of a page shrinks, breaks, or lets text go first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.blocks import Bullets, Definitions, Exhibit, Heading, Note, Paragraph
from analysis.render.pdf_compile import Place, places
from analysis.render.typst import write_typst
from analysis.render.typst_exhibit import Fit, is_tall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.blocks import Block, Document

ROUNDS: Final = 12
"""Times that the pages are laid out anew at most."""

TOP, BOTTOM = 68.0, 782.0
"""Where a page's text starts and ends, in points from its top."""

GAP: Final = 70.0
"""Points left empty at the foot of a page from which it is worth doing something."""

SMALLEST: Final = 0.86
"""The smallest scale of a chart: its text stays at 7 points."""

ROWS: Final = 8
"""Rows from which a table may break rather than leave a gap."""

APART: Final = 16.0
"""Points between an exhibit and what stands before it."""


@dataclass(frozen=True)
class Gap:
    """``room`` points that the block at ``index`` left empty by going to the next page, where it ends at ``foot``."""

    index: int
    room: float
    foot: float


def settled(document: Document) -> tuple[Document, Mapping[str, Fit]]:
    """``document``, perhaps with paragraphs ahead of an exhibit, and how its exhibits give way, by slug."""
    fits: dict[str, Fit] = {}
    blocks = list(document.blocks)
    done: set[str] = set()
    for _ in range(ROUNDS):
        ends = places(*write_typst(document.model_copy(update={"blocks": tuple(blocks)}), fits))
        gap = next((gap for gap in gaps(blocks, ends) if _slug(blocks[gap.index]) not in done), None)
        if gap is None:
            break
        done.add(_slug(blocks[gap.index]))
        _close(gap, blocks, ends, fits)
    return document.model_copy(update={"blocks": tuple(blocks)}), fits


def gaps(blocks: Sequence[Block], ends: Sequence[Place]) -> Iterator[Gap]:
    """Each gap that an exhibit left, with any headings that went with it."""
    for index, block in enumerate(blocks):
        before = _before(blocks, index)
        if not isinstance(block, Exhibit) or before < 0 or not ends or is_tall(block):
            continue
        room = BOTTOM - ends[before].y
        if ends[index].page == ends[before].page + 1 and room > GAP:
            yield Gap(index, room, ends[index].y)


def _before(blocks: Sequence[Block], index: int) -> int:
    """The last block that does not move with the one at ``index``; headings do."""
    before = index - 1
    while before >= 0 and isinstance(blocks[before], Heading):
        before -= 1
    return before


def _slug(block: Block) -> str:
    return block.slug if isinstance(block, Exhibit) else ""


def _close(gap: Gap, blocks: list[Block], ends: Sequence[Place], fits: dict[str, Fit]) -> None:
    exhibit = blocks[gap.index]
    assert isinstance(exhibit, Exhibit)
    over = gap.foot - TOP + APART - gap.room
    height = exhibit.chart.height_mm * 72 / 25.4 if exhibit.chart else 0.0
    if height and 1 - over / height >= SMALLEST:
        fits[exhibit.slug] = Fit(scale=min(1.0, 1 - over / height))
    elif _may_break(exhibit) and gap.room > height + 3 * APART + GAP:
        fits[exhibit.slug] = Fit(broken=True)
    else:
        _let_text_go_first(gap, blocks, ends)


def _may_break(exhibit: Exhibit) -> bool:
    return len(exhibit.table.rows) >= ROWS and (exhibit.print_table or not exhibit.chart)


def _let_text_go_first(gap: Gap, blocks: list[Block], ends: Sequence[Place]) -> None:
    """Move the exhibit behind the text that follows it, as far as that text fits the gap."""
    last, room = gap.index, gap.room
    for index in range(gap.index + 1, len(blocks)):
        room -= ends[index].y - ends[index - 1].y
        same = ends[index].page == ends[gap.index].page
        if not same or room < 0 or not isinstance(blocks[index], Paragraph | Bullets | Note | Definitions):
            break
        last = index
    blocks[gap.index : last + 1] = [*blocks[gap.index + 1 : last + 1], blocks[gap.index]]
