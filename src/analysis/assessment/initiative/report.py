"""The face that the notebook uses: one call a section; what was found is worked out once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.assessment.initiative import (
    answer,
    checks,
    comparison,
    conclusions,
    data,
    designs,
    displacement,
    effect,
    front,
    grade,
    indicators,
    logic,
    outcomes,
    power,
    problem,
    specifications,
    truth,
    value,
)
from analysis.exhibits import Display, display

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case


@dataclass(frozen=True)
class InitiativeReport:
    """The evaluation of one initiative: each method is a section, shown as its cell's result."""

    case: Case

    def front(self) -> Display:
        """What the document is, and the state of its plan."""
        return display(*front.front(self.case))

    def answer(self) -> Display:
        """In short: what was tried, what happened, compared with what, how sure."""
        return display(*answer.answer(self.case))

    def problem(self) -> Display:
        """The problem, and what was done."""
        return display(*problem.problem(self.case))

    def evidence_base(self) -> Display:
        """What was known of such work before."""
        return display(*problem.evidence_base(self.case))

    def logic_model(self) -> Display:
        """How it was meant to work, drawn."""
        return display(*logic.logic(self.case))

    def indicators(self) -> Display:
        """What is counted, when and where, and what is left out."""
        return display(*indicators.indicators(self.case))

    def power(self) -> Display:
        """How large an effect could have been seen; always before the effect."""
        return display(*power.power(self.case))

    def effect(self) -> Display:
        """The effect by the design asked for."""
        return display(*effect.effect(self.case))

    def comparison(self) -> Display:
        """What it is compared with."""
        return display(*comparison.comparison(self.case))

    def displacement(self) -> Display:
        """Whether it moved next door."""
        return display(*displacement.displacement(self.case))

    def designs(self) -> Display:
        """The same question by every design."""
        return display(*designs.designs(self.case))

    def checks(self) -> Display:
        """What else could explain it, looked for."""
        return display(*checks.checks(self.case))

    def specifications(self) -> Display:
        """The effect under each reasonable choice."""
        return display(*specifications.specifications(self.case))

    def outcomes(self) -> Display:
        """Every outcome together."""
        return display(*outcomes.outcomes(self.case))

    def truth(self) -> Display:
        """Every design beside the known truth; simulated figures alone."""
        return display(*truth.truth(self.case))

    def value(self) -> Display:
        """Cost and benefit, with loss in the range."""
        return display(*value.value(self.case))

    def grade(self) -> Display:
        """The strength of the evidence."""
        return display(*grade.grade(self.case))

    def conclusions(self) -> Display:
        """What may and what may not be concluded."""
        return display(*conclusions.conclusions(self.case))

    def lessons(self) -> Display:
        """What to learn for the next time."""
        return display(*conclusions.lessons(self.case))

    def data(self) -> Display:
        """Sources, plan, methods, disclosure control."""
        return display(*data.data(self.case))
