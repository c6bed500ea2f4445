"""Outputs appear whole, by rename, or not at all; what is there outlasts a kill, a power cut and a full disk."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.errors import RunError
from analysis.run.replace import WHY, put_right, replace_file, replace_folder

WRITER = """
import sys
from pathlib import Path
from analysis.run.replace import replace_file, replace_folder
folder = Path(sys.argv[1]) / "rugby" / "2022" / "public"
for number in range(100_000):
    mark = f"{number:08}".encode()
    replace_folder(folder, {f"{name}.txt": mark * 5000 for name in "abcdef"})
    replace_file(folder / "index.html", mark * 5000)
    print("made", flush=True)
"""


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_folder_appears_with_everything_in_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "a" / "public", {"report.html": b"<p>", "data/x/y.csv": b"1"})
    assert names(tmp_path) == ["a/public/data/x/y.csv", "a/public/report.html"]


def test_a_folder_is_replaced_whole_so_that_nothing_stale_is_left(tmp_path: Path) -> None:
    replace_folder(tmp_path / "public", {"old.html": b"old", "both.html": b"old"})
    replace_folder(tmp_path / "public", {"both.html": b"new"})
    assert names(tmp_path) == ["public/both.html"]
    assert (tmp_path / "public" / "both.html").read_bytes() == b"new"


def test_a_folder_that_cannot_be_written_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    replace_folder(tmp_path / "public", {"report.html": b"good"})
    with pytest.raises((TypeError, AttributeError)):
        replace_folder(tmp_path / "public", {"report.html": b"better", "broken": None})  # type: ignore[dict-item]
    assert names(tmp_path) == ["public/report.html"]
    assert (tmp_path / "public" / "report.html").read_bytes() == b"good"


def test_a_file_is_replaced_by_rename(tmp_path: Path) -> None:
    replace_file(tmp_path / "deep" / "index.html", b"one")
    replace_file(tmp_path / "deep" / "index.html", b"two")
    assert names(tmp_path) == ["deep/index.html"]
    assert (tmp_path / "deep" / "index.html").read_bytes() == b"two"


@pytest.mark.parametrize("stood", [True, False])
def test_what_a_killed_run_left_half_done_is_put_right_by_the_next(tmp_path: Path, stood: bool) -> None:
    """Killed before the old folder was set aside, or between the two renames."""
    replace_folder(tmp_path / ("public" if stood else ".public.old"), {"report.html": b"old"})
    (tmp_path / ".public.new").mkdir()
    (tmp_path / ".public.new" / "report.html").write_bytes(b"ha")
    replace_folder(tmp_path / "public", {"report.html": b"new"})
    assert names(tmp_path) == ["public/report.html"]
    assert [p.name for p in tmp_path.iterdir()] == ["public"]
    assert (tmp_path / "public" / "report.html").read_bytes() == b"new"


def test_a_folder_that_cannot_be_replaced_after_a_killed_run_is_brought_back(tmp_path: Path) -> None:
    replace_folder(tmp_path / ".public.old", {"report.html": b"old"})
    with pytest.raises(TypeError):
        replace_folder(tmp_path / "public", {"broken": None})  # type: ignore[dict-item]
    assert names(tmp_path) == ["public/report.html"]


def test_what_is_kept_of_a_folder_is_neither_changed_nor_lost_when_it_cannot_be_written(tmp_path: Path) -> None:
    replace_folder(tmp_path / "public", {"a.html": b"a", "data/a/x.csv": b"1", "b.html": b"b"})
    with pytest.raises(TypeError):
        replace_folder(tmp_path / "public", {"b.html": None}, ["a.html", "data/a/x.csv"])  # type: ignore[dict-item]
    assert names(tmp_path / "public") == ["a.html", "b.html", "data/a/x.csv"]
    replace_folder(tmp_path / "public", {"b.html": b"new"}, ["a.html", "data/a/x.csv"])
    assert {name: (tmp_path / "public" / name).read_bytes() for name in names(tmp_path / "public")} == {
        "a.html": b"a", "data/a/x.csv": b"1", "b.html": b"new",
    }  # fmt: skip
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_writer_killed_at_any_moment_leaves_one_whole_folder(tmp_path: Path) -> None:
    for after in (0.0, 0.003, 0.01, 0.021, 0.05, 0.11):
        run = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert run.stdout
        assert run.stdout.readline() == b"made\n"
        time.sleep(after)
        run.send_signal(signal.SIGKILL)
        assert run.wait() == -signal.SIGKILL
        run.stdout.close()
        put_right(tmp_path)
        folder = tmp_path / "rugby" / "2022" / "public"
        assert set(names(folder)) - {"index.html"} == {f"{name}.txt" for name in "abcdef"}
        assert len({path.read_bytes() for path in folder.glob("?.txt")}) == 1
        assert {len(path.read_bytes()) for path in folder.iterdir()} == {40_000}
        assert [path.name for path in folder.parent.iterdir()] == ["public"]


def test_what_was_half_done_anywhere_is_put_right_at_once(tmp_path: Path) -> None:
    replace_folder(tmp_path / "a/1/.public.old", {"report.html": b"old"})
    replace_folder(tmp_path / "b/1/public", {"report.html": b"new"})
    for left in ("b/1/.public.old/report.html", "b/1/.public.new/report.html", "b/1/public/.submission.zip.new"):
        (tmp_path / left).parent.mkdir(exist_ok=True)
        (tmp_path / left).write_bytes(b"half")
    (tmp_path / ".index.html.new").write_bytes(b"half")
    put_right(tmp_path)
    assert names(tmp_path) == ["a/1/public/report.html", "b/1/public/report.html"]
    assert (tmp_path / "b/1/public/report.html").read_bytes() == b"new"


def test_all_is_on_the_disk_before_its_name_is_and_the_name_before_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that after the power fails there is the old folder or the new one, with what belongs in it."""
    told: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def minded(opened: int) -> None:
        told.append(str(Path(f"/proc/self/fd/{opened}").readlink()).removeprefix(f"{tmp_path}/"))
        fsync(opened)

    def renamed(self: Path, target: Path) -> Path:
        told.append(f"{self.name} to {target.name}")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", minded)
    monkeypatch.setattr(Path, "rename", renamed)
    replace_folder(tmp_path / "a/1/public", {"report.html": b"1", "data/x/y.csv": b"2"})
    at = told.index(".public.new to public")
    new = "a/1/.public.new"
    assert sorted(told[:at]) == [new, f"{new}/data", f"{new}/data/x", f"{new}/data/x/y.csv", f"{new}/report.html"]
    assert told[at + 1 :][:3] == ["a/1", "a", str(tmp_path)]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_no_more_is_said_in_one_message_and_the_old_report_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    replace_folder(tmp_path / "public", {"report.html": b"good"})
    replace_file(tmp_path / "index.html", b"good")

    def full(opened: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RunError) as folder:
        replace_folder(tmp_path / "public", {"report.html": b"better"})
    with pytest.raises(RunError) as file:
        replace_file(tmp_path / "index.html", b"better")
    for said, name in ((folder, "public"), (file, "index.html")):
        first, then = str(said.value).splitlines()
        assert first == f"{tmp_path / name}: cannot be written: {WHY[number][0]}"
        assert "run it again" in then
        assert "is there still, whole" in then
    monkeypatch.undo()
    assert names(tmp_path) == ["index.html", "public/report.html"]
    assert {path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == {b"good"}


def test_a_fault_that_nobody_at_the_keyboard_can_mend_is_not_dressed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(opened: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output error"):
        replace_file(tmp_path / "index.html", b"x")
    assert list(tmp_path.iterdir()) == []
