"""A public page is given public documents alone: nothing of what is restricted, in no byte of any file."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.errors import RunError
from analysis.run.documents import held
from analysis.run.outcome import Failure, Outcome
from analysis.run.plan import declared, plan
from analysis.run.portfolio import write_index
from analysis.run.publish import publish, report_folder
from analysis.run.site import LIST, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House, Job

SECRET = "planted-8d1f-secret"


def put(reports: Path, job: Job, document: str = "strategic-assessment", text: str = "<p>", **inputs: str) -> Path:
    own = replace(job, inputs=replace(job.inputs, document=document, **inputs))
    files = {f"{document}.html": text.encode(), f"{document}.pdf": b"%PDF", f"data/{document}/a.csv": b"x\n1\n"}
    publish(reports, own, Outcome(own.inputs.name, files, {}))
    return report_folder(reports, own)


@pytest.fixture
def reports(job: Job, tmp_path: Path) -> Path:
    """A public document, and beside it all that must never go out: restricted, failed, an archive, a stranger."""
    folder = tmp_path / "reports"
    public = put(folder, job)
    put(folder, job, edition=f"{SECRET}-2021", audience="restricted", text=SECRET)
    put(folder, job, document=f"initiative-{SECRET}", audience="restricted", text=SECRET)
    failed = replace(job, inputs=replace(job.inputs, document="initiative-failed"))
    publish(folder, failed, Outcome(failed.inputs.name, {}, {}, Failure("pdf", SECRET, log=SECRET)))
    (public / "submission-rugby-2022.zip").write_text(SECRET)
    (public / "data" / "strategic-assessment" / "raw.csv").write_text(SECRET)
    restricted = json.loads((public / "strategic-assessment.json").read_text())
    misplaced = {**restricted, "audience": "restricted", "document": f"misplaced-{SECRET}"}
    (public / f"misplaced-{SECRET}.json").write_text(json.dumps(misplaced))
    write_index(folder)
    return folder


def test_the_site_holds_public_documents_with_their_tables_and_a_page_of_them(reports: Path, tmp_path: Path) -> None:
    assert write_site(reports, tmp_path / "site") == 1
    assert held(tmp_path / "site") == [
        "index.html", "rugby/2022/public/data/strategic-assessment/a.csv",
        "rugby/2022/public/strategic-assessment.html",
        "rugby/2022/public/strategic-assessment.json", "rugby/2022/public/strategic-assessment.pdf", LIST,
    ]  # fmt: skip
    page = (tmp_path / "site" / "index.html").read_text()
    assert 'href="rugby/2022/public/strategic-assessment.html"' in page
    assert "those who make the reports" not in page and "could not be" not in page


def test_no_byte_of_the_site_tells_of_what_is_restricted(reports: Path, tmp_path: Path) -> None:
    assert SECRET in (reports / "index.html").read_text(), "what is planted is really there"
    write_site(reports, tmp_path / "site")
    files = [tmp_path / "site" / name for name in held(tmp_path / "site")]
    assert len(files) == 6
    assert [str(path) for path in files if SECRET.encode() in path.read_bytes() or SECRET in str(path)] == []
    assert "estricted" not in (tmp_path / "site" / "index.html").read_text().split("</style>")[-1]


def test_a_site_is_made_anew_whole_and_what_is_withdrawn_goes(reports: Path, tmp_path: Path, job: Job) -> None:
    put(reports, job, edition="2020")
    assert write_site(reports, tmp_path / "site") == 2
    shutil.rmtree(reports / "rugby" / "2020")
    assert write_site(reports, tmp_path / "site") == 1
    assert not [name for name in held(tmp_path / "site") if "2020" in name]


def test_a_folder_of_something_else_is_left_alone(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear")
    with pytest.raises(RunError, match=r"mine: holds what csp site did not put there\n"):
        write_site(reports, tmp_path / "mine")
    assert held(tmp_path / "mine") == ["letter.txt"]


def test_a_document_that_was_changed_by_hand_stops_the_site(reports: Path, tmp_path: Path) -> None:
    (reports / "rugby" / "2022" / "public" / "strategic-assessment.html").write_text("<p>better")
    with pytest.raises(RunError, match="is not as it was made"):
        write_site(reports, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_without_any_public_document_there_is_no_site(tmp_path: Path, job: Job) -> None:
    put(tmp_path / "reports", job, audience="restricted")
    with pytest.raises(RunError, match="holds no public document"):
        write_site(tmp_path / "reports", tmp_path / "site")


def test_a_public_edition_does_not_name_an_earlier_one_that_is_restricted(own_place: House) -> None:
    folder = own_place.params / "rugby"
    shutil.copytree(folder / "2022", folder / "2021")
    path = folder / "2021" / "edition.yml"
    earlier = path.read_text().replace('edition: "2022"', 'edition: "2021"').replace("start: 2022-01", "start: 2020-12")
    earlier = earlier.replace("end: 2022-11", "end: 2021-11")
    path.write_text(earlier)
    named = plan(declared(own_place), [("rugby", "2022")], own_place)[0].own["declared.json"]
    assert [each["edition"] for each in json.loads(named)["earlier"]] == ["2021"]
    path.write_text(earlier.replace("status: draft", "status: draft\naudience: restricted"))
    named = plan(declared(own_place), [("rugby", "2022")], own_place)[0].own["declared.json"]
    assert json.loads(named)["earlier"] == []
