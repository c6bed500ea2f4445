"""The face that the notebook uses: one call a section, each of what was known at the end of the report's month."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.assessment.face import Face
from analysis.assessment.performance import target_tables
from analysis.assessment.performance_report.actions import actions
from analysis.assessment.performance_report.data import data
from analysis.assessment.performance_report.exceptional import exceptional
from analysis.assessment.performance_report.front import front
from analysis.exhibits import Display, display


@dataclass(frozen=True)
class PerformanceReport(Face):
    """A month's or a quarter's performance report: each method is a section, shown as its cell's result."""

    def front(self) -> Display:
        """What the report is, and as at which day."""
        return display(*front(self.context))

    def targets(self) -> Display:
        """Indicators against their targets, open periods with their chance."""
        return display(*target_tables(self.context, self.results))

    def exceptional(self) -> Display:
        """The months looked at that are out of the ordinary."""
        return display(*exceptional(self.context, self.results))

    def actions(self) -> Display:
        """Actions overdue, and due soon."""
        return display(*actions(self.context))

    def data(self) -> Display:
        """Where the figures come from, and what was not known yet."""
        return display(*data(self.context))
