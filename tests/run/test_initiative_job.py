"""Each initiative with an evaluation is a document of its own, from its own data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from repository_tree import FRONT, small_repository, with_notebook

from analysis.assessment.declaration import Declaration
from analysis.errors import RunError
from analysis.run.evaluation_data import areas_of
from analysis.run.execute import execute
from analysis.run.kinds import EDITION_KINDS
from analysis.run.plan import declared, planned
from analysis.run.portfolio import write_index
from analysis.run.publish import publish
from analysis.store import Slices

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House, Job

NOTEBOOK = "initiative_evaluation.ipynb"
LOTHIAN, YEAR = "west-lothian", "2010-11"


@pytest.fixture(scope="module")
def lothian(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    return small_repository(root, tmp_path_factory.mktemp("lothian"), (LOTHIAN,))


@pytest.fixture(scope="module")
def jobs(lothian: House) -> list[Job]:
    """All documents of an edition that restates a document without data, and evaluates one initiative of six."""
    return [one.pack() for one in planned(declared(lothian), lothian, LOTHIAN, YEAR)]


@pytest.fixture(scope="module")
def unit(jobs: list[Job]) -> Job:
    return jobs[1]


def test_an_edition_has_its_assessment_and_a_document_for_each_initiative_evaluated(jobs: list[Job]) -> None:
    assert [(job.inputs.name, job.inputs.document) for job in jobs] == [
        ("west-lothian/2010-11", "strategic-assessment"),
        ("west-lothian/2010-11/initiative-community-safety-unit", "initiative-community-safety-unit"),
    ]
    assert len({job.inputs.key for job in jobs}) == 2


def test_the_job_s_folder_says_which_initiative_it_is_and_the_assessment_s_names_none(jobs: list[Job]) -> None:
    read = [Declaration.model_validate_json(job.files["declared.json"]) for job in jobs]
    assert [one.initiative for one in read] == ["", "community-safety-unit"]
    assert [one.key for one in read] == [job.inputs.key for job in jobs]
    assert json.loads(jobs[1].files["inputs.json"])["document"] == "initiative-community-safety-unit"


def test_its_data_are_the_figures_of_the_areas_it_names_though_the_edition_has_none(
    jobs: list[Job], unit: Job, tmp_path: Path
) -> None:
    own = {name for name in jobs[0].inputs.slices if not name.startswith("initiatives/")}
    assert not own
    unit.unpack(tmp_path)
    slices = Slices.load(tmp_path / "slices")
    declaration = Declaration.model_validate_json(unit.files["declared.json"])
    (plan,) = [one.evaluation for one in declaration.edition.initiatives if one.evaluation]
    assert set(slices.counts["area"]) == set(areas_of(plan))
    assert len(areas_of(plan)) > 20
    assert slices.counts["month"].dtype == pd.PeriodDtype("Y-MAR")
    assert set(areas_of(plan)) <= set(declaration.area_names)
    assert slices.hashes() == unit.inputs.slices


def test_it_is_an_analysis_of_open_data_over_the_period_evaluated(jobs: list[Job], unit: Job) -> None:
    assert jobs[0].about["basis"] == "published document"
    assert unit.about["basis"] == "open data"
    assert unit.about["data"]["source"] == "scotland"
    assert unit.about["period"] == {"start": "2010-04", "end": "2013-03"}


def test_what_it_is_made_from_changes_its_key_alone_or_with_the_edition(lothian: House, jobs: list[Job]) -> None:
    notebook = lothian.notebooks / NOTEBOOK
    before = notebook.read_bytes()
    notebook.write_bytes(before + b"\n")
    try:
        again = planned(declared(lothian), lothian, LOTHIAN, YEAR)
    finally:
        notebook.write_bytes(before)
    assert [one.inputs.key == other.inputs.key for one, other in zip(jobs, again, strict=True)] == [True, False]


def test_an_edition_without_evaluations_needs_no_notebook_for_them(
    own_place: House, root: Path, tmp_path: Path
) -> None:
    (own_place.notebooks / NOTEBOOK).unlink()
    assert EDITION_KINDS["initiative"].planned(declared(own_place), "rugby", "2022", own_place) == []
    place = small_repository(root, tmp_path / "other", (LOTHIAN,))
    (place.notebooks / NOTEBOOK).unlink()
    with pytest.raises(RunError, match=r"initiative_evaluation\.ipynb: is not there, but west-lothian/2010-11, initia"):
        EDITION_KINDS["initiative"].planned(declared(place), LOTHIAN, YEAR, place)


def test_it_is_executed_published_and_listed_behind_the_assessment(jobs: list[Job], tmp_path: Path) -> None:
    for job in reversed(jobs):
        publish(tmp_path, job, execute(with_notebook(job, FRONT, edition=YEAR)))
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    at = [page.index(f'href="west-lothian/2010-11/public/{job.inputs.document}.html"') for job in jobs]
    assert at == sorted(at)
    assert "Evaluation: West Lothian Community Safety Unit" in page
    assert "April 2010 to March 2013" in page
