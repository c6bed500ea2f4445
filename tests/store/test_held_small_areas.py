"""The small areas that an event may name are those of the figures at hand, shipped or ingested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.store import held_small_areas

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "code,name,kind,parent,longitude,latitude\n"


def test_the_extracts_that_ship_give_their_small_areas_and_nothing_else(root: Path, tmp_path: Path) -> None:
    found = held_small_areas(tmp_path, root / "data" / "open")
    assert {"E01025926", "X01000001"} <= set(found)
    assert (found["E01025926"], found["X01000001"]) == ("E07000134", "X07000001")
    assert not [code for code in found if code[:3] not in ("E01", "W01", "X01")]


def test_what_was_ingested_adds_to_what_ships_and_takes_nothing_away(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "police-uk" / "2022-11" / "force=leicestershire"
    folder.mkdir(parents=True)
    rows = (
        "E07000134,North West Leicestershire,district,,,\nE01999999,North West Leicestershire 999A,lsoa,E07000134,,\n"
    )
    (folder / "areas.csv").write_text(HEADER + rows)
    shipped = held_small_areas(tmp_path / "nothing", root / "data" / "open")
    assert held_small_areas(tmp_path, root / "data" / "open") == shipped | {"E01999999": "E07000134"}
    assert held_small_areas(tmp_path / "nothing", tmp_path / "nothing") == {}
