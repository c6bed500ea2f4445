"""One small repository, one job and one report made of it, for all tests of running."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest
from handed_on import short_repository
from repository_tree import EDITION, PARTNERSHIP, small_repository

from analysis.run.execute import execute
from analysis.run.plan import declared, make_job
from analysis.run.publish import publish
from analysis.run.submission.make import submission_plan, write_submission

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.job import House, Job
    from analysis.run.outcome import Outcome


@pytest.fixture(scope="session")
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A small repository that no test changes."""
    return small_repository(root, tmp_path_factory.mktemp("repository"))


@pytest.fixture
def own_place(root: Path, tmp_path: Path) -> House:
    """A small repository that a test may change."""
    return small_repository(root, tmp_path / "repository")


@pytest.fixture(scope="session")
def catalogue(place: House) -> Catalogue:
    return declared(place)


@pytest.fixture(scope="session")
def job(catalogue: Catalogue, place: House) -> Job:
    return make_job(catalogue, PARTNERSHIP, EDITION, place)


@pytest.fixture(scope="session")
def stages() -> list[str]:
    """What the report of the session said while it was made."""
    return []


@pytest.fixture(scope="session")
def outcome(job: Job, stages: list[str]) -> Outcome:
    """The whole report, really made: papermill, kernel, HTML, PDF."""
    return execute(job, stages.append)


@pytest.fixture(scope="session")
def short_place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository of short notebooks, which no test changes."""
    return short_repository(root, tmp_path_factory.mktemp("short"))


@pytest.fixture(scope="session")
def short_jobs(short_place: House) -> list[Job]:
    """The jobs of all that one edition hands on."""
    return [one.pack() for one in submission_plan(declared(short_place), PARTNERSHIP, EDITION, short_place)]


@pytest.fixture(scope="session")
def short_outcomes(short_jobs: list[Job]) -> dict[str, Outcome]:
    """The documents of the short repository, really made."""
    made = {job.inputs.name: execute(job) for job in short_jobs}
    assert not [outcome.failure for outcome in made.values() if outcome.failure]
    return made


@pytest.fixture(scope="session")
def archive(short_place: House, short_jobs: list[Job], short_outcomes: dict[str, Outcome]) -> bytes:
    """The archive of the short documents."""
    for job in short_jobs:
        publish(short_place.reports, job, short_outcomes[job.inputs.name])
    return write_submission(declared(short_place), short_jobs, short_place).read_bytes()


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for all temporary files of the test, to see what is left of them."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
