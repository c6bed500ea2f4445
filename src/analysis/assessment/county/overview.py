"""The face that the notebook uses: one call a section; each member's results are worked out as in its own report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis.assessment.county.adding_up import adding_up
from analysis.assessment.county.changes import changes
from analysis.assessment.county.front import front
from analysis.assessment.county.members import member_results
from analysis.assessment.county.priorities import priorities
from analysis.assessment.county.rates import rates
from analysis.assessment.county.sources import data
from analysis.assessment.county.targets import county_targets
from analysis.assessment.face import Face
from analysis.assessment.results import Results
from analysis.exhibits import Display, display


@dataclass(frozen=True)
class CountyOverview(Face):
    """A county from its member partnerships: each method is a section, shown as its cell's result."""

    @cached_property
    def members(self) -> dict[str, Results]:
        """What the data say of each member, by id."""
        return member_results(self.context)

    def front(self) -> Display:
        """What the overview is."""
        return display(*front(self.context))

    def priorities(self) -> Display:
        """Which member names which priority."""
        return display(*priorities(self.context))

    def targets(self) -> Display:
        """The county's targets."""
        return display(*county_targets(self.context, self.results))

    def rates(self) -> Display:
        """Members side by side: counts and rates."""
        return display(*rates(self.context, self.results, self.members))

    def changes(self) -> Display:
        """What changed in each member, where that can be said."""
        return display(*changes(self.context, self.results, self.members))

    def adding_up(self) -> Display:
        """How the members' counts make the county's, and the force's."""
        return display(*adding_up(self.context, self.results, self.members))

    def data(self) -> Display:
        """Where the figures come from."""
        return display(*data(self.context))
