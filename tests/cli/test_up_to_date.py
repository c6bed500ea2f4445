"""A second run redoes just what changed: as people run it, in processes of their own, on real short notebooks."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from repository_tree import FRONT, notebook, small_repository
from test_reports import own_notebook, wait_for

from analysis import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House

RUGBY, NWL = "rugby/2022", "north-west-leicestershire/2022"
NOTHING = "4 reports up to date: nothing to do. Open reports/index.html"


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository with the shortest notebook for each of its four reports, all of them made."""
    place = small_repository(root, tmp_path_factory.mktemp("built") / "x", ("rugby", "north-west-leicestershire"))
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT))
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    own = {name: os.environ[name] for name in os.environ.keys() - {"PARTNERSHIP", "EDITION"}}
    command = [sys.executable, "-m", "analysis.cli", "reports"]
    done = subprocess.run(
        command, env={**own, "CSP_ROOT": str(place.root), "JOBS": "1"}, capture_output=True, text=True, check=True
    )
    assert len(made(done.stdout.splitlines())) == 4
    return place


@pytest.fixture
def short(built: House, place: House) -> House:
    """A copy of it for one test, which stands as it was made."""
    shutil.rmtree(place.root)
    shutil.copytree(built.root, place.root, symlinks=True)
    return place


@pytest.fixture
def run(started: Callable[..., subprocess.Popen[str]]) -> Callable[..., list[str]]:
    """Run ``csp``; returns the lines it printed."""

    def lines(*words: str, code: int = 0) -> list[str]:
        with started(*words, env={"JOBS": "1"}) as process:
            out, err = process.communicate()
        assert (process.returncode, err) == (code, ""), out
        return out.splitlines()

    return lines


def made(lines: list[str]) -> set[str]:
    """The reports that a run says it has made."""
    return {line.split("] ")[1].split(" done in ")[0] for line in lines if " done in " in line}


def stamps(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_run_with_nothing_to_do_starts_no_kernel_imports_nothing_heavy_and_touches_no_file(
    short: House, run: Callable[..., list[str]], started: Callable[..., subprocess.Popen[str]]
) -> None:
    assert run("reports") == [NOTHING]
    before = stamps(short.reports)
    with started("reports", env={"PYTHONPROFILEIMPORTTIME": "1", "JOBS": "1"}) as process:
        out, err = process.communicate()
    assert (process.returncode, out.splitlines()) == (0, [NOTHING])
    imported = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in err.splitlines() if "|" in line}
    assert "analysis" in imported
    heavy = {"pandas", "polars", "papermill", "nbclient", "jupyter_client", "zmq", "matplotlib", "numpy", "distributed"}
    assert imported & heavy == set()
    assert stamps(short.reports) == before


def test_one_parameter_changed_makes_just_the_reports_that_read_it(short: House, run: Callable[..., list[str]]) -> None:
    edition = short.params / "rugby" / "2022" / "edition.yml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("status: draft", "status: final"), encoding="utf-8")
    assert run("why")[:3] == [
        "rugby/2022: would be made anew",
        "  what is declared was changed:",
        '    edition.status: "draft" -> "final"',
    ]
    assert made(run("reports")) == {RUGBY}
    edition.write_text(text, encoding="utf-8")
    assert made(run("reports")) == {RUGBY}
    assert run("reports") == [NOTHING]
    assert run("why") == ["4 of 4 up to date, 0 to make"]


def test_a_notebook_changed_makes_just_the_reports_made_by_it(short: House, run: Callable[..., list[str]]) -> None:
    own_notebook(short, "rugby", FRONT)
    assert made(run("reports")) == {RUGBY}
    (short.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT, "one = 1"))
    assert made(run("reports")) == {f"methodology/{__version__}"}


def test_data_changed_makes_just_the_reports_that_read_it(
    short: House, run: Callable[..., list[str]], archive: Path
) -> None:
    # The store stands before the open extract: other figures of Leicestershire, and none of Warwickshire's.
    run("ingest", "police-uk", str(archive))
    lines = run("why", NWL)
    assert "  data: the counts of its own areas changed" in lines
    assert RUGBY not in made(run("reports"))


def test_a_document_that_was_deleted_or_cut_is_made_again_and_no_other(
    short: House, run: Callable[..., list[str]]
) -> None:
    (short.reports / RUGBY / "public" / "strategic-assessment.pdf").unlink()
    assert made(run("reports")) == {RUGBY}
    (short.reports / NWL / "public" / "strategic-assessment.html").write_bytes(b"")
    assert made(run("reports")) == {NWL}
    (short.reports / "index.html").unlink()
    assert run("reports") == [NOTHING]
    assert (short.reports / "index.html").is_file()


def test_what_failed_is_tried_again_and_what_is_no_longer_declared_is_taken_away(
    short: House, run: Callable[..., list[str]]
) -> None:
    own_notebook(short, "rugby", "1 / 0")
    assert run("reports", code=1)[0] == "3 reports up to date, 1 report to make, 1 at a time"
    assert made(run("reports", code=1)) == set()
    (short.notebooks / "rugby.ipynb").write_bytes(notebook(FRONT))
    assert made(run("reports")) == {RUGBY}
    old = short.reports / RUGBY / "public" / "initiative-gone.html"
    old.write_bytes(b"gone")
    assert run("reports") == [NOTHING]
    assert not old.exists()


def test_a_run_that_was_killed_is_gone_on_with_where_it_stopped(
    short: House, run: Callable[..., list[str]], started: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    held = tmp_path / "held"
    own_notebook(short, "rugby", f"open({str(held)!r}, 'w').write('here')\nimport time\ntime.sleep(600)")
    with started("reports", "-j", "1") as process:
        wait_for(held, process)
        process.kill()
    (short.notebooks / "rugby.ipynb").write_bytes(notebook(FRONT))
    assert made(run("reports")) == {RUGBY}


def test_a_second_run_waits_for_the_first_and_finds_its_work_done(
    short: House, started: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    held, go = tmp_path / "held", tmp_path / "go"
    cell = f"import time, pathlib\nopen({str(held)!r}, 'w').write('x')\nwhile not pathlib.Path({str(go)!r}).exists():\n"
    own_notebook(short, "rugby", f"{cell}    time.sleep(0.1)", FRONT)
    with started("reports") as first:
        wait_for(held, first)
        with started("reports") as second:
            assert second.stderr
            said = second.stderr.readline()
            go.touch()
            assert first.wait(60) == 0
            out, _ = second.communicate(timeout=60)
    assert said.startswith(f"another run (process {first.pid}) is at work in {short.root}; waiting for it to end")
    assert out.splitlines() == [NOTHING]


def test_a_run_that_waits_can_be_stopped(short: House, started: Callable[..., subprocess.Popen[str]]) -> None:
    held = os.open(short.work / "run.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        with started("reports") as process:
            assert process.stderr
            assert process.stderr.readline().startswith("another run")
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
    finally:
        os.close(held)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "stopped"
