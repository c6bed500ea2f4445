"""The face that notebooks use: one call a section; results are worked out once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis.assessment import (
    area,
    categories,
    data_and_methods,
    delivery,
    equality,
    figures,
    front,
    initiatives,
    partners,
    peers,
    people,
    performance,
    places,
    profile,
    scoring,
    summary,
)
from analysis.assessment.face import Face
from analysis.assessment.initiative.case import Case
from analysis.exhibits import Display, display


@dataclass(frozen=True)
class Assessment(Face):
    """The strategic assessment of one partnership and edition: each method is a section, shown as its cell's result."""

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The initiatives that are evaluated, by id; in short, by the design asked for alone."""
        declared = {each.id: each for each in self.declaration.edition.initiatives}
        return {
            name: Case(self.declaration, declared[name], slices, brief=True)
            for name, slices in self.evaluations.items()
        }

    def front(self) -> Display:
        """Front matter, and what this edition cannot have."""
        return display(*front.front(self.context))

    def summary(self) -> Display:
        """Up to eight findings, the most important first."""
        return display(*summary.summary(self.context, self.results, self.cases))

    def area(self) -> Display:
        """Population, members, context."""
        return display(*area.area(self.context, self.results))

    def performance(self) -> Display:
        """Indicators against their targets."""
        return display(*performance.performance(self.context, self.results))

    def people(self) -> Display:
        """Surveys and consultations."""
        return display(*people.people(self.context))

    def figures(self) -> Display:
        """What the figures can and cannot stand for."""
        return display(*figures.figures(self.context))

    def profile(self) -> Display:
        """Every category at a glance."""
        return display(*profile.profile(self.context, self.results))

    def categories(self) -> Display:
        """Each priority and each notable category."""
        return display(*categories.categories(self.context, self.results))

    def partners(self) -> Display:
        """What partner agencies counted; nothing where no extract is taken."""
        return display(*partners.partners(self.context))

    def places(self) -> Display:
        """The top ten places."""
        return display(*places.places(self.context, self.results))

    def peers(self) -> Display:
        """The area beside other areas."""
        return display(*peers.peer_blocks(self.context, self.results))

    def prioritisation(self) -> Display:
        """How agencies scored issues, and how sure the order is."""
        return display(*scoring.prioritisation(self.context, self.results))

    def initiatives(self) -> Display:
        """What was tried, and what can be known of it."""
        return display(*initiatives.initiatives(self.context, self.cases))

    def delivery(self) -> Display:
        """The delivery plan and the approval timetable."""
        return display(*delivery.delivery(self.context))

    def equality(self) -> Display:
        """Protected characteristics, and the actions of the impact assessment."""
        return display(*equality.equality(self.context))

    def data(self) -> Display:
        """Sources, coverage, methods, disclosure control."""
        return display(*data_and_methods.data(self.context, self.results, self.cases))
