"""The face of a county's overview: ``load_county(partnership, edition)``, then one call a section."""

from analysis.assessment.county.load import load_county
from analysis.assessment.county.overview import CountyOverview

__all__ = ["CountyOverview", "load_county"]
