"""Limits of a report, on real workers: what goes beyond them is ended and says so, and the others go on."""

from __future__ import annotations

import math
import os
import signal
import time
from typing import TYPE_CHECKING

import nbformat
import pytest
from repository_tree import FRONT, with_notebook

from analysis.run.guard import Guard, held
from analysis.run.limits import Limits
from analysis.run.outcome import Outcome
from analysis.run.pool import run_jobs
from analysis.run.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from analysis.run.job import Job

GIB = 1 << 30
FIGURE = "figure = 6\nfigure"
SLEEP = "import os, time\nopen({path!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"


@pytest.fixture
def worker(tmp_path: Path) -> Generator[Worker, None, None]:
    found = Worker.start(tmp_path)
    yield found
    found.stop()


def asleep(worker: Worker, job: Job, path: Path) -> int:
    """Let the worker's kernel sleep in its second cell; returns the kernel's process."""
    worker.give(with_notebook(job, FIGURE, SLEEP.format(path=str(path))))
    while not (path.exists() and path.read_text()):
        assert worker.alive
        time.sleep(0.05)
    return int(path.read_text())


def heard(worker: Worker) -> Outcome:
    while not isinstance(event := worker.hear(), Outcome):
        pass
    return event


def test_a_report_that_takes_too_long_is_given_up_with_its_notebook_kept(
    worker: Worker, job: Job, tmp_path: Path
) -> None:
    asleep(worker, job, tmp_path / "kernel")
    worker.guard = Guard(worker.process.pid, Limits(seconds=2), since=time.monotonic() - 3)
    worker.look()
    outcome = heard(worker)
    assert outcome.failure is not None
    assert outcome.failure.message == "gave up after 3 seconds; TIMEOUT=4 allows more"
    assert (outcome.failure.stage, outcome.failure.cell.splitlines()[-1]) == ("notebook", "time.sleep(600)")
    kept = nbformat.reads(outcome.files["strategic-assessment.failed.ipynb"].decode(), as_version=4)  # type: ignore[no-untyped-call]
    assert [cell.outputs[0]["data"]["text/plain"] for cell in kept.cells if cell.get("source") == FIGURE] == ["6"]


def test_the_worker_of_a_report_that_was_given_up_makes_the_next(worker: Worker, job: Job, tmp_path: Path) -> None:
    asleep(worker, job, tmp_path / "kernel")
    worker.guard = Guard(worker.process.pid, Limits(seconds=0))
    worker.look()
    assert heard(worker).failure
    *_, outcome = worker.make(with_notebook(job, FRONT))
    assert isinstance(outcome, Outcome)
    assert outcome.failure is None


def test_a_worker_that_does_not_give_its_report_up_is_killed(worker: Worker, job: Job, tmp_path: Path) -> None:
    asleep(worker, job, tmp_path / "kernel")
    os.kill(worker.process.pid, signal.SIGSTOP)
    worker.guard = Guard(worker.process.pid, Limits(seconds=0))
    worker.look()
    assert worker.process.poll() is None
    worker.guard.ended = -math.inf
    worker.look()
    outcome = heard(worker)
    assert outcome.failure is not None
    assert outcome.failure.stage == "worker"
    assert outcome.failure.message.startswith("gave up after ")
    assert worker.process.returncode == -signal.SIGKILL


def test_a_report_within_its_limits_is_left_alone(worker: Worker, job: Job, tmp_path: Path) -> None:
    kernel = asleep(worker, job, tmp_path / "kernel")
    worker.look()
    assert worker.guard is not None
    assert worker.guard.why == ""
    os.kill(kernel, 0)


def test_memory_that_processes_share_is_counted_once_before_a_report_is_given_up(
    worker: Worker, job: Job, tmp_path: Path
) -> None:
    asleep(worker, job, tmp_path / "kernel")
    exact, quickly = held(worker.process.pid, exact=True), held(worker.process.pid)
    assert 0 < exact < quickly
    worker.guard = Guard(worker.process.pid, Limits(memory=(exact + quickly) // 2))
    worker.look()
    assert worker.guard.why == ""


def test_a_report_that_holds_too_much_memory_is_ended_and_the_others_go_on(job: Job, scratch: Path) -> None:
    greedy = with_notebook(job, FIGURE, "held = b'x' * (3 << 29)\nimport time\ntime.sleep(600)", edition="one")
    events = run_jobs([greedy, with_notebook(job, FRONT)], 1, Limits(memory=GIB))
    found = {event.name: event for event in events if isinstance(event, Outcome)}
    failure = found["rugby/one"].failure
    assert failure is not None
    start, _, end = failure.message.partition(" GiB, ")
    assert 1 <= float(start.removeprefix("its processes held ")) < 3
    assert end == "more than the 1 GiB that one report may; MEMORY=2G allows more"
    assert "strategic-assessment.failed.ipynb" in found["rugby/one"].files
    assert found["rugby/2022"].failure is None
    assert list(scratch.iterdir()) == []
