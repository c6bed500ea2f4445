"""What the faces of an edition share: what is declared, the data, what was published before, and the results."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.assessment.context import Context
from analysis.assessment.results import Results

if TYPE_CHECKING:
    from analysis.assessment.before import Before
    from analysis.assessment.declaration import Declaration
    from analysis.store import Slices


@dataclass(frozen=True)
class Face:
    """One document of an edition: all of them decide alike what may be published, since they know the same."""

    declaration: Declaration
    slices: Slices | None
    before: Before | None = None
    """What the edition before published."""

    @cached_property
    def context(self) -> Context:
        """What is declared, and the data."""
        return Context(self.declaration, self.slices, self.before)

    @cached_property
    def results(self) -> Results:
        """What the data say; each result is worked out once."""
        return Results(self.context)
