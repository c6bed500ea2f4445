"""What goes wrong on a cluster, really done to one: processes killed and stopped in mid-run."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from typing import TYPE_CHECKING, Final

import pytest
from cluster_processes import cluster, gone, kill, until
from repository_tree import FRONT, with_notebook

from analysis.errors import RunError
from analysis.run.cluster import run_on
from analysis.run.cluster.client import NO_WORKER
from analysis.run.outcome import Outcome, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job

DEADLY: Final = """
import time, psutil
line = psutil.Process().parents()
made_by = next(n for n, each in enumerate(line) if "analysis.run.serve" in each.cmdline())
line[made_by + 1].kill()
time.sleep(600)
"""
"""A cell that ends the worker which the report is made on."""


def sleeping_once(job: Job, written: Path, edition: str) -> Job:
    """A report that goes on for ever the first time, and then tells its kernel's process in ``written``."""
    cell = f"""
import os, pathlib, time
written = pathlib.Path({str(written)!r})
if not written.exists():
    written.with_suffix(".new").write_text(str(os.getpid()))
    written.with_suffix(".new").rename(written)
    time.sleep(600)
"""
    return with_notebook(job, cell, FRONT, edition=edition)


def test_a_job_whose_worker_is_killed_is_made_again_elsewhere_and_comes_back_once(job: Job, tmp_path: Path) -> None:
    written = tmp_path / "kernel"
    with cluster(tmp_path / "cluster", workers=1) as two:
        events = run_on(two.address, [sleeping_once(job, written, "one"), with_notebook(job, FRONT, edition="two")])
        assert next(events) == Stage("rugby/one", "start")
        assert until(written.exists)
        two.start_worker()
        kill(two.processes[1].pid)
        found = [event for event in events if isinstance(event, Outcome)]
        assert sorted(outcome.name for outcome in found) == ["rugby/one", "rugby/two"]
        assert [outcome.failure for outcome in found] == [None, None], two.log()
        assert gone(int(written.read_text()))


