"""One job really run: what a good notebook brings, and what is said of one that goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from repository_tree import FRONT, NAME, with_notebook

from analysis.render import read_document, write_html
from analysis.run.execute import execute

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job
    from analysis.run.outcome import Outcome

FAILED = "strategic-assessment.failed.ipynb"


def outputs_of(outcome: Outcome) -> dict[str, Any]:
    """The outputs of each code cell of a report that failed, by its source."""
    notebook = nbformat.reads(outcome.files[FAILED].decode(), as_version=4)  # type: ignore[no-untyped-call]
    return {cell.source: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}


@pytest.mark.slow
def test_a_report_is_a_page_a_pdf_the_notebook_and_the_data_of_each_exhibit(outcome: Outcome) -> None:
    assert outcome.failure is None
    data = {name for name in outcome.files if name.startswith("data/strategic-assessment/")}
    assert set(outcome.files) - data == {f"strategic-assessment.{kind}" for kind in ("html", "pdf", "ipynb")}
    assert len(data) >= 5
    assert all(name.endswith(".csv") and outcome.files[name].count(b"\n") > 1 for name in data)
    assert outcome.files["strategic-assessment.pdf"].startswith(b"%PDF-")
    assert b"Rugby" in outcome.files["strategic-assessment.html"]


@pytest.mark.slow
def test_the_page_links_to_the_data_that_comes_with_it(outcome: Outcome) -> None:
    page = outcome.files["strategic-assessment.html"].decode()
    for name in outcome.files:
        assert not name.startswith("data/") or f'href="{name}"' in page


@pytest.mark.slow
def test_each_stage_is_said_as_it_starts_and_its_seconds_are_kept(outcome: Outcome, stages: list[str]) -> None:
    assert stages == ["notebook", "read", "html", "pdf"] == list(outcome.seconds)
    assert outcome.total_seconds == sum(outcome.seconds.values()) > 1


@pytest.mark.slow
def test_the_executed_notebook_got_two_strings_and_tells_no_time(outcome: Outcome) -> None:
    text = outcome.files["strategic-assessment.ipynb"].decode()
    notebook = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    (given,) = [cell for cell in notebook.cells if "injected-parameters" in cell.metadata.get("tags", [])]
    assert given.source.splitlines()[1:] == ['partnership = "rugby"', 'edition = "2022"']
    assert "start_time" not in text
    assert "iopub" not in text


@pytest.mark.slow
def test_the_same_job_gives_the_same_bytes_in_every_file(job: Job, outcome: Outcome) -> None:
    again = execute(job)
    assert dict(again.files) == dict(outcome.files)


def test_a_cell_that_raises_is_a_failure_with_its_stage_source_message_and_log(job: Job) -> None:
    outcome = execute(with_notebook(job, "figure = 6", "count = figure + missing", "never = 1"))
    failure = outcome.failure
    assert failure is not None
    assert (failure.stage, failure.cell) == ("notebook", "count = figure + missing")
    assert failure.message == "NameError: name 'missing' is not defined"
    assert "----> 1 count = figure + missing" in failure.log
    assert "\x1b" not in failure.log


def test_a_failed_report_brings_the_notebook_as_far_as_it_came_and_nothing_else(job: Job) -> None:
    broken = with_notebook(job, "figure = 6\nfigure", "1 / 0", "never = 1\nnever")
    outcome = execute(broken)
    assert set(outcome.files) == {FAILED}
    outputs = outputs_of(outcome)
    assert outputs["figure = 6\nfigure"][0]["data"]["text/plain"] == "6"
    assert outputs["1 / 0"][0]["ename"] == "ZeroDivisionError"
    assert outputs["never = 1\nnever"] == []
    assert dict(execute(broken).files) == dict(outcome.files)


def test_a_mistake_that_a_person_can_mend_is_shown_as_its_message(job: Job) -> None:
    outcome = execute(with_notebook(job, "from analysis import assessment\nassessment.load('leicester', edition)"))
    assert outcome.failure is not None
    assert outcome.failure.message == (
        "RunError: leicester/2022: was asked for, but the data laid out here is that of rugby/2022"
    )


def test_a_kernel_that_dies_is_a_failure_that_names_the_cell_and_keeps_the_notebook(job: Job) -> None:
    outcome = execute(with_notebook(job, "figure = 6\nfigure", "import os\nos._exit(9)", "never = 1"))
    assert outcome.failure is not None
    assert outcome.failure.stage == "notebook"
    assert outcome.failure.cell == "import os\nos._exit(9)"
    assert "kernel was ended in this cell" in outcome.failure.message
    assert "JOBS=1" in outcome.failure.message
    assert outputs_of(outcome)["figure = 6\nfigure"][0]["data"]["text/plain"] == "6"


def test_a_cell_that_never_ends_is_given_up(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.run.execute.CELL_TIMEOUT", 1)
    outcome = execute(with_notebook(job, "while True:\n    pass"))
    assert outcome.failure is not None
    assert outcome.failure.message == "this cell was given up after 1 second"
    assert outcome.failure.cell == "while True:\n    pass"


def test_a_report_planned_with_another_version_of_the_program_is_not_made(job: Job, scratch: Path) -> None:
    planned_elsewhere = replace(with_notebook(job, FRONT), inputs=replace(job.inputs, package="0" * 64))
    said: list[str] = []
    outcome = execute(planned_elsewhere, said.append)
    assert outcome.failure is not None
    assert outcome.failure.stage == "package"
    assert outcome.failure.message.startswith("the program here is not the one that this report was planned with")
    assert (dict(outcome.files), said) == ({}, [])


def test_what_is_made_anew_from_an_archive_is_made_by_whatever_version_is_here(job: Job) -> None:
    archived = replace(with_notebook(job, FRONT), inputs=replace(job.inputs, package="0" * 64), any_package=True)
    assert execute(archived).failure is None


def test_a_machine_without_room_for_temporary_files_is_a_failure_that_says_so(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    outcome = execute(job)
    assert outcome.failure is not None
    assert outcome.failure.stage == "notebook"
    assert outcome.failure.message.startswith("FileNotFoundError: [Errno 2] No such file or directory: ")


def test_a_notebook_without_front_matter_fails_when_it_is_read(job: Job) -> None:
    outcome = execute(with_notebook(job, "figure = 6"))
    assert outcome.failure is not None
    assert outcome.failure.stage == "read"
    assert "has not exactly one front matter" in outcome.failure.message


def test_nothing_that_its_user_has_set_up_reaches_a_report(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = tmp_path / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps({"argv": ["false"], "display_name": "no", "language": "python"}))
    profile = tmp_path / "ipython" / "profile_default" / "startup"
    profile.mkdir(parents=True)
    for start_up in (profile / "first.py", tmp_path / "start.py"):
        start_up.write_text("mine = 1")
    (tmp_path / "matplotlibrc").write_text("lines.linewidth: 40")
    for name, value in {
        "JUPYTER_DATA_DIR": "jupyter", "IPYTHONDIR": "ipython", "PYTHONSTARTUP": "start.py",
        "MATPLOTLIBRC": "matplotlibrc", "MPLBACKEND": "agg",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, str(tmp_path / value) if (tmp_path / value).exists() else value)
    cells = ("import matplotlib as mpl", "assert 'mine' not in globals()", "assert mpl.rcParams['lines.linewidth'] < 4")
    assert execute(with_notebook(job, FRONT, *cells)).failure is None


def test_running_puts_the_environment_back_and_leaves_no_file(job: Job, scratch: Path) -> None:
    before = dict(os.environ)
    assert execute(with_notebook(job, "1 / 0")).name == NAME
    assert dict(os.environ) == before
    assert list(scratch.iterdir()) == []


@pytest.mark.slow
def test_nbconvert_makes_the_same_page_of_the_executed_notebook(outcome: Outcome, tmp_path: Path) -> None:
    path = tmp_path / "strategic-assessment.ipynb"
    path.write_bytes(outcome.files[path.name])
    run = [sys.executable, "-m", "nbconvert", "--to", "assessment-html", path.name]
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
    # A notebook by itself does not know the key of its inputs.
    made = write_html(read_document(path, path.stem))
    assert path.with_suffix(".html").read_text(encoding="utf-8") == made
