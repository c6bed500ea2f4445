"""The face of the public summary leaflet: ``load_leaflet(partnership, edition)``, then one call a section."""

from analysis.assessment.leaflet.leaflet import LeafletReport
from analysis.assessment.leaflet.load import load_leaflet

__all__ = ["LeafletReport", "load_leaflet"]
