"""The face that the notebook uses: one call a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.assessment.methodology import (
    designs,
    detail,
    error_rates,
    front,
    in_short,
    least_data,
    made_from,
    refusals,
    reproduced,
)
from analysis.exhibits import Display, display

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence


@dataclass(frozen=True)
class Methodology:
    """The document on how all figures are made: each method is a section, shown as its cell's result."""

    evidence: Evidence

    def front(self) -> Display:
        """What the document is."""
        return display(front.front(self.evidence))

    def in_short(self) -> Display:
        """The most important figures of the evidence."""
        return display(*in_short.in_short(self.evidence))

    def reproduced(self, topic: str) -> Display:
        """The published results of one topic (a key of ``TOPICS``), with how many numbers are reproduced."""
        return display(*reproduced.reproduced(self.evidence, topic))

    def detail(self, title: str) -> Display:
        """A method in full: what the page of methods has under ``title``."""
        return display(*detail.detail(self.evidence, title))

    def told(self, title: str) -> Display:
        """What the page of methods has under ``title``, without a heading of its own."""
        return display(*detail.told(self.evidence, title))

    def forecasts(self) -> Display:
        """What outlooks have been worth, on published series and on those of the open extracts."""
        return display(*detail.forecasts(self.evidence))

    def refusals(self) -> Display:
        """Every rule by which a method refuses."""
        return display(*refusals.refusals(self.evidence))

    def least_data(self) -> Display:
        """How much data each statement needs."""
        return display(*least_data.least_data())

    def reproduced_in_all(self) -> Display:
        """All published results by topic; misses and numbers not answered one by one."""
        return display(*reproduced.in_all(self.evidence))

    def error_rates(self) -> Display:
        """How often each method is wrong on simulated series."""
        return display(*error_rates.error_rates(self.evidence))

    def designs(self) -> Display:
        """How often the designs for evaluating an initiative are wrong on simulated places."""
        return display(*designs.designs(self.evidence))

    def placebos(self) -> Display:
        """What they say of initiatives that never were, on real figures."""
        return display(*designs.placebos(self.evidence))

    def made_from(self) -> Display:
        """The files of evidence with their hashes."""
        return display(*made_from.made_from(self.evidence))
