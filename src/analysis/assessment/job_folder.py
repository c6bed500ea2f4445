"""The folder that holds the inputs of a report, in a run and in JupyterLab."""

from __future__ import annotations

import os
from pathlib import Path

from analysis.errors import RunError


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
