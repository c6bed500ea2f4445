"""Make an edition's archive from its published documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from analysis.run.documents import record_name, submission_name
from analysis.run.methodology import methodology_job
from analysis.run.plan import plan
from analysis.run.publish import alone, replace_file, report_folder
from analysis.run.submission.archive import packed
from analysis.run.submission.contents import contents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.job import House, Job


def submission_jobs(catalogue: Catalogue, partnership: str, edition: str, house: House) -> list[Job]:
    """The jobs of all documents that an edition hands on: its own, and last that on methods."""
    return [*plan(catalogue, [(partnership, edition)], house), methodology_job(house)]


def not_there(jobs: Sequence[Job], reports: Path) -> list[Job]:
    """Those of ``jobs`` whose document is not in ``reports`` as their inputs make it."""
    return [job for job in jobs if not _is_there(job, reports)]


def _is_there(job: Job, reports: Path) -> bool:
    folder, document = report_folder(reports, job), job.inputs.document
    path = folder / record_name(document)
    if not path.is_file() or not all((folder / f"{document}.{kind}").is_file() for kind in ("html", "pdf", "ipynb")):
        return False
    record = json.loads(path.read_text(encoding="utf-8"))
    return bool(record["key"] == job.inputs.key and record["failure"] is None)


def write_submission(catalogue: Catalogue, jobs: Sequence[Job], house: House) -> Path:
    """Put the archive of published ``jobs`` beside their documents, whole; returns its path."""
    first = jobs[0].inputs
    path = report_folder(house.reports, jobs[0]) / submission_name(first.partnership, first.edition)
    content = packed(contents(catalogue, jobs, house))
    with alone(house.reports):
        replace_file(path, content)
    return path
