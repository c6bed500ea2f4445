"""Numbers of sections and exhibits, given once and shared by every writer.

Sections count 1, 1.1, 1.1.1; figures and tables count apart, each in order of appearance. A writer asks ``label_of``
for what a reference says and ``anchor_of`` for where it leads, so that no two writers number differently.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.blocks import Exhibit, Heading
from analysis.errors import ExhibitError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.blocks import Block, Document

SECTION: Final = "section:"
"""What a reference to a section starts with, before the heading's id."""


@dataclass(frozen=True)
class Numbering:
    """The numbers of one document.

    ``sections`` maps a heading's id to ``2.1``; ``exhibits`` maps a slug to ``Figure 3``; ``titles`` maps ids to
    headings' texts and slugs to headlines. All are in order of appearance.
    """

    sections: Mapping[str, str]
    exhibits: Mapping[str, str]
    titles: Mapping[str, str]

    def label_of(self, target: str) -> str:
        """What a reference to ``target`` says: ``Figure 3`` or ``section 2.1``; ``ExhibitError`` if unknown."""
        anchor = self.anchor_of(target)
        if not target.startswith(SECTION):
            return self.exhibits[anchor]
        return f"section {self.sections[anchor]}" if self.sections[anchor] else self.titles[anchor]

    def anchor_of(self, target: str) -> str:
        """The anchor that ``target`` (an exhibit's slug, or ``section:<id>``) leads to; ``ExhibitError`` if unknown."""
        anchor = target.removeprefix(SECTION)
        if anchor in (self.sections if target.startswith(SECTION) else self.exhibits):
            return anchor
        raise ExhibitError(f'"{target}": no exhibit or section of this document has that name{self._nearest(target)}')

    def _nearest(self, target: str) -> str:
        return did_you_mean(target, [*self.exhibits, *(SECTION + name for name in self.sections)])


def number(document: Document) -> Numbering:
    """Number the sections and exhibits of ``document`` in order of appearance; a leaflet's sections bear none."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    exhibits = [block for block in document.blocks if isinstance(block, Exhibit)]
    titles = {heading.id: heading.text for heading in headings} | {e.slug: e.headline for e in exhibits}
    sections = number_sections(headings)
    if document.front.leaflet:
        sections = dict.fromkeys(sections, "")
    return Numbering(sections, number_exhibits(document.blocks), titles)


def number_sections(headings: Iterable[Heading]) -> dict[str, str]:
    """Map each heading's id to its number: ``1``, ``1.1``, ``1.1.1``."""
    counts = [0, 0, 0]
    numbers = {}
    for heading in headings:
        counts[heading.level - 1] += 1
        counts[heading.level :] = [0] * (3 - heading.level)
        numbers[heading.id] = ".".join(str(count) for count in counts[: heading.level])
    return numbers


def number_exhibits(blocks: Iterable[Block]) -> dict[str, str]:
    """Map each exhibit's slug to ``Figure n`` or ``Table n``; figures and tables count apart."""
    counts: Counter[str] = Counter()
    numbers = {}
    for block in blocks:
        if isinstance(block, Exhibit):
            counts[block.label] += 1
            numbers[block.slug] = f"{block.label} {counts[block.label]}"
    return numbers
