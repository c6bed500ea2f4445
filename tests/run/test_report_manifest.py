"""A manifest lists every file of its document and tells what each was made from; times stand apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from analysis.run.inputs import digest
from analysis.run.manifest import TIMES, as_file, manifest
from analysis.run.outcome import Failure, Outcome

if TYPE_CHECKING:
    from analysis.run.job import Job

CODE = {"commit": "0" * 40, "changed": False, "why": None}
FILES = {"strategic-assessment.html": b"<p>", "data/strategic-assessment/a.csv": b"x\n1\n"}


def test_every_file_is_listed_with_its_size_and_hash(job: Job) -> None:
    told = manifest(job, Outcome(job.inputs.name, FILES, {}), CODE)
    assert told["files"] == {
        name: {"bytes": len(content), "sha256": digest(content)} for name, content in FILES.items()
    }


def test_what_it_was_made_from_is_told_in_full(job: Job) -> None:
    told = manifest(job, Outcome(job.inputs.name, FILES, {}, provenance={"pages": 3}), CODE)
    assert told["inputs"] == json.loads(job.inputs.as_json())
    assert (told["key"], told["code"], told["provenance"]) == (job.inputs.key, CODE, {"pages": 3})
    assert (told["data"]["vintage"], told["failure"]) == (job.about["data"]["vintage"], None)


def test_the_log_of_a_failure_is_one_of_its_files(job: Job) -> None:
    failed = Outcome(
        job.inputs.name, {"strategic-assessment.failed.ipynb": b"{}"}, {}, Failure("pdf", "no", "x", "why")
    )
    told = manifest(job, failed, CODE)
    assert told["failure"] == {"stage": "pdf", "message": "no", "cell": "x"}
    assert told["files"]["strategic-assessment.failure.log"]["sha256"] == digest(b"why")
    assert set(told["files"]) == {f"strategic-assessment.{kind}" for kind in ("failed.ipynb", "failure.log")}


def test_two_runs_of_the_same_report_differ_in_their_times_alone(job: Job) -> None:
    one, other = (manifest(job, Outcome(job.inputs.name, FILES, {"pdf": taken}), CODE) for taken in (1.0, 2.5))
    assert as_file(one) != as_file(other)
    assert one[TIMES] == {"pdf": 1.0}
    del one[TIMES], other[TIMES]
    assert as_file(one) == as_file(other)


def test_it_reads_the_same_whatever_order_it_was_told_in(job: Job) -> None:
    turned = dict(reversed(FILES.items()))
    one, other = (as_file(manifest(job, Outcome(job.inputs.name, each, {}), CODE)) for each in (FILES, turned))
    assert one == other
    assert one.endswith(b"}\n")
