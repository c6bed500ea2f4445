"""``csp reports`` and ``csp lab``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from analysis.cli.house import house, out
from analysis.cli.progress import Board
from analysis.errors import RunError
from analysis.run.execute import Outcome
from analysis.run.plan import chosen, declared, plan
from analysis.run.pool import run_jobs, workers
from analysis.run.portfolio import write_index
from analysis.run.publish import publish

if TYPE_CHECKING:
    from analysis.run.job import House, Job


def _at_a_time(jobs: str) -> int:
    """Read JOBS: a whole number above zero, or nothing."""
    if not jobs:
        return workers()
    if not jobs.isdecimal() or int(jobs) < 1:
        raise RunError.at(f'JOBS="{jobs}"', "is not a number of reports to make at a time", "Use JOBS=1 or more.")
    return workers(int(jobs))


def _jobs(place: House, partnership: str, edition: str) -> list[Job]:
    catalogue = declared(place)
    return plan(catalogue, chosen(catalogue, partnership, edition), place)


def build(partnership: str, edition: str, jobs: str) -> int:
    """Build the chosen reports and the index page; returns how many failed."""
    place, at_a_time, since = house(), _at_a_time(jobs), time.perf_counter()
    todo = _jobs(place, partnership, edition)
    by_name = {job.inputs.name: job for job in todo}
    with Board(out, [job.inputs.name for job in todo], at_a_time) as board:
        try:
            for event in run_jobs(todo, at_a_time):
                if isinstance(event, Outcome):
                    publish(place.reports, by_name[event.name], event)
                board.tell(event)
        except KeyboardInterrupt:
            write_index(place.reports)
            raise RunError("stopped; the reports finished before are whole, in reports/") from None
    write_index(place.reports)
    board.summary(place.reports, time.perf_counter() - since)
    return board.failed


def lab(partnership: str, edition: str) -> None:
    """Lay out the job folders of the chosen editions (all unless named) and open JupyterLab on the notebooks."""
    place = house()
    folder = place.work / "jobs"
    shutil.rmtree(folder, ignore_errors=True)
    for job in _jobs(place, partnership, edition or "all"):
        job.unpack(folder / job.inputs.partnership / job.inputs.edition)
    environment = {**os.environ, "CSP_JOBS": str(folder)}
    command = [sys.executable, "-m", "jupyter", "lab", f"--notebook-dir={place.notebooks}"]
    subprocess.run(command, env=environment, check=False)
