"""One small repository, one job and one report made of it, for all tests of running."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest
from repository_tree import EDITION, PARTNERSHIP, small_repository

from analysis.run.execute import execute
from analysis.run.job import make_job
from analysis.run.plan import declared

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


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for all temporary files of the test, to see what is left of them."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
