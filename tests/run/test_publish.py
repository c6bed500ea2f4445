"""Outputs appear whole, by rename, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.run.publish import replace_file, replace_folder

if TYPE_CHECKING:
    from pathlib import Path


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
