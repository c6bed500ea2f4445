"""Read a job's folder, and nothing else, as a leaflet."""

from __future__ import annotations

from analysis.assessment.before import Before
from analysis.assessment.job_folder import document_folder, read_declaration, read_evaluations, read_slices
from analysis.assessment.leaflet.leaflet import LeafletReport


def load_leaflet(partnership: str, edition: str) -> LeafletReport:
    """Load what was declared and measured for one edition.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = document_folder(partnership, edition, "leaflet")
    declaration = read_declaration(folder, partnership, edition)
    return LeafletReport(declaration, read_slices(folder), Before.load(folder), read_evaluations(folder, declaration))
