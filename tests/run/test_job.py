"""A job holds all that a report is made from, so that the same job gives the same report anywhere."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

import pytest
from repository_tree import EDITION, PARTNERSHIP

from analysis.assessment import load
from analysis.errors import CspError, ParameterError
from analysis.run.inputs import digest
from analysis.run.plan import declared, make_job

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.job import House, Job


def test_the_same_inputs_make_the_same_job(job: Job, catalogue: Catalogue, place: House) -> None:
    again = make_job(catalogue, PARTNERSHIP, EDITION, place)
    assert again.inputs.key == job.inputs.key
    assert dict(again.files) == dict(job.files)


def test_each_input_is_the_hash_of_what_the_folder_holds(job: Job) -> None:
    assert job.inputs.notebook == digest(job.files["notebook.ipynb"])
    assert json.loads(job.files["inputs.json"]) == json.loads(job.inputs.as_json())
    assert json.loads(job.files["declared.json"])["key"] == job.inputs.key
    assert job.inputs.slices
    assert {f"slices/{name}" for name in job.inputs.slices} <= {name.split(".")[0] for name in job.files}


def test_a_word_in_the_declared_files_changes_the_key(own_place: House, job: Job) -> None:
    path = own_place.params / "rugby" / "partnership.yml"
    path.write_text(path.read_text().replace("name: Rugby\n", "name: The borough of Rugby\n"))
    other = make_job(declared(own_place), PARTNERSHIP, EDITION, own_place)
    assert other.inputs.declared != job.inputs.declared
    assert other.inputs.notebook == job.inputs.notebook
    assert other.inputs.key != job.inputs.key


def test_a_job_travels_between_processes(job: Job) -> None:
    assert pickle.loads(pickle.dumps(job)) == job


def test_an_unpacked_job_is_all_that_loading_needs(job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job.unpack(tmp_path)
    monkeypatch.setenv("CSP_JOB", str(tmp_path))
    assert load(PARTNERSHIP, EDITION)
    with pytest.raises(CspError, match="that of rugby/2022"):
        load("rugby", "2021")


def test_a_partnership_may_name_its_own_notebook(own_place: House) -> None:
    (own_place.notebooks / "own.ipynb").write_bytes(b"{}")
    with (own_place.params / "rugby" / "partnership.yml").open("a") as file:
        file.write("notebook: own.ipynb\n")
    assert make_job(declared(own_place), PARTNERSHIP, EDITION, own_place).files["notebook.ipynb"] == b"{}"
    (own_place.notebooks / "own.ipynb").unlink()
    with pytest.raises(ParameterError, match=r"own\.ipynb"):
        declared(own_place)


def test_data_that_is_not_there_is_said_before_anything_runs(own_place: House) -> None:
    (own_place.root / "data" / "open").unlink()
    with pytest.raises(ParameterError, match="vintage"):
        declared(own_place)
