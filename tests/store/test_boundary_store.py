"""Outlines in the store: whole, told apart, and only where an edition's areas are covered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from analysis.errors import StoreError
from analysis.measures import hectares, neighbours
from analysis.store import Slices, edition_slices, ingest_boundaries
from analysis.store.fingerprint import holding_fingerprint

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.data

FILES = ("127", "130", "132", "134", "218", "219", "220", "221", "222")
WARWICKSHIRE = ("E07000218", "E07000219", "E07000220", "E07000221", "E07000222")


@pytest.fixture
def held(root: Path, shared: Path, tmp_path: Path) -> Any:
    """Ingest one of the shared files into a store of its own."""

    def ingest(number: str, **options: Any) -> Any:
        path = shared / "data" / "boundaries" / f"E07000{number}.json"
        places = {"store": tmp_path, "open_data": root / "data" / "open", "register": root / "params" / "areas.csv"}
        return ingest_boundaries(options.pop("path", path), **places, **options)

    return ingest


def _slices(root: Path, store: Path, own: tuple[str, ...], force: str) -> Slices:
    open_data = root / "data" / "open"
    return edition_slices("police-uk", "2022-11", own, [], [force], store=store, open_data=open_data)


@pytest.mark.parametrize("number", FILES)
def test_every_published_file_comes_in_whole_and_covers_its_district(number: str, held: Any, tmp_path: Path) -> None:
    found = held(number)
    assert found.outcome == "new"
    assert f"every small area of E07000{number}" in found.remarks
    assert not list(tmp_path.glob("**/.*"))


def test_the_58_outlines_of_one_district_match_its_figures_exactly(held: Any, root: Path, tmp_path: Path) -> None:
    held("134")
    slices = _slices(root, tmp_path, ("E07000134",), "leicestershire")
    assert len(slices.boundaries) == 58
    assert set(slices.boundaries["area"]) == set(slices.counts["area"])


def test_ingesting_the_same_again_changes_nothing(held: Any, tmp_path: Path) -> None:
    held("134")
    manifest = next(tmp_path.glob("boundaries/*/manifest.json"))
    before = (manifest.read_bytes(), manifest.stat().st_mtime_ns)
    assert held("134").outcome == "unchanged"
    assert (manifest.read_bytes(), manifest.stat().st_mtime_ns) == before


def test_other_outlines_under_one_name_need_replace(held: Any, shared: Path) -> None:
    held("134", name="mine")
    with pytest.raises(StoreError, match="holds other outlines under the same name"):
        held("127", name="mine")
    assert held("127", name="mine", replace=True).outcome == "replaced"


def test_two_outlines_of_one_place_are_refused(held: Any, shared: Path, tmp_path: Path) -> None:
    held("134")
    content = json.loads((shared / "data" / "boundaries" / "E07000134.json").read_text(encoding="utf-8"))
    ring = content["features"][5]["geometry"]["coordinates"][0]
    del ring[3]
    other = tmp_path / "other.geojson"
    other.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(StoreError, match='is held with another outline, under the name "e07000134"'):
        held("134", path=other)
    assert not (tmp_path / "boundaries" / "other").exists()


def test_the_attribution_goes_where_the_outlines_go(held: Any, root: Path, tmp_path: Path) -> None:
    held("134", attribution="Contains OS data © Crown copyright and database right 2020")
    slices = _slices(root, tmp_path, ("E07000134",), "leicestershire")
    assert [r.attribution for r in slices.sources][-1].startswith("Contains OS data ©")


def test_without_an_attribution_the_outlines_are_the_users(held: Any, root: Path, tmp_path: Path) -> None:
    held("134")
    assert _slices(root, tmp_path, ("E07000134",), "leicestershire").sources[-1].attribution == (
        "Boundaries supplied by the user."
    )


def test_an_edition_has_no_outlines_until_all_its_areas_are_covered(held: Any, root: Path, tmp_path: Path) -> None:
    bare = _slices(root, tmp_path, WARWICKSHIRE, "warwickshire")
    for number in ("218", "219", "220", "221"):
        held(number)
    assert _slices(root, tmp_path, WARWICKSHIRE, "warwickshire").hashes() == bare.hashes()
    held("222")
    slices = _slices(root, tmp_path, WARWICKSHIRE, "warwickshire")
    assert len(slices.boundaries) == 339
    assert set(slices.hashes()) == {*bare.hashes(), "boundaries"}


def test_slices_with_outlines_are_read_back_as_they_were_written(held: Any, root: Path, tmp_path: Path) -> None:
    held("134")
    slices = _slices(root, tmp_path, ("E07000134",), "leicestershire")
    slices.save(tmp_path / "slices")
    again = Slices.load(tmp_path / "slices")
    pd.testing.assert_frame_equal(again.boundaries, slices.boundaries)
    assert again.hashes() == slices.hashes()


def test_outlines_that_come_change_what_a_report_is_remembered_by(held: Any, root: Path, tmp_path: Path) -> None:
    asked = ("police-uk", "2022-11", ["leicestershire"])
    before = holding_fingerprint(*asked, store=tmp_path, open_data=root / "data" / "open")
    held("134")
    assert holding_fingerprint(*asked, store=tmp_path, open_data=root / "data" / "open") != before


def test_neighbours_and_hectares_are_those_of_the_real_district(held: Any, root: Path, tmp_path: Path) -> None:
    held("134")
    slices = _slices(root, tmp_path, ("E07000134",), "leicestershire")
    beside = neighbours(slices.boundaries)
    assert all(code in beside[other] for code, others in beside.items() for other in others)
    # The Office for National Statistics gives the district 27,933 hectares; generalised outlines come close to it.
    assert sum(hectares(slices.boundaries).values()) == pytest.approx(27933, rel=0.001)
