"""Slices kept: the same bytes again, taken anew where the data changed, never served damaged."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from repository_tree import EDITION, PARTNERSHIP

from analysis.errors import RunError
from analysis.run import edition_data
from analysis.run.kept import forget_other_packages
from analysis.run.kinds import ASSESSMENT
from analysis.run.plan import declared

if TYPE_CHECKING:
    from analysis.run.house import House
    from analysis.run.planned import Planned


def plan(place: House) -> Planned:
    return ASSESSMENT.planned(declared(place), PARTNERSHIP, EDITION, place)[0]


def test_a_second_plan_takes_no_slices(own_place: House, monkeypatch: pytest.MonkeyPatch) -> None:
    first = plan(own_place)
    taken: list[object] = []
    monkeypatch.setattr(edition_data, "edition_slices", lambda *given, **named: taken.append(given))
    again = plan(own_place)
    assert taken == []
    assert again.pack() == first.pack()


def test_data_that_may_have_changed_is_taken_anew_and_the_same_figures_give_the_same_key(own_place: House) -> None:
    shipped = (own_place.root / "data" / "open").resolve()
    (own_place.root / "data" / "open").unlink()
    shutil.copytree(shipped, own_place.root / "data" / "open")
    first = plan(own_place)
    os.utime(own_place.open_data / "police-uk-2022-11" / "counts.parquet", (0, 0))
    again = plan(own_place)
    assert again.inputs == first.inputs
    assert again.held[""].folder != first.held[""].folder


def test_kept_slices_that_are_damaged_are_never_used(own_place: House) -> None:
    found = plan(own_place)
    (found.held[""].folder / "counts.parquet").write_bytes(b"other")
    with pytest.raises(RunError, match=r"counts\.parquet: is damaged"):
        found.pack()


def test_kept_slices_that_are_gone_are_said_to_be_and_taken_anew_by_the_next_plan(own_place: House) -> None:
    found = plan(own_place)
    shutil.rmtree(own_place.work)
    with pytest.raises(RunError, match=r"is gone: \.csp was emptied during the run"):
        found.pack()
    assert plan(own_place).pack().inputs == found.inputs


def test_what_other_code_kept_is_forgotten(own_place: House) -> None:
    plan(own_place)
    other = own_place.kept.with_name("0123456789abcdef")
    other.mkdir()
    forget_other_packages(own_place)
    assert [own_place.kept] == list(own_place.kept.parent.iterdir())
