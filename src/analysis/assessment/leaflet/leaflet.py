"""The face that the notebook uses: one call a section. Its words are measured before any of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.assessment.face import Face
from analysis.assessment.front import first_page
from analysis.assessment.leaflet.about import about
from analysis.assessment.leaflet.changed import changed
from analysis.assessment.leaflet.counted import counted
from analysis.assessment.leaflet.plain import held_to_age
from analysis.assessment.leaflet.said import ask, doing, introduction
from analysis.exhibits import Display, display

if TYPE_CHECKING:
    from analysis.blocks import Block
    from analysis.prose.reading_age import Reading


@dataclass(frozen=True)
class LeafletReport(Face):
    """The leaflet of one edition: each method is a section, shown as its cell's result."""

    @cached_property
    def blocks(self) -> dict[str, list[Block]]:
        """Every section but the last, by name."""
        return {
            "introduction": introduction(self.context),
            "counted": counted(self.context, self.results),
            "changed": changed(self.context, self.results),
            "doing": doing(self.context, self.results),
            "ask": ask(self.context),
        }

    @cached_property
    def reading(self) -> Reading:
        """How hard its words are to read; raises ``RunError`` where they are for older readers than it is meant for."""
        every = [block for blocks in (*self.blocks.values(), about(self.context, self.results)) for block in blocks]
        return held_to_age(every, f"{self.context.partnership.id}/{self.context.edition.edition}")

    def front(self) -> Display:
        """The title, and what the leaflet is; raises ``RunError`` where its words are too hard."""
        leaflet = self.context.edition.leaflet
        title = leaflet.title if leaflet else self.context.edition.title
        _ = self.reading
        return display(first_page(self.context, title, leaflet=True), *self.blocks["introduction"])

    def counted(self) -> Display:
        """The largest counts, and what was recorded most."""
        return display(*self.blocks["counted"])

    def changed(self) -> Display:
        """Three to five things that changed, or that nobody can say."""
        return display(*self.blocks["changed"])

    def doing(self) -> Display:
        """What the partnership is doing."""
        return display(*self.blocks["doing"])

    def ask(self) -> Display:
        """How to report something or ask."""
        return display(*self.blocks["ask"])

    def about(self) -> Display:
        """Where the figures come from."""
        return display(*about(self.context, self.results, self.reading))
