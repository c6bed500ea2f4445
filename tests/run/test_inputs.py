"""The key of a report's inputs changes with every one of them and with nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from analysis.run.inputs import Inputs, tree_digest

if TYPE_CHECKING:
    from pathlib import Path

INPUTS = Inputs("somewhere", "2022", "strategic-assessment", "public", "d", "n", "p", "l", {"counts": "c"})


@pytest.mark.parametrize("name", [f.name for f in fields(Inputs) if f.name != "slices"])
def test_the_key_changes_with_each_input(name: str) -> None:
    assert replace(INPUTS, **{name: "other"}).key != INPUTS.key


def test_the_key_changes_with_a_slice_of_data() -> None:
    assert replace(INPUTS, slices={"counts": "other"}).key != INPUTS.key
    assert replace(INPUTS, slices={"counts": "c", "more": "m"}).key != INPUTS.key


def test_the_key_is_the_same_for_the_same_inputs_in_any_order() -> None:
    one, other = replace(INPUTS, slices={"a": "1", "b": "2"}), replace(INPUTS, slices={"b": "2", "a": "1"})
    assert one.key == other.key


def test_a_folder_s_digest_changes_with_names_and_contents_but_not_with_caches(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("1")
    first = tree_digest(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.pyc").write_text("cached")
    assert tree_digest(tmp_path) == first
    (tmp_path / "one.py").write_text("2")
    second = tree_digest(tmp_path)
    (tmp_path / "one.py").rename(tmp_path / "two.py")
    assert len({first, second, tree_digest(tmp_path)}) == 3
