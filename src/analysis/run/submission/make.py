"""Make an edition's archive from its published documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import submission_name
from analysis.run.methodology import planned_methodology
from analysis.run.plan import plan
from analysis.run.publish import alone, report_folder
from analysis.run.replace import replace_file
from analysis.run.submission.archive import packed
from analysis.run.submission.contents import contents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.house import House
    from analysis.run.job import Job
    from analysis.run.planned import Planned


def submission_plan(catalogue: Catalogue, partnership: str, edition: str, house: House) -> list[Planned]:
    """All documents that an edition hands on: its own, and last that on methods."""
    return [*plan(catalogue, [(partnership, edition)], house), planned_methodology(house)]


def write_submission(catalogue: Catalogue, jobs: Sequence[Job], house: House) -> Path:
    """Put the archive of published ``jobs`` beside their documents, whole; returns its path."""
    first = jobs[0].inputs
    path = report_folder(house.reports, jobs[0]) / submission_name(first.partnership, first.edition)
    content = packed(contents(catalogue, jobs, house))
    with alone(house.reports):
        replace_file(path, content)
    return path
