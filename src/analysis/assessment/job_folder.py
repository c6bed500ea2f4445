"""The folder that holds the inputs of a report, in a run and in JupyterLab."""

from __future__ import annotations

import os
from pathlib import Path

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


def document_folder(partnership: str, edition: str, document: str) -> Path:
    """The folder of a document that stands behind an edition's assessment; the last that matches, in JupyterLab.

    In a run it is the job's own. Raises ``RunError`` where there is none.
    """
    if "CSP_JOB" in os.environ:
        return job_folder(partnership, edition)
    found = sorted(job_folder(partnership, edition).glob(document))
    if not found:
        raise RunError.at(f"{partnership}/{edition}", f"has no {document.strip('-*')} laid out", "csp list shows all.")
    return found[-1]


def read_declaration(folder: Path, partnership: str, edition: str, what: str = "data") -> Declaration:
    """What is declared for the document that ``folder`` holds; ``what`` is said to be missing where nothing is there.

    Raises ``RunError`` where nothing is laid out, or the folder holds another edition.
    """
    declared, name = folder / "declared.json", f"{partnership}/{edition}"
    if not declared.is_file():
        raise RunError.at(name, f"has no {what} laid out for it", "Open the notebook with: make lab")
    declaration = Declaration.model_validate_json(declared.read_text(encoding="utf-8"))
    held = f"{declaration.partnership.id}/{declaration.edition.edition}"
    if held != name:
        raise RunError.at(name, f"was asked for, but the data laid out here is that of {held}")
    return declaration


def read_slices(folder: Path) -> Slices | None:
    """The slices of data that ``folder`` holds; none where there are none."""
    return Slices.load(folder / "slices") if (folder / "slices").is_dir() else None


def read_evaluations(folder: Path, declaration: Declaration) -> dict[str, Slices]:
    """The data of each initiative that is evaluated, where they were laid out."""
    found = {each.id: folder / "initiatives" / each.id / "slices" for each in declaration.edition.initiatives}
    return {name: Slices.load(path) for name, path in found.items() if path.is_dir()}
