"""Full and read-only disks, data and caches deleted in mid-run, clocks, names, two runs at once, kills: for real."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest
from handed_on import RECORDS
from repository_tree import FRONT, notebook, small_repository
from test_reports import hidden, own_notebook, wait_for
from test_up_to_date import made
from watcher import Watcher, at_work, begun, kill_and_go_on, published

from analysis import __version__
from analysis.run.job import House
from conftest import street

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

RUGBY, NORTH = "rugby/2022", "north-warwickshire/2022"
REPORT = f"{RUGBY}/public"
METHODS = f"methodology/{__version__}"
OF_ANY = RECORDS.replace('"E07000220"', 'slices.districts["area"].iloc[0]')
LONG = " and ".join(["The Joint Community Safety and Criminal Justice Partnership of Rugby"] * 3)[:200]
WELSH = "Caerffili, Tŷ Ŵyn agus Siar à Ghàidhlig"
NAMED = """
from IPython.display import display
from analysis import assessment
name = assessment.load(partnership, edition).declaration.partnership.name
""" + FRONT.replace('"partnership": partnership', '"partnership": name')
ROW_OF_NAME = """
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Field, display as shown, exhibit
from analysis.exhibits.caption import Caption
import pandas as pd
frame = publish(pd.DataFrame({"name": [name]}), OPEN, key=["name"], plain=[])
shown(exhibit(frame, Caption("names", "Names", "Names", "Source: a test"), [Field("name", "Name")]))
"""


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository of short notebooks with three reports, all of them made."""
    place = small_repository(root, tmp_path_factory.mktemp("built") / "x", ("rugby", "north-warwickshire"))
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(notebook(FRONT, OF_ANY))
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    with begun(place, tmp_path_factory.mktemp("scratch")) as run:
        assert made(run.communicate()[0].decode().splitlines()) == {RUGBY, NORTH, METHODS}
    return place


@pytest.fixture
def short(built: House, place: House) -> House:
    """A copy of it for one test, which stands as it was made."""
    shutil.rmtree(place.root)
    shutil.copytree(built.root, place.root, symlinks=True)
    return place


@pytest.fixture
def said(started: Callable[..., subprocess.Popen[str]]) -> Callable[..., tuple[int, list[str], list[str]]]:
    """Run ``csp``; returns the exit code and the lines of both kinds."""

    def lines(*words: str, **environment: str) -> tuple[int, list[str], list[str]]:
        with started(*words, env={"JOBS": "1", **environment}) as process:
            out, err = process.communicate()
        return process.returncode, out.splitlines(), err.splitlines()

    return lines


