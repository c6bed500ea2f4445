"""Read a job's folder, and nothing else, as an assessment."""

from __future__ import annotations

from analysis.assessment.assessment import Assessment
from analysis.assessment.before import Before
from analysis.assessment.job_folder import job_folder, read_declaration, read_evaluations, read_slices


def load(partnership: str, edition: str) -> Assessment:
    """Load what was declared and measured for one edition.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = job_folder(partnership, edition)
    declaration = read_declaration(folder, partnership, edition)
    return Assessment(declaration, read_slices(folder), Before.load(folder), read_evaluations(folder, declaration))
