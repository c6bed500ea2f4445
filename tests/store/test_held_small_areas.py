"""The small areas that an event may name are those of the figures at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.store import coverage, held_small_areas

if TYPE_CHECKING:
    from pathlib import Path


def test_every_force_that_ships_gives_its_small_areas_and_nothing_else(root: Path, tmp_path: Path) -> None:
    places = {"store": tmp_path, "open_data": root / "data" / "open"}
    found = held_small_areas(coverage(**places), **places)
    assert {"E01025926", "X01000001"} <= found
    assert not [code for code in found if code[:3] not in ("E01", "W01", "X01")]


def test_annual_figures_and_an_empty_store_have_none(root: Path, tmp_path: Path) -> None:
    places = {"store": tmp_path, "open_data": root / "data" / "open"}
    there = coverage(**places)
    assert held_small_areas(there[there["source"] == "scotland"], **places) == frozenset()
    nothing = {"store": tmp_path, "open_data": tmp_path}
    assert held_small_areas(coverage(**nothing), **nothing) == frozenset()
