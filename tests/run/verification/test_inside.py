"""What an archive holds of each document's inputs is held to the recorded hashes, with the data of evaluations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from repository_tree import small_repository

from analysis.run.plan import declared, plan
from analysis.run.submission.contents import inputs_folder
from analysis.run.verification.inside import inside

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House, Job


@pytest.fixture(scope="module")
def lothian(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    return small_repository(root, tmp_path_factory.mktemp("inside"), ("west-lothian",))


@pytest.fixture(scope="module")
def jobs(lothian: House) -> list[Job]:
    """An assessment without data of its own, and the evaluation of an initiative."""
    return [one.pack() for one in plan(declared(lothian), [("west-lothian", "2010-11")], lothian)]


def archived(jobs: list[Job]) -> dict[str, bytes]:
    return {f"{inputs_folder(job)}/{name}": content for job in jobs for name, content in job.files.items()}


def test_every_document_is_found_with_inputs_that_are_what_was_recorded(jobs: list[Job], lothian: House) -> None:
    found = inside(archived(jobs), lothian)
    assert [one.job.inputs for one in found] == [jobs[1].inputs, jobs[0].inputs]
    assert [dict(one.job.files) for one in found] == [dict(jobs[1].files), dict(jobs[0].files)]
    assert [(one.broken, one.changed, one.notebook_known) for one in found] == [((), (), True)] * 2


def test_any_file_of_data_that_is_another_is_named(jobs: list[Job], lothian: House) -> None:
    files = archived(jobs)
    sources = [name for name in files if name.endswith("slices/sources.json")]
    assert sources
    for name in sources:
        changed = {**files, name: files[name].replace(b"Government", b"Governor")}
        (broken,) = [line for one in inside(changed, lothian) for line in one.broken]
        assert broken.endswith("sources is not what its recorded hash says")


def test_data_that_nobody_recorded_is_named(jobs: list[Job], lothian: House) -> None:
    job = replace(jobs[1], inputs=replace(jobs[1].inputs, slices={}))
    files = archived([job]) | {f"{inputs_folder(job)}/inputs.json": job.inputs.as_file()}
    (one,) = inside(files, lothian)
    assert "counts is not what its recorded hash says" in one.broken
