"""Gaps: what an exhibit leaves empty at the foot of a page by going to the next one; stubs: a line or two there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.blocks import Exhibit, Heading
from analysis.render.typst_exhibit import is_tall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from analysis.blocks import Block
    from analysis.render.pdf_compile import Place

TOP: Final = 68.0
"""Where a page's text starts, in points from its top."""

BOTTOM: Final = 782.0
"""Where it ends."""

LARGE: Final = 70.0
"""Points left empty from which it is worth doing something."""

STUB: Final = 55.0
"""Points of a broken exhibit on a page of their own, under its repeated heading, that look like a mistake."""


@dataclass(frozen=True)
class Gap:
    """``room`` points that the exhibit at ``index`` left empty by going to the next page, where it ends at ``foot``.

    Or, as a ``stub``, it went on to the next page for next to nothing.
    """

    index: int
    room: float
    foot: float
    stub: bool = False


def gaps(blocks: Sequence[Block], ends: Sequence[Place], broken: Collection[str] = ()) -> Iterator[Gap]:
    """Each large gap that an exhibit left, together with any headings that went with it.

    Exhibits that break over pages, by their length or because their slug is in ``broken``, leave stubs at most.
    """
    for index, block in enumerate(blocks):
        before = _before(blocks, index)
        # The first page ends where it ends.
        if not isinstance(block, Exhibit) or before < 0 or not ends or ends[before].page == 1:
            continue
        room, foot = BOTTOM - ends[before].y, ends[index].y
        went_on = ends[index].page == ends[before].page + 1
        if is_tall(block) or block.slug in broken:
            if went_on and foot - TOP < STUB:
                yield Gap(index, 2 * LARGE, foot, stub=True)
        elif went_on and room > LARGE:
            yield Gap(index, room, foot)


def badness(found: Iterable[Gap]) -> float:
    """How bad gaps are together: one of half a page is worse than two of a quarter."""
    return sum(gap.room**2 for gap in found)


def _before(blocks: Sequence[Block], index: int) -> int:
    """The last block that does not move with the one at ``index``; headings do."""
    before = index - 1
    while before >= 0 and isinstance(blocks[before], Heading):
        before -= 1
    return before
