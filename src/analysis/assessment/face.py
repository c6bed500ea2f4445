"""What the faces of an edition share: what is declared, the data, what was published before, and the results."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.assessment.context import Context
from analysis.assessment.results import Results

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    evaluations: Mapping[str, Slices] = field(default_factory=dict)
    """The data of each initiative that is evaluated, by its id."""

    @cached_property
    def context(self) -> Context:
        """What is declared, and the data."""
        return Context(self.declaration, self.slices, self.before, self.evaluations)

    @cached_property
    def results(self) -> Results:
        """What the data say; each result is worked out once."""
        return Results(self.context)
