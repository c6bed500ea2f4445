"""Many jobs at once, really run in processes: one report's failure, or its worker's death, is its own."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from repository_tree import FRONT, with_notebook

from analysis.errors import RunError
from analysis.run.outcome import Failure, Outcome, Stage
from analysis.run.pool import free_memory, run_jobs, workers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.run.inputs import Inputs
    from analysis.run.job import Job

KILL_THE_WORKER = """
import psutil, time
next(p for p in psutil.Process().parents() if "analysis.run.serve" in p.cmdline()).kill()
time.sleep(60)
"""


def outcomes(jobs: list[Job], at_a_time: int) -> dict[str, Outcome]:
    return {event.name: event for event in run_jobs(jobs, at_a_time) if isinstance(event, Outcome)}


def gone(process: int, within: float = 10.0) -> bool:
    """Whether a process ends within some seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_report_that_fails_does_not_stop_the_others(job: Job, scratch: Path) -> None:
    jobs = [with_notebook(job, "1 / 0", edition="one"), with_notebook(job, FRONT, edition="2022")]
    found = outcomes(jobs, 1)
    assert list(found) == ["rugby/one", "rugby/2022"]
    assert found["rugby/one"].failure is not None
    assert found["rugby/2022"].failure is None
    assert "strategic-assessment.pdf" in found["rugby/2022"].files
    assert list(scratch.iterdir()) == []


def test_a_worker_that_is_killed_costs_the_one_report_that_it_was_making(job: Job, scratch: Path) -> None:
    cells = {"one": KILL_THE_WORKER, "two": "'fine'", "three": KILL_THE_WORKER, "four": "'fine'"}
    found = outcomes([with_notebook(job, cell, edition=name) for name, cell in cells.items()], 2)
    assert {"rugby/one", "rugby/two", "rugby/three", "rugby/four"} == set(found)
    stages = {name: outcome.failure.stage for name, outcome in found.items() if outcome.failure}
    assert stages == {"rugby/one": "worker", "rugby/two": "read", "rugby/three": "worker", "rugby/four": "read"}, found
    killed = found["rugby/one"].failure
    assert killed is not None
    assert killed.message == (
        "its worker process was ended (signal SIGKILL), most often for want of memory; try again with JOBS=1"
    )
    assert killed.log
    assert list(scratch.iterdir()) == []


def test_a_run_that_is_given_up_ends_its_kernels_and_leaves_no_file(job: Job, scratch: Path, tmp_path: Path) -> None:
    written = tmp_path / "kernel"
    cell = f"import os, time\nopen({str(written)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    events = run_jobs([with_notebook(job, cell), with_notebook(job, cell)], 1)
    assert next(events) == Stage("rugby/2022", "start")
    assert next(events) == Stage("rugby/2022", "notebook")
    while not (written.exists() and written.read_text()):
        time.sleep(0.1)
    since = time.monotonic()
    events.close()
    assert time.monotonic() - since < 5
    assert gone(int(written.read_text()))
    assert list(scratch.iterdir()) == []


@dataclass(frozen=True)
class Gone:
    """A report whose data was there when it was planned."""

    inputs: Inputs
    about: Mapping[str, Any] = field(default_factory=dict)
    error: Exception = field(default_factory=lambda: RunError.at("slices", "are gone", "Run again."))

    def pack(self) -> Job:
        raise self.error


@pytest.mark.parametrize("error", [RunError.at("slices", "are gone"), FileNotFoundError(2, "No such file", "slices")])
def test_a_report_whose_data_is_gone_costs_itself_alone(job: Job, error: Exception) -> None:
    gone_too = Gone(replace(job.inputs, edition="one"), error=error)
    events = list(run_jobs([gone_too, with_notebook(job, FRONT)], 1))
    assert events[:2] == [
        Stage("rugby/one", "start"),
        Outcome("rugby/one", {}, {}, Failure("pack", str(error), log=str(error))),
    ]
    assert isinstance(events[-1], Outcome)
    assert (events[-1].name, events[-1].failure) == ("rugby/2022", None)


def test_a_job_is_packed_when_a_worker_is_free_for_it_and_no_sooner(job: Job) -> None:
    packed: list[str] = []

    @dataclass(frozen=True)
    class Noted(Gone):
        def pack(self) -> Job:
            packed.append(self.inputs.edition)
            return with_notebook(job, FRONT, edition=self.inputs.edition)

    events = run_jobs([Noted(replace(job.inputs, edition=name)) for name in ("one", "two", "three")], 1)
    for made, event in enumerate(event for event in events if isinstance(event, Outcome)):
        assert event.failure is None
        assert packed == ["one", "two", "three"][: made + 1]


def test_no_jobs_are_no_work() -> None:
    assert list(run_jobs([], 4)) == []


def test_as_many_at_a_time_as_asked_else_one_a_core_within_the_memory_that_is_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert workers(7) == 7
    assert 1 <= workers() <= (os.cpu_count() or 1)
    monkeypatch.setattr("analysis.run.pool.MEMORY_PER_JOB", 1 << 60)
    assert workers() == 1


def test_in_a_container_no_more_memory_is_counted_on_than_it_may_have(tmp_path: Path) -> None:
    most = tmp_path / "memory.max"
    for said in (None, "max\n", f"{1 << 60}\n"):
        if said:
            most.write_text(said)
        assert 1 << 20 < free_memory(most) < 1 << 60
    most.write_text(f"{1 << 20}\n")
    assert free_memory(most) == 1 << 20