@pytest.fixture
def small_disk() -> Generator[Callable[..., None]]:
    """Put a disk of its own, of so many bytes, where a folder is, with what is in it."""
    mounted: list[Path] = []

    def mount(folder: Path, size: int, inside: bool = True) -> None:
        before = folder.with_name(f"{folder.name}.before")
        folder.rename(before)
        folder.mkdir()
        done = _ran("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
        if done.returncode and not (os.environ.get("CI") and os.geteuid() == 0):
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
        assert done.returncode == 0, done.stderr
        mounted.append(folder)
        if inside:
            shutil.copytree(before, folder, dirs_exist_ok=True)

    yield mount
    for folder in mounted:
        assert _ran("umount", str(folder)).returncode == 0


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def fill(disk: Path) -> Path:
    """Leave no room on a disk; returns the file that takes it."""
    filler = disk / ".filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return filler
    raise AssertionError


def read_only(disk: Path) -> None:
    assert _ran("mount", "-o", "remount,ro", str(disk)).returncode == 0


def change(place: House, partnership: str = "rugby", word: str = "final") -> Path:
    """Have a report to be made anew."""
    edition = place.params / partnership / "2022" / "edition.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("status: draft", f"status: {word}"), "utf-8")
    return edition


def cannot_be_written(folder: Path, why: str, err: list[str]) -> None:
    """Hold a message to its two lines: where and why, then what to do."""
    assert len(err) == 2, err
    assert err[0].startswith(f"{folder}")
    assert err[0].endswith(f": cannot be written: {why}")
    assert "then run it again: it goes on from there" in err[1]


def test_a_full_disk_of_reports_is_said_once_and_loses_nothing(
    short: House, said: Callable, small_disk: Callable
) -> None:
    small_disk(short.reports, 600_000)
    before = published(short.reports)
    change(short)
    filler = fill(short.reports)
    code, out, err = said("reports", "-p", "rugby")
    assert (code, out) == (1, ["1 report to make, 1 at a time"])
    cannot_be_written(short.reports / REPORT, "the disk is full", err)
    filler.unlink()
    assert published(short.reports) == before
    assert hidden(short.reports) == []
    code, out, err = said("reports", "-p", "rugby")
    assert (code, made(out), err) == (0, {RUGBY}, [])


def test_a_read_only_folder_of_reports_is_said_once_and_loses_nothing(
    short: House, said: Callable, small_disk: Callable
) -> None:
    small_disk(short.reports, 4_000_000)
    before = published(short.reports)
    read_only(short.reports)
    change(short)
    code, _, err = said("reports", "-p", "rugby")
    assert code == 1
    cannot_be_written(short.reports / REPORT, "it lies on a disk that is read-only", err)
    assert published(short.reports) == before


@pytest.mark.parametrize("full", [True, False])
def test_a_folder_of_caches_that_takes_no_more_is_said_once(
    short: House, said: Callable, small_disk: Callable, full: bool
) -> None:
    before = published(short.reports)
    change(short)
    small_disk(short.work, 16_384, inside=False)
    why = "the disk is full"
    if not full:
        read_only(short.work)
        why = "it lies on a disk that is read-only"
    code, _, err = said("reports", "-p", "rugby")
    assert code == 1
    cannot_be_written(short.work, why, err)
    assert published(short.reports) == before


def test_without_room_for_temporary_files_a_report_fails_and_says_where_room_is_wanted(
    short: House, said: Callable, small_disk: Callable, tmp_path: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    small_disk(scratch, 16_384)
    change(short)
    code, out, err = said("reports", "-p", "rugby", TMPDIR=str(scratch))
    assert (code, err) == (1, [])
    assert out[1].startswith(f"[1/1] {RUGBY} FAILED while executing the notebook: {scratch}/csp-run-")
    assert out[1].endswith(": cannot be written: the disk is full")
    assert "by TMPDIR" in "\n".join(out)
    assert list(scratch.iterdir()) == []


def test_data_deleted_in_mid_run_is_missed_by_the_next_run_alone(short: House, said: Callable, started: Callable,
                                                                 tmp_path: Path) -> None:  # fmt: skip
    archive, held, go = tmp_path / "later.zip", tmp_path / "held", tmp_path / "go"
    with zipfile.ZipFile(archive, "w") as file:
        for month in ("2022-10", "2022-11", "2022-12"):
            row = {"Month": month, "Reported by": "Warwickshire Police", "Falls within": "Warwickshire Police",
                   "LSOA code": "E01031167", "LSOA name": "Rugby 001A"}  # fmt: skip
            file.writestr(f"{month}/{month}-warwickshire-street.csv", street(row, row))
    assert said("ingest", "police-uk", str(archive))[0] == 0
    edition = short.params / RUGBY / "edition.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("vintage: 2022-11", "vintage: 2022-12"), "utf-8")
    own_notebook(short, "rugby", waiting(held, go), FRONT, OF_ANY)
    with started("reports", "-p", "rugby") as run:
        wait_for(held, run)
        shutil.rmtree(short.store)
        go.touch()
        out, err = run.communicate()
    assert (run.returncode, made(out.splitlines()), err) == (0, {RUGBY}, "")
    before = published(short.reports)
    code, out_lines, err_lines = said("reports", "-p", "rugby")
    assert (code, out_lines) == (1, [])
    assert "2022-12" in "\n".join(err_lines)
    assert published(short.reports) == before


def waiting(held: Path, go: Path) -> str:
    """A cell that says it is there, and waits until it may go on."""
    cell = f"import time, pathlib\nopen({str(held)!r}, 'w').write('x')\nwhile not pathlib.Path({str(go)!r}).exists():\n"
    return f"{cell}    time.sleep(0.1)"


def test_caches_deleted_in_mid_run_cost_what_was_not_begun_and_the_next_run_makes_it(
    short: House, said: Callable, started: Callable, tmp_path: Path
) -> None:
    held, go = tmp_path / "held", tmp_path / "go"
    shutil.rmtree(short.reports)
    own_notebook(short, "north-warwickshire", waiting(held, go), FRONT)
    with started("reports", "-j", "1") as run:
        wait_for(held, run)
        shutil.rmtree(short.work)
        go.touch()
        out, err = run.communicate()
    assert (run.returncode, err) == (1, "")
    assert made(out.splitlines()) == {NORTH, METHODS}
    assert ".csp was emptied during the run" in out
    assert "Run it again" in out
    code, lines, _ = said("reports")
    assert (code, made(lines)) == (0, {RUGBY})


def test_a_clock_that_is_set_back_neither_hides_a_change_nor_feigns_one(short: House, said: Callable) -> None:
    future, past = time.time() + 10 * 365 * 86400, 86400.0
    for path in [*short.reports.rglob("*"), *short.work.rglob("*"), *short.params.rglob("*")]:
        os.utime(path, (future, future))
    assert made(said("reports")[1]) == set()
    edition = change(short)
    os.utime(edition, (past, past))
    assert made(said("reports")[1]) == {RUGBY}
    for path in [*short.reports.rglob("*"), *short.params.rglob("*")]:
        os.utime(path, (past, past))
    changed = edition.stat()
    edition.write_text(edition.read_text(encoding="utf-8").replace("final", "draft"), "utf-8")
    os.utime(edition, ns=(changed.st_atime_ns, changed.st_mtime_ns))
    assert made(said("reports")[1]) == {RUGBY}
    assert said("reports")[1] == ["3 reports up to date: nothing to do. Open reports/index.html"]


@pytest.mark.parametrize("name", [LONG, WELSH])
def test_a_partnership_may_have_a_name_of_200_characters_or_of_other_letters(
    short: House, said: Callable, name: str
) -> None:
    partnership = short.params / "rugby" / "partnership.yml"
    partnership.write_text(partnership.read_text(encoding="utf-8").replace("name: Rugby\n", f"name: {name}\n"), "utf-8")
    own_notebook(short, "rugby", NAMED, ROW_OF_NAME)
    code, out, err = said("reports", "-p", "rugby", COLUMNS="80", LC_ALL="C", PYTHONUTF8="0")
    assert (code, made(out), err) == (0, {RUGBY}, [])
    folder = short.reports / REPORT
    page = (folder / "strategic-assessment.html").read_text(encoding="utf-8")
    assert name in page.split("<title>")[1].split("</title>")[0]
    with pikepdf.open(folder / "strategic-assessment.pdf") as pdf:
        assert name in str(pdf.docinfo["/Title"])
    assert name in (short.reports / "index.html").read_text(encoding="utf-8")
    assert json.loads((folder / "strategic-assessment.json").read_bytes())["partnership"]["name"] == name
    data = (folder / "data" / "strategic-assessment" / "names.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(data.splitlines()))[-1] == [name]


def test_an_id_of_200_characters_goes_through_to_the_archive_and_a_longer_one_is_refused(
    short: House, said: Callable
) -> None:
    longest = ("a-long-name-" * 20)[:199] + "x"
    renamed(short, "rugby", longest)
    code, out, err = said("reports", "-p", longest)
    assert (code, made(out), err) == (0, {f"{longest}/2022"}, [])
    assert said("submission", f"{longest}/2022")[0] == 0
    assert len(list(short.reports.glob(f"{longest}/2022/public/submission-*.zip"))) == 1
    renamed(short, longest, f"{longest}x")
    code, out, err = said("check")
    assert code == 1
    assert "id: must have no more than 200 characters, since files are named by it" in "\n".join(err)


def renamed(place: House, old: str, new: str) -> None:
    """Give a partnership another id."""
    (place.params / old).rename(place.params / new)
    declared = place.params / new / "partnership.yml"
    declared.write_text(declared.read_text(encoding="utf-8").replace(f"id: {old}\n", f"id: {new}\n"), "utf-8")


def test_two_runs_for_two_partnerships_at_once_end_with_both_and_one_index(short: House, started: Callable) -> None:
    shutil.rmtree(short.reports)
    with (
        started("reports", env={"PARTNERSHIP": "rugby", "JOBS": "1"}) as one,
        started("reports", env={"PARTNERSHIP": "north-warwickshire", "JOBS": "1"}) as other,
    ):
        told = [run.communicate()[0].splitlines() for run in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0)
    assert [made(lines) for lines in told] == [{RUGBY}, {NORTH}]
    page = (short.reports / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}/public/strategic-assessment.html"' in page for name in (RUGBY, NORTH))


def test_a_run_while_an_archive_is_made_ends_with_the_archive_and_all_reports(
    short: House, started: Callable, tmp_path: Path
) -> None:
    held, go = tmp_path / "held", tmp_path / "go"
    own_notebook(short, "rugby", waiting(held, go), FRONT)
    with started("submission", f"{RUGBY}", env={"JOBS": "1"}) as archive:
        wait_for(held, archive)
        change(short, "north-warwickshire")
        with started("reports", env={"JOBS": "1"}) as run:
            assert run.stderr
            assert f"process {archive.pid}" in run.stderr.readline()
            go.touch()
            out, _ = run.communicate()
        archive.communicate()
    assert (archive.returncode, run.returncode) == (0, 0)
    assert made(out.splitlines()) == {NORTH}
    assert (short.reports / REPORT / "submission-rugby-2022.zip").is_file()


def test_nothing_half_written_is_ever_seen_of_runs_that_are_killed_and_nothing_is_left_of_them(
    short: House, tmp_path: Path
) -> None:
    right, scratch = published(short.reports), tmp_path / "scratch"
    shutil.rmtree(short.reports)
    with Watcher(short.reports) as watcher, begun(short, scratch) as run:
        run.communicate()
    assert (published(short.reports), watcher.wrong) == (right, set())
    assert watcher.files > 0
    assert at_work(scratch) == []
    moments = (
        lambda: len(at_work(scratch)) >= 1,
        lambda: len(at_work(scratch)) >= 4,
        lambda: list(short.reports.glob("*/*/[!.]*/*.json")),
    )
    for come in moments:
        shutil.rmtree(short.reports)
        with Watcher(short.reports) as watcher:
            end = kill_and_go_on(short, scratch, come)
        assert (watcher.wrong, end.processes_left, end.files_left, end.resumed) == (set(), 0, 0, 0)
        assert end.processes > 0
        assert published(short.reports) == right


IN_PLACE = """
import sys, time
from pathlib import Path
path = Path(sys.argv[1])
content = path.read_bytes()
while True:
    with path.open("wb", buffering=0) as file:
        file.write(content[:len(content) // 2])
        time.sleep(0.01)
        file.write(content[len(content) // 2:])
    time.sleep(0.01)
"""
OTHER_WHOLE = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
fresh = path.with_name(".fresh")
fresh.write_bytes(path.read_bytes() + b"\\n")
fresh.replace(path)
"""
DELETED = "import sys, os\nos.unlink(sys.argv[1])"


@pytest.mark.parametrize(
    ("writer", "name", "fault"),
    [
        (IN_PLACE, "strategic-assessment.pdf", "is cut off"),
        (IN_PLACE, "strategic-assessment.html", "is cut off"),
        (IN_PLACE, "strategic-assessment.json", "is no JSON"),
        (IN_PLACE, "data/strategic-assessment/records.csv", "is not what its manifest says"),
        (OTHER_WHOLE, "strategic-assessment.html", "is not what its manifest says"),
        (DELETED, "strategic-assessment.ipynb", "is missing"),
    ],
)
def test_the_watcher_sees_a_writer_that_does_not_replace_folders_whole(
    short: House, writer: str, name: str, fault: str
) -> None:
    folder = short.reports / REPORT
    with Watcher(short.reports) as watcher:
        while watcher.looks < 3:
            time.sleep(0.01)
        assert watcher.wrong == set()
        with subprocess.Popen([sys.executable, "-c", writer, str(folder / name)]) as process:
            until = time.monotonic() + 60
            while f"{folder}/{name} {fault}" not in watcher.wrong and time.monotonic() < until:
                time.sleep(0.05)
            process.kill()
    assert f"{folder}/{name} {fault}" in watcher.wrong


def test_the_watcher_does_not_cry_wolf_at_folders_that_are_replaced_whole(short: House) -> None:
    replacing = (
        "import sys\nfrom pathlib import Path\nfrom analysis.run.documents import held\n"
        "from analysis.run.replace import replace_folder\nfolder = Path(sys.argv[1])\n"
        "files = {name: (folder / name).read_bytes() for name in held(folder)}\n"
        "for turn in range(60):\n"
        "    kept = list(files)[:3] if turn % 2 else []\n"
        "    replace_folder(folder, {n: c for n, c in files.items() if n not in kept}, kept)"
    )
    with Watcher(short.reports) as watcher:
        done = subprocess.run([sys.executable, "-c", replacing, str(short.reports / REPORT)], check=True)
    assert (done.returncode, watcher.wrong) == (0, set())
    assert watcher.looks > 10
