"""Read a job's folder, and nothing else, as an assessment."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.assessment.assessment import Assessment
from analysis.assessment.declaration import Declaration
from analysis.errors import RunError
from analysis.store import Slices


def job_folder(partnership: str, edition: str) -> Path:
    """The folder that holds the inputs of this report.

    In a run it is the job's own (``CSP_JOB``); in JupyterLab that which ``make lab`` laid out (``CSP_JOBS``). Raises
    ``RunError`` where there is none.
    """
    if job := os.environ.get("CSP_JOB"):
        return Path(job)
    if jobs := os.environ.get("CSP_JOBS"):
        return Path(jobs) / partnership / edition
    laid_out = [parent / ".csp" / "jobs" / partnership / edition for parent in (Path.cwd(), *Path.cwd().parents)]
    for folder in laid_out:
        if folder.is_dir():
            return folder
    raise RunError.at(
        f"{partnership}/{edition}", "has no data laid out for it here", "Open the notebook with: make lab"
    )


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
    return Assessment(declaration, slices)
