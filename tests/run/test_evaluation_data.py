"""The data of evaluations in the job of their edition's strategic assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.assessment import load
from analysis.run.evaluation_data import areas_of, every_plan
from analysis.run.house import House
from analysis.run.plan import declared, make_job

if TYPE_CHECKING:
    from pathlib import Path

UNIT = "community-safety-unit"


@pytest.fixture(scope="module")
def shipped(root: Path):  # type: ignore[no-untyped-def]
    house = House(root)
    return declared(house), house


def test_an_assessment_carries_the_data_of_each_evaluation(shipped) -> None:  # type: ignore[no-untyped-def]
    catalogue, house = shipped
    job = make_job(catalogue, "west-lothian", "2010-11", house)
    assert f"initiatives/{UNIT}/slices/counts.parquet" in job.files
    assert f"initiatives/{UNIT}/counts" in job.inputs.slices


def test_an_edition_without_an_evaluation_carries_none(shipped) -> None:  # type: ignore[no-untyped-def]
    catalogue, house = shipped
    job = make_job(catalogue, "west-lothian", "2021-22", house)
    assert not any(name.startswith("initiatives/") for name in (*job.files, *job.inputs.slices))


def test_the_notebook_finds_what_the_job_carries(  # type: ignore[no-untyped-def]
    shipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, house = shipped
    make_job(catalogue, "west-lothian", "2010-11", house).unpack(tmp_path)
    monkeypatch.setenv("CSP_JOB", str(tmp_path))
    report = load("west-lothian", "2010-11")
    assert set(report.cases) == {UNIT}
    assert report.cases[UNIT].brief
    assert report.cases[UNIT].setting.treated.name == "West Lothian"


def test_every_area_of_a_plan_is_asked_for_once(shipped) -> None:  # type: ignore[no-untyped-def]
    catalogue, _ = shipped
    edition = catalogue.edition("illustration", "2022")
    (name, plan), *_ = every_plan(edition)
    codes = areas_of(plan)
    assert name == "street-care"
    assert len(codes) == len(set(codes))
    assert set(plan.treated.areas) <= set(codes)
    assert plan.buffer is not None and set(plan.buffer.areas) <= set(codes)
