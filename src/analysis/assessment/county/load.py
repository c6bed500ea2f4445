"""Read a job's folder, and nothing else, as a county's overview."""

from __future__ import annotations

from analysis.assessment.before import Before
from analysis.assessment.county.overview import CountyOverview
from analysis.assessment.job_folder import document_folder, read_declaration, read_slices


def load_county(partnership: str, edition: str) -> CountyOverview:
    """Load what was declared and measured for one edition of a county.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = document_folder(partnership, edition, "county-overview")
    return CountyOverview(read_declaration(folder, partnership, edition), read_slices(folder), Before.load(folder))
