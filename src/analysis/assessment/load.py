"""Read a job's folder, and nothing else, as an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.assessment import Assessment
from analysis.assessment.before import Before
from analysis.assessment.declaration import Declaration
from analysis.assessment.job_folder import job_folder
from analysis.errors import RunError
from analysis.store import Slices

if TYPE_CHECKING:
    from pathlib import Path


def load(partnership: str, edition: str) -> Assessment:
    """Load what was declared and measured for one edition.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    folder = job_folder(partnership, edition)
    declared = folder / "declared.json"
    if not declared.is_file():
        raise RunError.at(f"{partnership}/{edition}", "has no data laid out for it", "Open the notebook with: make lab")
    declaration = Declaration.model_validate_json(declared.read_text(encoding="utf-8"))
    held = f"{declaration.partnership.id}/{declaration.edition.edition}"
    if held != f"{partnership}/{edition}":
        raise RunError.at(f"{partnership}/{edition}", f"was asked for, but the data laid out here is that of {held}")
    slices = Slices.load(folder / "slices") if (folder / "slices").is_dir() else None
    return Assessment(declaration, slices, _evaluations(folder, declaration), Before.load(folder))


def _evaluations(folder: Path, declaration: Declaration) -> dict[str, Slices]:
    """The data of each initiative that is evaluated, where they were laid out."""
    found = {each.id: folder / "initiatives" / each.id / "slices" for each in declaration.edition.initiatives}
    return {name: Slices.load(path) for name, path in found.items() if path.is_dir()}
