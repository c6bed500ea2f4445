"""A report is published whole beside the others of its edition, by one writer at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.run.outcome import Failure, Outcome
from analysis.run.publish import alone, publish

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job

CSV = "data/strategic-assessment/a.csv"
WRITER = """
import sys
from pathlib import Path
from analysis.run.publish import alone
from analysis.run.replace import replace_folder
reports, mark = Path(sys.argv[1]), sys.argv[2].encode()
for number in range(150):
    with alone(reports):
        replace_folder(reports / "public", {f"{name}.txt": mark * 1000 for name in "abcd"})
"""


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_two_runs_at_once_leave_one_whole_report(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    runs = [subprocess.Popen([*command, mark], stderr=subprocess.PIPE) for mark in "xy"]
    seen = 0
    while any(run.poll() is None for run in runs):
        with alone(tmp_path):
            whole = {path.read_bytes() for path in (tmp_path / "public").glob("*")}
            assert len(whole) <= 1
            seen += bool(whole)
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0), (b"", 0)]
    assert seen
    assert names(tmp_path) == [f"public/{name}.txt" for name in "abcd"]
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_report_is_put_under_partnership_edition_and_audience_with_a_record_of_its_inputs(
    job: Job, tmp_path: Path
) -> None:
    folder = publish(tmp_path, job, Outcome(job.inputs.name, {"strategic-assessment.html": b"<p>"}, {}))
    assert folder == tmp_path / "rugby" / "2022" / "public"
    assert names(folder) == ["strategic-assessment.html", "strategic-assessment.json"]
    record = json.loads((folder / "strategic-assessment.json").read_text())
    assert record["inputs"] == json.loads(job.inputs.as_json())
    assert (record["key"], record["failure"], record["basis"]) == (job.inputs.key, None, "open data")


def test_a_failure_leaves_nothing_of_the_report_that_was_there(job: Job, tmp_path: Path) -> None:
    publish(tmp_path, job, Outcome(job.inputs.name, {"strategic-assessment.html": b"<p>", CSV: b"1"}, {}))
    failure = Failure("notebook", "ValueError: no", "raise", "the whole log")
    folder = publish(tmp_path, job, Outcome(job.inputs.name, {"strategic-assessment.failed.ipynb": b"{}"}, {}, failure))
    assert names(folder) == [f"strategic-assessment.{kind}" for kind in ("failed.ipynb", "failure.log", "json")]
    assert (folder / "strategic-assessment.failure.log").read_text() == "the whole log"
    assert json.loads((folder / "strategic-assessment.json").read_text())["failure"] == {
        "stage": "notebook", "message": "ValueError: no", "cell": "raise",
    }  # fmt: skip


@pytest.fixture
def two(job: Job, tmp_path: Path) -> tuple[Job, Job]:
    """Two documents of one edition, both published, and an archive of them."""
    other = replace(job, inputs=replace(job.inputs, document="initiative-patrols"))
    for each in (job, other):
        name = each.inputs.document
        publish(tmp_path, each, Outcome(each.inputs.name, {f"{name}.html": b"<p>", f"data/{name}/a.csv": b"1"}, {}))
    (tmp_path / "rugby" / "2022" / "public" / "submission-rugby-2022.zip").write_bytes(b"PK")
    return job, other


def test_a_document_is_published_beside_the_others_of_its_edition(two: tuple[Job, Job], tmp_path: Path) -> None:
    one, other = two
    folder = publish(tmp_path, one, Outcome(one.inputs.name, {"strategic-assessment.html": b"<b>"}, {}))
    assert names(folder) == [
        "data/initiative-patrols/a.csv", "initiative-patrols.html", "initiative-patrols.json",
        "strategic-assessment.html", "strategic-assessment.json", "submission-rugby-2022.zip",
    ]  # fmt: skip
    assert (folder / "initiative-patrols.html").read_bytes() == b"<p>"
    failed = Outcome(other.inputs.name, {}, {}, Failure("pdf", "no", log="why"))
    publish(tmp_path, other, failed)
    assert names(folder) == [
        "initiative-patrols.failure.log", "initiative-patrols.json", "strategic-assessment.html",
        "strategic-assessment.json",
    ]  # fmt: skip


def test_an_archive_does_not_outlive_what_it_was_made_of(two: tuple[Job, Job], tmp_path: Path) -> None:
    changed = replace(two[0], inputs=replace(two[0].inputs, declared="other"))
    folder = publish(tmp_path, changed, Outcome(changed.inputs.name, {}, {}))
    assert not (folder / "submission-rugby-2022.zip").exists()


def test_a_document_whose_name_begins_another_s_is_not_taken_for_it(job: Job, tmp_path: Path) -> None:
    for document in ("initiative-patrols", "initiative-patrols-2"):
        each = replace(job, inputs=replace(job.inputs, document=document))
        publish(tmp_path, each, Outcome(each.inputs.name, {f"data/{document}/a.csv": b"1"}, {}))
    again = replace(job, inputs=replace(job.inputs, document="initiative-patrols"))
    folder = publish(tmp_path, again, Outcome(again.inputs.name, {}, {}))
    assert names(folder) == ["data/initiative-patrols-2/a.csv", "initiative-patrols-2.json", "initiative-patrols.json"]
