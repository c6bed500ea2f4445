"""Pages without large gaps: an exhibit too tall for the rest of a page shrinks, breaks, or lets text go first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.blocks import Exhibit, Paragraph
from analysis.render.pdf_compile import Place, places
from analysis.render.pdf_gaps import LARGE, TOP, Gap, badness, gaps
from analysis.render.typst import leads_to_a_list, write_typst
from analysis.render.typst_exhibit import Fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.blocks import Document

ROUNDS: Final = 12
"""Gaps that are looked at, at most."""

SMALLEST: Final = 0.86
"""The smallest scale of a chart: its text stays at 7 points."""

ROWS: Final = 8
"""Rows from which a table may break rather than leave a gap."""

SHORT: Final = 130.0
"""Points on a last page that are hardly worth one."""

CLOSED: Final = 2.2
"""Points that a row gives up where rows are tight."""

APART: Final = 16.0
"""Points between an exhibit and what stands before it."""


@dataclass(frozen=True)
class Pages:
    """A document, how its exhibits give way, and where its blocks then end."""

    document: Document
    fits: Mapping[str, Fit]
    ends: tuple[Place, ...]

    @classmethod
    def of(cls, document: Document, fits: Mapping[str, Fit]) -> Pages:
        """Lay ``document`` out."""
        return cls(document, fits, tuple(places(*write_typst(document, fits))))

    @property
    def gaps(self) -> list[Gap]:
        """The gaps that are left."""
        broken = {slug for slug, fit in self.fits.items() if fit.broken}
        return list(gaps(self.document.blocks, self.ends, broken))

    def exhibit(self, gap: Gap) -> Exhibit:
        """The exhibit that left ``gap``."""
        block = self.document.blocks[gap.index]
        assert isinstance(block, Exhibit)
        return block


def settled(document: Document) -> tuple[Document, Mapping[str, Fit]]:
    """``document``, perhaps with text ahead of an exhibit, and how its exhibits give way, by slug.

    Gap by gap, from the front, the way that leaves least empty is taken, and none if none leaves less.
    """
    pages = Pages.of(document, {})
    done: set[str] = set()
    for _ in range(ROUNDS):
        gap = next((gap for gap in pages.gaps if pages.exhibit(gap).slug not in done), None)
        if gap is None:
            break
        done.add(pages.exhibit(gap).slug)
        pages = min([pages, *_ways(pages, gap)], key=lambda way: badness(way.gaps))
    pages = _without_a_short_last_page(pages)
    return pages.document, pages.fits


def _without_a_short_last_page(pages: Pages) -> Pages:
    """``pages``, the last exhibits closed up where that saves a last page with next to nothing on it."""
    if not pages.ends or pages.ends[-1].y - TOP > SHORT:
        return pages
    last = pages.ends[-1].page
    late = (b for b, end in zip(pages.document.blocks, pages.ends, strict=True) if end.page >= last - 1)
    closed = {b.slug: _closed(pages.fits.get(b.slug, Fit())) for b in late if isinstance(b, Exhibit)}
    tried = Pages.of(pages.document, {**pages.fits, **closed}) if closed else pages
    return tried if tried.ends and tried.ends[-1].page < last else pages


def _closed(fit: Fit) -> Fit:
    return Fit(scale=SMALLEST, tight=True, broken=fit.broken)


def _ways(pages: Pages, gap: Gap) -> Iterator[Pages]:
    """The ways to close ``gap``."""
    exhibit = pages.exhibit(gap)
    if gap.stub:
        yield _fitted(pages, exhibit, Fit(tight=True))
        return
    over = gap.foot - TOP + APART - gap.room
    height = exhibit.chart.height_mm * 72 / 25.4 if exhibit.chart else 0.0
    if height and 1 - over / height >= SMALLEST:
        yield _fitted(pages, exhibit, Fit(scale=min(1.0, 1 - over / height)))
    if _has_table(exhibit) and over < height * (1 - SMALLEST) + CLOSED * (len(exhibit.table.rows) + 1):
        yield _fitted(pages, exhibit, Fit(scale=SMALLEST if height else 1.0, tight=True))
    if _may_break(exhibit) and gap.room > height + 3 * APART + LARGE:
        yield _fitted(pages, exhibit, Fit(broken=True))
    elif _may_break(exhibit) and height and gap.room > SMALLEST * height + 3 * APART:
        yield _fitted(pages, exhibit, Fit(scale=SMALLEST, broken=True))
    for last in _text_that_fits(pages, gap):
        yield _behind(pages, gap.index, last)


def _fitted(pages: Pages, exhibit: Exhibit, fit: Fit) -> Pages:
    return Pages.of(pages.document, {**pages.fits, exhibit.slug: fit})


def _may_break(exhibit: Exhibit) -> bool:
    return len(exhibit.table.rows) >= ROWS and _has_table(exhibit)


def _has_table(exhibit: Exhibit) -> bool:
    return exhibit.print_table or not exhibit.chart


def _text_that_fits(pages: Pages, gap: Gap) -> Iterator[int]:
    """The index of each paragraph after the exhibit, as far as they fit the gap one after another.

    A list, what leads to it and a note say what may be read from the exhibit, and stay behind it.
    """
    room, blocks = gap.room, pages.document.blocks
    for index, block in enumerate(blocks[gap.index + 1 :], start=gap.index + 1):
        room -= pages.ends[index].y - pages.ends[index - 1].y
        same = pages.ends[index].page == pages.ends[gap.index].page
        if not same or room < 0 or not isinstance(block, Paragraph) or leads_to_a_list(blocks, index):
            return
        yield index


def _behind(pages: Pages, index: int, last: int) -> Pages:
    """The exhibit at ``index`` put behind the block at ``last``."""
    blocks = pages.document.blocks
    moved = (*blocks[:index], *blocks[index + 1 : last + 1], blocks[index], *blocks[last + 1 :])
    return Pages.of(pages.document.model_copy(update={"blocks": moved}), pages.fits)
