"""``csp reports`` and ``csp lab``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from analysis.cli.house import STOPPED, err, house, out
from analysis.cli.up_to_date import own_turn, planned_and_remembered, up_to_date
from analysis.errors import CspError, RunError
from analysis.run.documents import chosen_kind, kind_of
from analysis.run.stopping import ending_as_ctrl_c, undisturbed

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from analysis.cli.progress import Board
    from analysis.run.house import House
    from analysis.run.limits import Limits
    from analysis.run.outcome import Outcome, Stage
    from analysis.run.planned import Makeable, Planned


@dataclass(frozen=True)
class Means:
    """What a run is made with, as given: text of options, empty for what there is."""

    jobs: str = ""
    timeout: str = ""
    memory: str = ""
    scheduler: str = ""

    def limits(self) -> Limits:
        """Bounds of one report; raises ``RunError`` for what is none."""
        from analysis.run.limits import limits

        return limits(self.timeout, self.memory)

    def run(self, todo: Sequence[Makeable]) -> Generator[Stage | Outcome]:
        """Make reports here, or on the cluster named; raises ``RunError`` where there is none."""
        if self.scheduler:
            from analysis.run.cluster import run_on

            return run_on(self.scheduler, todo, self.limits())
        from analysis.run.pool import run_jobs

        return run_jobs(todo, at_a_time(self.jobs), self.limits())

    @property
    def where(self) -> str:
        """``2 at a time``, or the cluster."""
        return f"on {self.scheduler}" if self.scheduler else f"{at_a_time(self.jobs)} at a time"


def at_a_time(jobs: str) -> int:
    """Read JOBS: a whole number above zero, or nothing for as many as there are cores; raises ``RunError``."""
    from analysis.run.pool import workers

    if not jobs.strip():
        return workers()
    if not (jobs.strip().isdecimal() and int(jobs)):
        raise RunError.at(f'JOBS="{jobs}"', "is not a number of reports to make at a time", "Use JOBS=1 or more.")
    return workers(int(jobs))


def planned(place: House, partnership: str, edition: str) -> list[Planned]:
    """The reports of the chosen editions; raises ``CspError`` for anything declared wrong, before any is made."""
    from analysis.run.plan import declared
    from analysis.run.plan import planned as all_planned

    return all_planned(declared(place), place, partnership, edition)


def build(partnership: str, edition: str, means: Means, kind: str = "") -> int:
    """Build those of the chosen reports that do not stand as they should, and the index page; returns how many failed.

    ``kind`` chooses one kind of document; all are planned, so that none of another kind is taken for gone.

    Raises ``typer.Exit`` with 130 where Ctrl-C ended it: what was finished before is there, and whole.
    """
    place, _, kind = house(), (means.where, means.limits()), chosen_kind(kind)
    with own_turn(place):
        if known := up_to_date(place, partnership, edition, kind):
            return _nothing_to_do(known)
        plan = planned_and_remembered(place, partnership, edition)
        asked = of_kind(plan, kind)
        if cleared(plan, asked, place):
            return _nothing_to_do(len(asked))
        return run_and_show(asked, means, place)


def of_kind(plan: Sequence[Planned], kind: str) -> list[Planned]:
    """The reports of one kind, all where none is named; raises ``RunError`` where the plan has none of it."""
    found = [one for one in plan if kind in ("", kind_of(one.inputs.document))]
    if not found:
        why = "is one that none of the chosen editions has"
        raise RunError.at(f'kind "{kind}"', why, "docs/documents.md says when an edition has one.")
    return found


def _nothing_to_do(known: int) -> int:
    out.print(f"{known} report{'' if known == 1 else 's'} up to date: nothing to do. Open reports/index.html")
    return 0


def cleared(plan: Sequence[Planned], asked: Sequence[Planned], place: House) -> bool:
    """Take away what stands in the plan's editions and is none of it; returns whether none of ``asked`` is to make."""
    from analysis.run.portfolio import write_index
    from analysis.run.withdraw import withdraw

    withdraw(place.reports, plan)
    if to_make(asked, place):
        return False
    write_index(place.reports)
    return True


def to_make(plan: Sequence[Planned], place: House) -> list[Planned]:
    """Those of ``plan`` that do not stand as their inputs make them."""
    from analysis.run.standing import standing

    stands = standing(place.reports, [one.inputs for one in plan]).names
    return [one for one in plan if one.inputs.name not in stands]


def run_and_show(plan: Sequence[Planned], means: Means, place: House) -> int:
    """Make what does not stand of ``plan`` and show what comes of it; returns how many failed.

    Raises ``typer.Exit`` with 130 where Ctrl-C ended it.
    """
    from analysis.cli.progress import Board

    todo = to_make(plan, place)
    board = Board(out, [one.inputs.name for one in todo], means.where, standing=len(plan) - len(todo))
    try:
        with ending_as_ctrl_c():
            logs = _run(todo, means, place, board)
    except KeyboardInterrupt:
        err.print(f"stopped after {len(board.outcomes)} of {len(todo)} reports; what is in reports/ is whole")
        raise typer.Exit(STOPPED) from None
    board.summary(logs)
    return board.failed


def _run(todo: Sequence[Planned], means: Means, place: House, board: Board) -> dict[str, str]:
    """Make reports; each is published when it is finished, and the index page tells of all at the end.

    Returns where the logs of those that failed are, by name.
    """
    from analysis.run.outcome import Outcome
    from analysis.run.portfolio import write_index

    by_name = {one.inputs.name: one for one in todo}
    logs: dict[str, str] = {}
    try:
        with board, closing(means.run(todo)) as events:
            for event in events:
                told = event
                if isinstance(event, Outcome):
                    told = as_planned(event)
                    logs[told.name] = _published(by_name[told.name], told, place)
                board.tell(told)
    except BaseException:
        # What ended the run is what is to be said, be it that nothing can be written.
        with suppress(CspError):
            write_index(place.reports)
        raise
    write_index(place.reports)
    return logs


def as_planned(outcome: Outcome) -> Outcome:
    """The outcome, or a failure in its place where the program was changed meanwhile: it would be of neither."""
    from analysis.run.outcome import Failure, Outcome
    from analysis.run.package import package_changed

    if outcome.failure or not package_changed():
        return outcome
    why = "files of the program were changed while this report was being made; run again"
    return Outcome(outcome.name, {}, outcome.seconds, Failure("package", why, log=why))


def _published(one: Planned, outcome: Outcome, place: House) -> str:
    """Publish one report; returns where its log is if it failed."""
    from analysis.run.documents import log_name
    from analysis.run.noted import note
    from analysis.run.publish import publish

    note(place, one.inputs, one.own)
    folder = publish(place.reports, one, outcome)
    return (folder / log_name(one.inputs.document)).relative_to(place.root).as_posix() if outcome.failure else ""


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


def lay_out(todo: Sequence[Planned], place: House) -> Path:
    """Unpack jobs where ``assessment.load`` finds them from a notebook open in JupyterLab; returns the folder."""
    folder = place.work / "jobs"
    shutil.rmtree(folder, ignore_errors=True)
    for one in todo:
        # The name is the edition's, with the document's own where there are several of a kind.
        one.pack().unpack(folder / one.inputs.name)
    return folder
