"""Folders appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.store.whole import being_built, put, recover


def build(target: Path, text: str) -> None:
    with being_built(target) as folder:
        (folder / "file.txt").write_text(text)
        put(folder, target)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_put_stands_and_nothing_else_is_left(tmp_path: Path) -> None:
    build(tmp_path / "here", "one")
    assert (tmp_path / "here" / "file.txt").read_text() == "one"
    assert names(tmp_path) == ["here"]


def test_what_was_there_is_replaced_whole(tmp_path: Path) -> None:
    build(tmp_path / "here", "one")
    (tmp_path / "here" / "left-over.txt").write_text("old")
    build(tmp_path / "here", "two")
    assert names(tmp_path) == ["here"]
    assert names(tmp_path / "here") == ["file.txt"]
    assert (tmp_path / "here" / "file.txt").read_text() == "two"


def test_a_building_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    build(tmp_path / "here", "one")
    with pytest.raises(RuntimeError), being_built(tmp_path / "here") as folder:
        (folder / "file.txt").write_text("half")
        raise RuntimeError
    assert (tmp_path / "here" / "file.txt").read_text() == "one"
    assert names(tmp_path) == ["here"]


def test_a_rename_that_fails_brings_the_old_back(tmp_path: Path) -> None:
    build(tmp_path / "here", "one")
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "nothing-built", tmp_path / "here")
    assert (tmp_path / "here" / "file.txt").read_text() == "one"


def test_what_a_killed_replacement_had_set_aside_comes_back(tmp_path: Path) -> None:
    build(tmp_path / "here", "one")
    (tmp_path / "here").rename(tmp_path / ".here.old")
    recover(tmp_path / "here")
    assert (tmp_path / "here" / "file.txt").read_text() == "one"
    assert names(tmp_path) == ["here"]


def test_a_killed_replacement_that_had_finished_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path / "here", "two")
    (tmp_path / ".here.old").mkdir()
    recover(tmp_path / "here")
    assert (tmp_path / "here" / "file.txt").read_text() == "two"
    assert names(tmp_path) == ["here"]
