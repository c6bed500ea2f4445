"""``csp reports`` and ``csp lab`` as people run them: in a process of their own, on real notebooks."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import nbclient
import nbformat
import pytest
from repository_tree import FRONT, notebook

from analysis import __version__
from analysis.cli.reports import at_a_time, lay_out, planned
from analysis.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

LOCKDOWN = "north-west-leicestershire/2022/initiative-first-lockdown"
RUGBY = "rugby/2022/public"
FAILED = {f"strategic-assessment.{kind}" for kind in ("failure.log", "json", "failed.ipynb")}


def own_notebook(place: House, partnership: str, *cells: str) -> None:
    """Give a partnership a notebook of its own with these cells."""
    (place.notebooks / f"{partnership}.ipynb").write_bytes(notebook(*cells))
    with (place.params / partnership / "partnership.yml").open("a") as file:
        file.write(f"notebook: {partnership}.ipynb\n")


def short_methods(place: House) -> None:
    """Let the document on methods be the shortest there is, since it is made whenever no partnership is named."""
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def all_end(*processes: int) -> bool:
    """Whether the processes end within a quarter of a minute: one that was told to end takes its moment."""
    until = time.monotonic() + 15
    while any(map(alive, processes)) and time.monotonic() < until:
        time.sleep(0.1)
    return not any(map(alive, processes))


def wait_for(path: Path, process: subprocess.Popen[str]) -> str:
    """What is in a file, once a process has written it."""
    while not (path.exists() and path.read_text()):
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    return path.read_text()


def test_one_report_fails_the_other_is_built_and_the_page_tells_of_both(started: Callable, place: House) -> None:
    own_notebook(place, "rugby", "count = 1 / 0")
    own_notebook(place, "north-west-leicestershire", FRONT)
    short_methods(place)
    with started("reports", "--jobs", "1") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == "4 reports to make, 1 at a time"
    assert lines[1].startswith("[1/4] north-west-leicestershire/2022 done in ")
    assert lines[2].startswith(f"[2/4] {LOCKDOWN} done in ")
    assert lines[3] == "[3/4] rugby/2022 FAILED while executing the notebook: ZeroDivisionError: division by zero"
    assert lines[4].startswith(f"[4/4] methodology/{__version__} done in ")
    assert lines[-1].startswith("3 reports built, 1 failed, in ")
    page = (place.reports / "index.html").read_text()
    assert "count = 1 / 0" in page
    assert "ZeroDivisionError: division by zero" in page
    for document in ("strategic-assessment", "initiative-first-lockdown"):
        assert f'href="north-west-leicestershire/2022/public/{document}.html"' in page
    assert {p.name for p in (place.reports / RUGBY).iterdir()} == FAILED
    assert hidden(place.reports) == []


def test_a_run_that_is_stopped_leaves_what_was_finished_whole_and_nothing_running(
    started: Callable, place: House, tmp_path: Path
) -> None:
    kernel, scratch = tmp_path / "kernel", tmp_path / "scratch"
    scratch.mkdir()
    own_notebook(place, "north-west-leicestershire", "1 / 0")
    (place.notebooks / "initiative_evaluation.ipynb").write_bytes(notebook("1 / 0"))
    own_notebook(
        place, "rugby", f"import os, time\nopen({str(kernel)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    )
    with started("reports", "-j", "1", env={"TMPDIR": str(scratch)}) as process:
        pid = int(wait_for(kernel, process))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == "stopped after 2 of 4 reports; what is in reports/ is whole\n"
    assert out.splitlines()[-1].startswith(f"[2/4] {LOCKDOWN} FAILED")
    assert all_end(pid)
    assert list(scratch.iterdir()) == []
    assert hidden(place.reports) == []
    assert sorted(path.name for path in place.reports.iterdir()) == ["index.html", "north-west-leicestershire"]
    assert "ZeroDivisionError" in (place.reports / "index.html").read_text()


def test_a_client_that_is_killed_takes_its_workers_kernels_and_files_with_it(
    started: Callable, place: House, tmp_path: Path
) -> None:
    kernel, scratch = tmp_path / "kernel", tmp_path / "scratch"
    scratch.mkdir()
    cell = f"import os, time\nopen({str(kernel)!r}, 'w').write(f'{{os.getpid()}} {{os.getppid()}}')\ntime.sleep(600)"
    own_notebook(place, "rugby", cell)
    with started("reports", "-p", "rugby", env={"TMPDIR": str(scratch)}) as process:
        pids = [int(word) for word in wait_for(kernel, process).split()]
        process.kill()
    assert all_end(*pids)
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (["-p", "rugbi"], {}, 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        ([], {"PARTNERSHIP": "rugbi"}, 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        (["-p", "rugby", "-e", "2021"], {}, 'edition "2021": is not declared of rugby; did you mean "2022"?'),
        ([], {"EDITION": "2009-1"}, 'edition "2009-1": is not declared; did you mean "2009-10"?'),
        (["-j", "many"], {}, 'JOBS="many": is not a number of reports to make at a time'),
        (["-j", "0"], {}, 'JOBS="0": is not a number of reports to make at a time'),
        (["-j", "-1"], {}, 'JOBS="-1": is not a number of reports to make at a time'),
        ([], {"JOBS": "1.5"}, 'JOBS="1.5": is not a number of reports to make at a time'),
    ],
)
def test_what_cannot_be_chosen_is_said_before_anything_runs(
    csp: Callable, place: House, words: list[str], environment: dict[str, str], said: str
) -> None:
    shown = csp("reports", *words, **environment)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(said)
    assert not place.reports.exists()


def test_as_many_reports_at_a_time_as_asked() -> None:
    assert at_a_time("3") == at_a_time(" 3 ") == 3
    assert at_a_time("") >= 1
    with pytest.raises(RunError):
        at_a_time("²")


def test_a_notebook_opened_in_the_lab_finds_the_data_of_every_edition(
    place: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay_out(planned(place, "", "all"), place)
    assert folder == place.root / ".csp" / "jobs"
    assert sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("inputs.json")) == [
        f"methodology/{__version__}",
        "north-west-leicestershire/2009-10", "north-west-leicestershire/2017-18",
        "north-west-leicestershire/2022", LOCKDOWN, "rugby/2022",
    ]  # fmt: skip
    monkeypatch.setenv("CSP_JOBS", str(folder))
    monkeypatch.delenv("CSP_JOB", raising=False)
    opened = nbformat.read(place.notebooks / "strategic_assessment.ipynb", as_version=4)
    opened.cells = opened.cells[:2]
    done = nbclient.NotebookClient(opened, kernel_name="python3", resources={"metadata": {"path": place.notebooks}})
    shown = done.execute().cells[1].outputs[0]["data"]
    assert "text/html" in shown
    assert "application/vnd.csp+json" in shown


def test_the_lab_s_folder_holds_what_was_asked_for_and_nothing_from_before(place: House) -> None:
    lay_out(planned(place, "", "all"), place)
    folder = lay_out(planned(place, "rugby", "2022"), place)
    assert [path.relative_to(folder).as_posix() for path in folder.glob("*/*")] == ["rugby/2022"]
