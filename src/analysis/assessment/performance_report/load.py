"""Read a job's folder, and nothing else, as a performance report."""

from __future__ import annotations

from analysis.assessment.before import Before
from analysis.assessment.job_folder import document_folder, read_declaration, read_slices
from analysis.assessment.performance_report.report import PerformanceReport


def load_performance(partnership: str, edition: str, month: str = "") -> PerformanceReport:
    """Load what was known at the end of a month; the job's own, in JupyterLab the latest, where none is named.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = document_folder(partnership, edition, f"performance-{month or '*'}")
    return PerformanceReport(read_declaration(folder, partnership, edition), read_slices(folder), Before.load(folder))
