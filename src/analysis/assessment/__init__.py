"""The face that notebooks use: ``assessment.load(partnership, edition)``, then one call a section."""

from analysis.assessment.assessment import Assessment
from analysis.assessment.job_folder import job_folder
from analysis.assessment.load import load

__all__ = ["Assessment", "job_folder", "load"]
