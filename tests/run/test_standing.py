"""Which documents stand as their inputs make them: what is cut, missing, failed or of other inputs does not."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.run.outcome import Failure, Outcome
from analysis.run.publish import publish
from analysis.run.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import Job

PAGE, PDF = "strategic-assessment.html", "strategic-assessment.pdf"
FILES = {PAGE: b"a page", PDF: b"%PDF", "data/strategic-assessment/a.csv": b"a\n1\n"}


@pytest.fixture
def folder(job: Job, tmp_path: Path) -> Path:
    """Where a report was published that is whole."""
    return publish(tmp_path, job, Outcome(job.inputs.name, FILES, {}))


def stands(job: Job, reports: Path) -> bool:
    return job.inputs.name in standing(reports, [job.inputs]).names


def test_a_report_published_whole_stands_and_nothing_else_is_there(job: Job, folder: Path, tmp_path: Path) -> None:
    found = standing(tmp_path, [job.inputs])
    assert (found.names, found.strangers) == ({job.inputs.name}, ())


def test_nothing_stands_where_nothing_was_made(job: Job, tmp_path: Path) -> None:
    assert not stands(job, tmp_path / "none")


def test_a_report_of_other_inputs_does_not_stand(job: Job, folder: Path, tmp_path: Path) -> None:
    other = replace(job.inputs, lock="0" * 64)
    assert not standing(tmp_path, [other]).names


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / PAGE).unlink(),
        lambda folder: (folder / PDF).write_bytes(b""),
        lambda folder: shutil.rmtree(folder / "data"),
        lambda folder: (folder / "strategic-assessment.json").unlink(),
        lambda folder: (folder / "strategic-assessment.json").write_text('{"key": "', encoding="utf-8"),
        lambda folder: (folder / "strategic-assessment.json").write_text("{}", encoding="utf-8"),
    ],
    ids=["no page", "an empty PDF", "no data", "no record", "half a record", "an empty record"],
)
def test_what_is_missing_or_cut_does_not_stand(
    job: Job, folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    assert not stands(job, tmp_path)


def test_a_report_that_failed_does_not_stand(job: Job, tmp_path: Path) -> None:
    publish(tmp_path, job, Outcome(job.inputs.name, {}, {}, Failure("notebook", "no", log="no")))
    assert not stands(job, tmp_path)


def test_a_record_of_an_earlier_form_does_not_stand(job: Job, folder: Path, tmp_path: Path) -> None:
    record = folder / "strategic-assessment.json"
    said = json.loads(record.read_text(encoding="utf-8"))
    del said["files"]
    record.write_text(json.dumps(said), encoding="utf-8")
    assert not stands(job, tmp_path)


@pytest.mark.parametrize(
    "name", ["public/initiative-old.html", "restricted/strategic-assessment.html", ".public.new/a.html"]
)
def test_what_belongs_to_no_document_of_the_plan_is_a_stranger(
    job: Job, folder: Path, tmp_path: Path, name: str
) -> None:
    edition = folder.parent
    (edition / name).parent.mkdir(exist_ok=True)
    (edition / name).write_bytes(b"old")
    assert standing(tmp_path, [job.inputs]).strangers == (f"rugby/2022/{name}",)


def test_an_archive_handed_on_is_no_stranger_beside_its_documents(job: Job, folder: Path, tmp_path: Path) -> None:
    (folder / "submission-rugby-2022.zip").write_bytes(b"PK")
    assert standing(tmp_path, [job.inputs]).strangers == ()
