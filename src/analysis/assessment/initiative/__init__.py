"""The face of an initiative's evaluation: ``load_initiative(partnership, edition)``, then one call a section."""

from analysis.assessment.initiative.load import load_initiative
from analysis.assessment.initiative.report import InitiativeReport

__all__ = ["InitiativeReport", "load_initiative"]
