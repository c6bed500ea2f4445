"""Read a job's folder, and nothing else, as the document on methods."""

from __future__ import annotations

from analysis.assessment.job_folder import job_folder
from analysis.assessment.methodology.evidence import read_evidence
from analysis.assessment.methodology.methodology import Methodology
from analysis.errors import RunError
from analysis.params import METHODOLOGY


def load(partnership: str, edition: str) -> Methodology:
    """Load the evidence laid out for this version; ``partnership`` is always ``methodology``.

    Raises ``RunError`` where nothing is laid out, or the folder holds another document or version.
    """
    folder = job_folder(partnership, edition)
    if partnership != METHODOLOGY or not (folder / "methods.md").is_file():
        raise RunError.at(
            f"{partnership}/{edition}", "has no evidence laid out for it", "Open the notebook with: make lab"
        )
    evidence = read_evidence(folder)
    if evidence.version != edition:
        raise RunError.at(f"{partnership}/{edition}", f"was asked for, but what is laid out here is {evidence.version}")
    return Methodology(evidence)
