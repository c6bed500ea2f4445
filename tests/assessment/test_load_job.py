"""Reading a job's folder: what is there, what is not, and what is another edition's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis import assessment
from analysis.errors import RunError
from analysis.run.plan import make_job

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.job import House

NAME = ("west-lothian", "2010-11")


@pytest.fixture
def laid_out(tmp_path: Path, shipped: Catalogue, house: House, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A job's folder of an edition of published figures alone, and no other in reach."""
    monkeypatch.delenv("CSP_JOB", raising=False)
    monkeypatch.delenv("CSP_JOBS", raising=False)
    folder = tmp_path / "jobs" / "/".join(NAME)
    make_job(shipped, *NAME, house).unpack(folder)
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_job_loads_from_its_own_folder(laid_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSP_JOB", str(laid_out))
    report = assessment.load(*NAME)
    assert report.declaration.edition.edition == "2010-11"
    assert report.slices is None
    assert report.declaration.key and f"inputs {report.declaration.key[:16]}" in str(report.data().blocks)


def test_the_laboratory_loads_by_the_names_of_partnership_and_edition(
    laid_out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSP_JOBS", str(laid_out.parents[1]))
    assert assessment.load(*NAME).declaration.partnership.id == "west-lothian"


def test_a_notebook_finds_what_was_laid_out_above_it(
    laid_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".csp").mkdir()
    (tmp_path / "jobs").rename(tmp_path / ".csp" / "jobs")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert assessment.load(*NAME).declaration.partnership.id == "west-lothian"


def test_no_folder_at_all_says_how_to_open_the_notebook(laid_out: Path) -> None:
    with pytest.raises(RunError, match=r"west-lothian/2010-11: has no data laid out for it here\n  .*make lab"):
        assessment.load(*NAME)


def test_an_empty_folder_says_how_to_open_the_notebook(
    laid_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSP_JOB", str(tmp_path))
    with pytest.raises(RunError, match="make lab"):
        assessment.load(*NAME)


def test_another_editions_folder_is_named(laid_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSP_JOB", str(laid_out))
    with pytest.raises(RunError, match=r"rugby/2022: was asked for, but .* that of west-lothian/2010-11"):
        assessment.load("rugby", "2022")