def test_a_report_that_ends_every_worker_fails_and_the_one_behind_it_does_not(job: Job, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1") as one:
        one.start_worker(nanny=True)
        deadly, behind = with_notebook(job, DEADLY, edition="deadly"), with_notebook(job, FRONT, edition="behind")
        found = {event.name: event for event in run_on(one.address, [deadly, behind]) if isinstance(event, Outcome)}
        assert found.keys() == {"rugby/deadly", "rugby/behind"}
        assert found["rugby/behind"].failure is None, one.log()
        failure = found["rugby/deadly"].failure
        assert failure is not None
        assert failure.stage == "worker"
        assert failure.message.startswith("the worker making it died, 2 times in all, at last tcp://127.0.0.1:")


def test_a_job_whose_worker_does_not_answer_is_made_elsewhere_and_comes_back_once(job: Job, tmp_path: Path) -> None:
    written = tmp_path / "kernel"
    with cluster(tmp_path / "cluster", workers=1, DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL="1s") as two:
        events = run_on(two.address, [sleeping_once(job, written, "one")])
        assert next(events) == Stage("rugby/one", "start")
        assert until(written.exists)
        frozen = two.processes[1].pid
        kill(frozen, signal.SIGSTOP)
        two.start_worker()
        [outcome] = [event for event in events if isinstance(event, Outcome)]
        assert outcome.failure is None, two.log()
        kill(frozen, signal.SIGCONT)
        assert gone(int(written.read_text()))


def test_that_there_is_no_worker_is_told_and_one_that_comes_late_makes_the_report(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.run.cluster.attendance.SECONDS_TO_WORRY", 0.1)
    with cluster(tmp_path / "cluster") as none:
        events = run_on(none.address, [with_notebook(job, FRONT)])
        assert next(events) == Stage("rugby/2022", NO_WORKER)
        none.start_worker()
        assert next(events) == Stage("rugby/2022", "start")
        assert [event.failure for event in events if isinstance(event, Outcome)] == [None], none.log()
        kill(none.processes[1].pid)
        monkeypatch.setattr("analysis.run.cluster.attendance.SECONDS_WITHOUT_WORKERS", 1.0)
        with pytest.raises(RunError, match=f"no worker for 1 seconds.*\n.*dask worker {none.address} --nworkers 1"):
            list(run_on(none.address, [with_notebook(job, FRONT)]))


def test_a_scheduler_that_is_killed_ends_the_run_with_one_message_and_leaves_no_kernel(
    job: Job, tmp_path: Path
) -> None:
    written = tmp_path / "kernel"
    with cluster(tmp_path / "cluster", workers=1) as one:
        todo = [with_notebook(job, FRONT, edition="one"), sleeping_once(job, written, "two")]
        events = run_on(one.address, todo)
        done = next(event for event in events if isinstance(event, Outcome))
        assert (done.name, done.failure) == ("rugby/one", None)
        assert until(written.exists)
        kill(one.scheduler.pid)
        one.scheduler.wait()
        with pytest.raises(RunError, match="the scheduler was lost") as lost:
            list(events)
        assert str(lost.value).startswith(f"{one.address}: ")
        assert gone(int(written.read_text()))
        assert gone(one.processes[1].pid), one.log()


def test_a_scheduler_that_does_not_answer_ends_the_run(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.run.cluster.attendance.SECONDS_OF_SILENCE", 1)
    monkeypatch.setattr("analysis.run.cluster.connection.SECONDS_TO_CLOSE", 1)
    with cluster(tmp_path / "cluster") as none:
        events = run_on(none.address, [with_notebook(job, FRONT)])
        monkeypatch.setattr("analysis.run.cluster.attendance.SECONDS_TO_WORRY", 0.1)
        assert next(events) == Stage("rugby/2022", NO_WORKER)
        kill(none.scheduler.pid, signal.SIGSTOP)
        with pytest.raises(RunError, match=r"the scheduler was lost \(it does not answer\)"):
            list(events)


@pytest.mark.parametrize("address", ["host:8786", "http://host:8786", "tcp://host", "tcp://host:port", "tcp://:8786"])
def test_what_is_no_address_of_a_scheduler_is_refused(job: Job, address: str) -> None:
    with pytest.raises(RunError, match="is not the address of a scheduler\n  Write it as SCHEDULER=tcp://HOST:8786"):
        list(run_on(address, [job]))


def test_an_address_where_nothing_or_something_else_answers_is_refused(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.run.cluster.connection.SECONDS_TO_CONNECT", 1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(RunError, match=f"{address}: no scheduler answers there"):
            list(run_on(address, [job]))
        silent.listen()
        with pytest.raises(RunError, match=f"{address}: no scheduler answers there"):
            list(run_on(address, [job]))


def test_a_worker_with_another_library_is_refused_and_both_versions_are_named(job: Job, tmp_path: Path) -> None:
    other = tmp_path / "pandas-0.1.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: pandas\nVersion: 0.1\n")
    with cluster(tmp_path / "cluster") as one:
        one.start_worker(PYTHONPATH=path_with(tmp_path))
        with pytest.raises(RunError, match=r"^worker tcp://127\S+: is not set up .* it has pandas 0\.1, not [1-9]"):
            list(run_on(one.address, [with_notebook(job, FRONT)]))


def test_a_worker_with_other_code_is_refused(job: Job, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "src" / "analysis" / "errors.py").open("a") as errors:
        errors.write("# another\n")
    with cluster(tmp_path / "cluster") as one:
        one.start_worker(PYTHONPATH=path_with(tmp_path / "src"))
        with pytest.raises(
            RunError, match=r"is not set up as this machine is: it has this package \w{12}, not \w{12}\n"
        ):
            list(run_on(one.address, [with_notebook(job, FRONT)]))


def path_with(folder: Path) -> str:
    return os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))


def test_a_scheduler_without_the_package_is_told(job: Job, tmp_path: Path) -> None:
    broken = tmp_path / "src" / "analysis"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("")
    with cluster(tmp_path / "cluster", PYTHONPATH=path_with(tmp_path / "src")) as one:
        one.start_worker(PYTHONPATH=os.environ.get("PYTHONPATH", ""))
        with pytest.raises(RunError, match=r"rugby/2022 could not be begun there \(RuntimeError: .*deserialization"):
            list(run_on(one.address, [with_notebook(job, FRONT)]))


def test_a_worker_without_the_package_ends_and_the_message_says_where_to_look(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "src" / "analysis"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("")
    monkeypatch.setattr("analysis.run.cluster.attendance.SECONDS_WITHOUT_WORKERS", 1.0)
    with cluster(tmp_path / "cluster") as one:
        one.start_worker(PYTHONPATH=path_with(tmp_path / "src"))
        assert until(lambda: "Registered to" in one.log())
        with pytest.raises(RunError, match=r"no worker for 1 seconds.*\n.*\n.*lacks the package"):
            list(run_on(one.address, [with_notebook(job, FRONT)]))
        assert "No module named 'analysis.run'" in one.log()
