"""Read a job's folder, and nothing else, as an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.assessment import Assessment
from analysis.assessment.before import Before
from analysis.assessment.job_folder import job_folder, read_declaration, read_slices
from analysis.store import Slices

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.assessment.declaration import Declaration


def load(partnership: str, edition: str) -> Assessment:
    """Load what was declared and measured for one edition.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = job_folder(partnership, edition)
    declaration = read_declaration(folder, partnership, edition)
    return Assessment(
        declaration, read_slices(folder), Before.load(folder), evaluations=_evaluations(folder, declaration)
    )


def _evaluations(folder: Path, declaration: Declaration) -> dict[str, Slices]:
    """The data of each initiative that is evaluated, where they were laid out."""
    found = {each.id: folder / "initiatives" / each.id / "slices" for each in declaration.edition.initiatives}
    return {name: Slices.load(path) for name, path in found.items() if path.is_dir()}
