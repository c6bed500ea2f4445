"""Reports made on a real cluster: a scheduler and workers as processes of their own, over TCP."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cluster_processes import Cluster, cluster, gone, until
from repository_tree import FRONT, with_notebook

from analysis.errors import RunError
from analysis.run.cluster import run_on
from analysis.run.execute import execute
from analysis.run.limits import Limits
from analysis.run.outcome import Outcome, Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence
    from pathlib import Path

    from analysis.run.inputs import Inputs
    from analysis.run.job import Job
    from analysis.run.planned import Makeable


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Generator[Cluster, None, None]:
    """A cluster of two workers, one of them under a nanny, which no test harms."""
    with cluster(tmp_path_factory.mktemp("cluster"), workers=1) as made:
        made.start_worker(nanny=True)
        yield made


def outcomes(events: Iterable[Stage | Outcome]) -> dict[str, Outcome]:
    """The outcomes by name; each report has one."""
    found = [event for event in events if isinstance(event, Outcome)]
    assert len({outcome.name for outcome in found}) == len(found)
    return {outcome.name: outcome for outcome in found}


def made(events: Iterable[Stage | Outcome], cluster: Cluster) -> dict[str, Mapping[str, bytes]]:
    """The files by name of reports that all succeeded."""
    found = outcomes(events)
    assert not [outcome.failure for outcome in found.values() if outcome.failure], cluster.log()
    return {name: outcome.files for name, outcome in found.items()}


def short(job: Job, *names: str) -> list[Job]:
    """Short reports of these editions."""
    return [with_notebook(job, FRONT, edition=name) for name in names]


class Unpacked:
    """A report that counts how often one is packed, or that cannot be."""

    def __init__(self, job: Job, packed: list[str], error: str = "") -> None:
        self.job, self.packed, self.error = job, packed, error

    @property
    def inputs(self) -> Inputs:
        return self.job.inputs

    @property
    def about(self) -> Mapping[str, Any]:
        return self.job.about

    def pack(self) -> Job:
        if self.error:
            raise RunError.at(self.inputs.name, self.error)
        self.packed.append(self.inputs.name)
        return self.job


def test_a_report_made_on_a_cluster_has_the_bytes_of_one_made_here(job: Job, two: Cluster) -> None:
    todo = short(job, "one", "two", "three")
    assert made(run_on(two.address, todo), two) == {each.inputs.name: execute(each).files for each in todo}


def test_stages_are_told_as_they_come(job: Job, two: Cluster) -> None:
    [one] = short(job, "2022")
    events = list(run_on(two.address, [one]))
    assert [event.stage for event in events if isinstance(event, Stage)] == ["start", "notebook", "read", "html", "pdf"]
    assert isinstance(events[-1], Outcome)
    assert {event.name for event in events} == {"rugby/2022"}


def test_one_that_fails_or_cannot_be_packed_or_takes_too_long_leaves_the_others_alone(job: Job, two: Cluster) -> None:
    wrong = with_notebook(job, "1 / 0", edition="wrong")
    slow = with_notebook(job, "import time\ntime.sleep(600)", edition="slow")
    [lost, *good] = short(job, "lost", "one", "two")
    todo: Sequence[Makeable] = [slow, wrong, Unpacked(lost, [], "its data is gone"), *good]
    found = outcomes(run_on(two.address, todo, Limits(seconds=20)))
    failures = {name: outcome.failure for name, outcome in found.items()}
    assert failures.keys() == {"rugby/slow", "rugby/wrong", "rugby/lost", "rugby/one", "rugby/two"}
    assert failures["rugby/one"] is failures["rugby/two"] is None
    assert failures["rugby/wrong"] is not None
    assert failures["rugby/wrong"].cell == "1 / 0"
    assert failures["rugby/lost"] is not None
    assert (failures["rugby/lost"].stage, failures["rugby/lost"].message) == ("pack", "rugby/lost: its data is gone")
    assert failures["rugby/slow"] is not None
    assert "gave up after 2" in failures["rugby/slow"].message


def test_a_job_is_packed_when_it_is_about_to_be_sent_and_may_be_large(job: Job, two: Cluster) -> None:
    packed: list[str] = []
    large = [replace(each, files={**each.files, "ballast": bytes(11 << 20)}) for each in short(job, *"abcdefg")]
    back = 0
    for event in run_on(two.address, [Unpacked(each, packed) for each in large]):
        assert len(packed) <= back + 4
        back += isinstance(event, Outcome)
    assert back == len(packed) == 7


def test_a_run_that_is_given_up_ends_its_kernels_and_leaves_the_cluster_to_others(
    job: Job, two: Cluster, tmp_path: Path
) -> None:
    written = tmp_path / "kernel"
    cell = f"import os, time\nopen({str(written)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    events = run_on(two.address, [with_notebook(job, cell, edition="one"), *short(job, "two", "three", "four", "five")])
    while next(events) != Stage("rugby/one", "notebook"):
        pass
    assert until(lambda: written.exists() and written.read_text())
    since = time.monotonic()
    events.close()
    assert time.monotonic() - since < 5
    assert gone(int(written.read_text()))
    assert len(made(run_on(two.address, short(job, "2022")), two)) == 1


def test_two_runs_at_once_do_not_mix(job: Job, two: Cluster) -> None:
    one, other = run_on(two.address, short(job, "one", "both")), run_on(two.address, short(job, "other", "both"))
    events = [next(one), next(other), *one, *other]
    names = [event.name for event in events if isinstance(event, Outcome)]
    assert sorted(names) == ["rugby/both", "rugby/both", "rugby/one", "rugby/other"]
    assert len([event for event in events if event == Stage("rugby/both", "pdf")]) == 2


def test_no_jobs_need_no_cluster() -> None:
    assert list(run_on("tcp://127.0.0.1:1", [])) == []


def test_workers_leave_nothing_behind_when_they_end(job: Job, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", workers=1) as alone:
        made(run_on(alone.address, short(job, "2022")), alone)
        assert list((alone.folder / "temporary").glob("csp-*"))
        alone.processes[-1].terminate()
        assert until(lambda: not list((alone.folder / "temporary").glob("csp-*")))
