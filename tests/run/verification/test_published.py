"""What is published is made anew from what is declared now; nothing is touched, and any difference is named."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from handed_on import RECORDS
from repository_tree import EDITION, FRONT, PARTNERSHIP, notebook

from analysis.errors import RunError
from analysis.run.inputs import digest
from analysis.run.job import House
from analysis.run.outcome import Failure, Outcome
from analysis.run.plan import declared
from analysis.run.publish import publish
from analysis.run.submission.make import submission_plan
from analysis.run.verification import verify as verifying
from analysis.run.verification.verify import verify_published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from analysis.run.job import Job
    from analysis.run.planned import Planned
    from analysis.run.verification.verdict import Compared, Verified

PUBLIC = "reports/rugby/2022/public"
DATA = "data/strategic-assessment/records.csv"
RECORD = "strategic-assessment.json"


@pytest.fixture
def own(short_place: House, short_jobs: list[Job], short_outcomes: dict[str, Outcome], tmp_path: Path) -> House:
    """A repository of short notebooks with its documents published, which a test may change."""
    unpublished = shutil.ignore_patterns("reports", ".csp")
    shutil.copytree(short_place.root, tmp_path / "own", symlinks=True, ignore=unpublished)
    house = House(tmp_path / "own")
    for job in short_jobs:
        publish(house.reports, job, short_outcomes[job.inputs.name])
    return house


def plan_of(house: House) -> list[Planned]:
    return submission_plan(declared(house), PARTNERSHIP, EDITION, house)


@pytest.fixture
def verified(own: House, short_outcomes: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch) -> Callable[[], Verified]:
    """Verify what is published; the documents made anew are those made before."""

    def run(jobs: list[Planned], _: int) -> Iterator[Outcome]:
        yield from (short_outcomes[job.inputs.name] for job in jobs)

    monkeypatch.setattr(verifying, "run_jobs", run)
    return lambda: verify_published(plan_of(own), own, 1)


def rugby(found: Verified) -> Compared:
    (document,) = [document for document in found.documents if document.name.startswith("rugby")]
    return document


def everything(house: House) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in house.reports.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_what_is_published_is_the_same_bytes_when_it_is_really_made_again_and_nothing_is_touched(own: House) -> None:
    before = everything(own)
    found = verify_published(plan_of(own), own, 2)
    assert found.agrees, found.as_dict()
    assert [document.identical for document in found.documents] == [True, True]
    assert rugby(found).cells > 30
    assert everything(own) == before


def test_a_number_changed_by_hand_is_named_first_and_told_by_how_much(
    own: House, verified: Callable[[], Verified]
) -> None:
    path = own.root / PUBLIC / DATA
    count = next(csv.DictReader(io.StringIO(path.read_text())))["count"]
    path.write_text(path.read_text().replace(f",{count},", f",{int(count) + 7},", 1))
    found = verified()
    assert rugby(found).tampered == (f"{PUBLIC}/{DATA} was changed: its SHA-256 is not the one listed",)
    (gap,) = rugby(found).differences
    assert (gap.where, gap.column, gap.absolute) == (DATA, "count", 7.0)
    assert not found.agrees
    assert not rugby(found).identical


def test_a_number_changed_together_with_its_manifest_is_found_by_making_it_anew(
    own: House, verified: Callable[[], Verified]
) -> None:
    path, record = own.root / PUBLIC / DATA, own.root / PUBLIC / RECORD
    path.write_bytes(path.read_bytes()[:-2] + b"9\n")
    told = json.loads(record.read_text())
    told["files"][DATA]["sha256"] = digest(path.read_bytes())
    record.write_text(json.dumps(told))
    found = verified()
    assert rugby(found).tampered == ()
    assert len(rugby(found).differences) == 1
    assert not found.agrees


def test_a_file_lost_or_added_and_a_key_that_is_not_that_of_its_inputs_are_named(
    own: House, verified: Callable[[], Verified]
) -> None:
    folder = own.root / PUBLIC
    (folder / DATA).rename(folder / DATA.replace("records", "other"))
    told = json.loads((folder / RECORD).read_text())
    (folder / RECORD).write_text(json.dumps(told | {"key": "0" * 64}))
    assert rugby(verified()).tampered == (
        f"{PUBLIC}/{RECORD} was changed: its key is not that of its inputs",
        f"{PUBLIC}/{DATA} is listed and not there",
        f"{PUBLIC}/{DATA.replace('records', 'other')} is there and not listed",
    )


def test_a_report_whose_notebook_was_changed_since_says_so_and_its_figures_are_compared_all_the_same(
    own: House, short_jobs: list[Job], short_outcomes: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    (own.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT, RECORDS, "# a remark\nNone"))
    plan = plan_of(own)
    before, now = short_jobs[0].inputs.key, plan[0].inputs.key
    assert before != now

    def run(jobs: list[Planned], _: int) -> Iterator[Outcome]:
        """What the changed notebook brings: the same figures, under the key that they have now."""
        for job in jobs:
            made = short_outcomes[job.inputs.name]
            files = dict(made.files)
            for name in [name for name in files if "assessment" in name]:
                files[name] = files[name].replace(before.encode(), now.encode())
                files[name] = files[name].replace(before[:16].encode(), now[:16].encode())
                files[name] += b"%" if name.endswith(".pdf") else b""
            yield replace(made, files=files)

    monkeypatch.setattr(verifying, "run_jobs", run)
    found = verify_published(plan, own, 1)
    assert rugby(found).since == ("its notebook was changed",)
    assert rugby(found).differences == ()
    assert rugby(found).drawn == ("strategic-assessment.pdf",)
    assert found.agrees
    assert not rugby(found).identical


def test_what_is_not_published_or_failed_is_told_and_not_compared(
    own: House, short_jobs: list[Job], verified: Callable[[], Verified]
) -> None:
    publish(own.reports, short_jobs[0], Outcome("rugby/2022", {}, {}, Failure("pdf", "no", log="why")))
    found = verified()
    assert found.missing == ("rugby/2022: it failed at pdf",)
    assert [document.name for document in found.documents] == ["methodology/0.1.0/methodology"]
    assert found.agrees
    shutil.rmtree(own.reports)
    with pytest.raises(RunError, match="nothing published"):
        verified()


def test_a_document_that_cannot_be_made_anew_says_why(own: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(jobs: list[Planned], _: int) -> Iterator[Outcome]:
        yield from (Outcome(job.inputs.name, {}, {}, Failure("notebook", "ValueError: no")) for job in jobs)

    monkeypatch.setattr(verifying, "run_jobs", run)
    found = verify_published(plan_of(own), own, 1)
    assert {document.not_made for document in found.documents} == {"it failed at notebook: ValueError: no"}
    assert not found.agrees


def test_what_was_found_is_json(own: House, verified: Callable[[], Verified]) -> None:
    told = json.loads(json.dumps(verified().as_dict(), allow_nan=False))
    assert (told["archive"], told["agrees"], told["not_published"]) == ("reports/", True, [])
    assert [each["byte_identical"] for each in told["documents"]] == [True, True]
