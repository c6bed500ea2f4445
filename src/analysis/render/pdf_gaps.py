"""Gaps: what an exhibit leaves empty at the foot of a page by going to the next one."""

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


@dataclass(frozen=True)
class Gap:
    """``room`` points that the exhibit at ``index`` left empty by going to the next page, where it ends at ``foot``."""

    index: int
    room: float
    foot: float


def gaps(blocks: Sequence[Block], ends: Sequence[Place], broken: Collection[str] = ()) -> Iterator[Gap]:
    """Each large gap that an exhibit left, together with any headings that went with it.

    Exhibits that break over pages, by their length or because their slug is in ``broken``, leave none.
    """
    for index, block in enumerate(blocks):
        before = _before(blocks, index)
        if not isinstance(block, Exhibit) or before < 0 or not ends or is_tall(block) or block.slug in broken:
            continue
        room = BOTTOM - ends[before].y
        if ends[before].page == 1:
            continue  # The first page ends where it ends.
        if ends[index].page == ends[before].page + 1 and room > LARGE:
            yield Gap(index, room, ends[index].y)


def badness(found: Iterable[Gap]) -> float:
    """How bad gaps are together: one of half a page is worse than two of a quarter."""
    return sum(gap.room**2 for gap in found)


def _before(blocks: Sequence[Block], index: int) -> int:
    """The last block that does not move with the one at ``index``; headings do."""
    before = index - 1
    while before >= 0 and isinstance(blocks[before], Heading):
        before -= 1
    return before
