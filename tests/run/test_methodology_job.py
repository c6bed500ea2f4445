"""The document on methods is of no partnership; its evidence is hashed like any report's data."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from analysis import __version__
from analysis.assessment import methodology
from analysis.errors import CspError, RunError
from analysis.params import METHODOLOGY
from analysis.run.inputs import digest
from analysis.run.methodology import NOTEBOOK, planned_methodology
from analysis.run.outcome import Failure, Outcome
from analysis.run.portfolio import write_index
from analysis.run.publish import publish

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House, Job


@pytest.fixture(scope="module")
def methods(place: House) -> Job:
    return planned_methodology(place).pack()


def test_its_edition_is_the_version_of_the_package(root: Path, methods: Job) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert methods.inputs.name == f"{METHODOLOGY}/{__version__}" == f"methodology/{project['version']}"


def test_the_notebook_opens_on_the_version_there_is(root: Path) -> None:
    cells = json.loads((root / "notebooks" / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    assert "".join(cells[0]["source"]) == f'partnership = "{METHODOLOGY}"\nedition = "{__version__}"'


def test_every_table_of_evidence_is_a_file_of_the_job_with_its_hash(methods: Job, place: House) -> None:
    tables = {path.name for path in (place.docs / "evidence").glob("*.csv")}
    assert "cases.csv" in tables
    assert set(methods.inputs.slices) == tables
    assert all(methods.inputs.slices[name] == digest(methods.files[f"evidence/{name}"]) for name in tables)
    assert methods.inputs.declared == digest(methods.files["methods.md"])
    assert methods.inputs.notebook == digest(methods.files["notebook.ipynb"])


def test_other_evidence_is_another_key(methods: Job, own_place: House) -> None:
    assert planned_methodology(own_place).inputs.key == methods.inputs.key
    path = own_place.docs / "evidence" / "cases.csv"
    path.write_text(path.read_text().replace(",yes,", ",no,", 1))
    assert planned_methodology(own_place).inputs.key != methods.inputs.key


@pytest.mark.parametrize("lost", ["docs/methods.md", f"notebooks/{NOTEBOOK}"])
def test_what_it_cannot_do_without_is_said_before_anything_runs(own_place: House, lost: str) -> None:
    (own_place.root / lost).unlink()
    with pytest.raises(RunError, match=rf"{re.escape(lost)}: is not there, but methodology"):
        planned_methodology(own_place)


def test_an_unpacked_job_is_all_that_loading_needs(
    methods: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    methods.unpack(tmp_path)
    monkeypatch.setenv("CSP_JOB", str(tmp_path))
    assert methodology.load(METHODOLOGY, __version__).evidence.table("cases") is not None
    for partnership, edition in ((METHODOLOGY, "9.9"), ("rugby", "2022")):
        with pytest.raises(CspError):
            methodology.load(partnership, edition)


def test_it_is_listed_apart_from_the_partnerships(job: Job, methods: Job, tmp_path: Path) -> None:
    publish(tmp_path, job, Outcome(job.inputs.name, {"strategic-assessment.html": b"<p>"}, {}))
    folder = publish(tmp_path, methods, Outcome(methods.inputs.name, {"methodology.html": b"<p>"}, {}))
    assert folder == tmp_path / METHODOLOGY / __version__ / "public"
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    assert "1 partnership<" in page
    assert page.index(">Rugby<") < page.index(">How the figures are made<")
    assert f'href="methodology/{__version__}/public/methodology.html"' in page
    assert "published figures" not in page


def test_its_failure_is_told_like_any_other(methods: Job, tmp_path: Path) -> None:
    publish(tmp_path, methods, Outcome(methods.inputs.name, {}, {}, Failure("pdf", "RenderError: no")))
    write_index(tmp_path)
    assert "RenderError: no" in (tmp_path / "index.html").read_text()


def test_the_link_to_it_leads_there_from_any_document(job: Job, methods: Job, tmp_path: Path) -> None:
    one, other = (
        publish(tmp_path, each, Outcome(each.inputs.name, {f"{each.inputs.document}.html": b"<p>"}, {}))
        for each in (job, methods)
    )
    assert (one / methodology.METHODOLOGY_LINK).resolve() == (other / "methodology.html").resolve()
    assert methodology.METHODOLOGY_LINK in [getattr(span, "href", "") for span in methodology.methodology_sentence()]
