"""``csp reports`` and ``csp lab``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import typer

from analysis.cli.house import STOPPED, err, house, out
from analysis.cli.progress import Board
from analysis.errors import RunError
from analysis.run.outcome import Outcome
from analysis.run.pool import run_jobs, workers
from analysis.run.stopping import ending_as_ctrl_c, undisturbed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.run.job import House, Job


def at_a_time(jobs: str) -> int:
    """Read JOBS: a whole number above zero, or nothing for as many as there are cores; raises ``RunError``."""
    if not jobs.strip():
        return workers()
    if not (jobs.strip().isdecimal() and int(jobs)):
        raise RunError.at(f'JOBS="{jobs}"', "is not a number of reports to make at a time", "Use JOBS=1 or more.")
    return workers(int(jobs))


def planned(place: House, partnership: str, edition: str) -> list[Job]:
    """The jobs of the chosen editions; raises ``CspError`` for anything declared wrong, before any of them runs."""
    from analysis.run.plan import declared
    from analysis.run.plan import planned as all_planned

    return all_planned(declared(place), place, partnership, edition)


def build(partnership: str, edition: str, jobs: str) -> int:
    """Build the chosen reports and the index page; returns how many failed.

    Raises ``typer.Exit`` with 130 where Ctrl-C ended it: what was finished before is there, and whole.
    """
    place, together = house(), at_a_time(jobs)
    todo = planned(place, partnership, edition)
    return run_and_show(todo, together, place, whole=True)


def run_and_show(todo: Sequence[Job], together: int, place: House, *, whole: bool = False) -> int:
    """Run jobs and show what comes of them; returns how many failed. With ``whole`` they are all of their editions.

    Raises ``typer.Exit`` with 130 where Ctrl-C ended it.
    """
    from analysis.run.withdraw import withdraw

    board = Board(out, [job.inputs.name for job in todo], together)
    try:
        with ending_as_ctrl_c():
            if whole:
                withdraw(place.reports, todo)
            logs = _run(todo, together, place, board)
    except KeyboardInterrupt:
        err.print(f"stopped after {len(board.outcomes)} of {len(todo)} reports; what is in reports/ is whole")
        raise typer.Exit(STOPPED) from None
    board.summary(logs)
    return board.failed


def _run(todo: Sequence[Job], together: int, place: House, board: Board) -> dict[str, str]:
    """Run the jobs; each is published when it is finished, and the index page tells of all at the end.

    Returns where the logs of those that failed are, by name.
    """
    from analysis.run.documents import log_name
    from analysis.run.portfolio import write_index
    from analysis.run.publish import publish

    by_name = {job.inputs.name: job for job in todo}
    logs: dict[str, str] = {}
    try:
        with board, closing(run_jobs(todo, together)) as events:
            for event in events:
                if isinstance(event, Outcome):
                    folder = publish(place.reports, by_name[event.name], event)
                    log = folder / log_name(by_name[event.name].inputs.document)
                    logs[event.name] = log.relative_to(place.root).as_posix() if event.failure else ""
                board.tell(event)
    finally:
        write_index(place.reports)
    return logs


def lab(partnership: str, edition: str) -> int:
    """Lay out the job folders of the chosen editions (all unless named) and open JupyterLab on the notebooks.

    Returns JupyterLab's exit code.
    """
    place = house()
    jobs = lay_out(planned(place, partnership, edition or "all"), place)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={place.notebooks}"]
    if os.geteuid() == 0:
        # In a container one is root, and Jupyter would not start.
        command.append("--allow-root")
    code = 0
    # Ctrl-C is for JupyterLab, which asks back, and is the way to close it.
    with suppress(KeyboardInterrupt), undisturbed():
        code = subprocess.run(command, env={**os.environ, "CSP_JOBS": str(jobs)}, check=False).returncode
    return code


def lay_out(todo: Sequence[Job], place: House) -> Path:
    """Unpack jobs where ``assessment.load`` finds them from a notebook open in JupyterLab; returns the folder."""
    folder = place.work / "jobs"
    shutil.rmtree(folder, ignore_errors=True)
    for job in todo:
        # The name is the edition's, with the document's own where there are several of a kind.
        job.unpack(folder / job.inputs.name)
    return folder
