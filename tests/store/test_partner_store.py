"""Partner extracts in the store: whole or not at all, the same twice, no row and no person in them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ParameterError, SourceError, StoreError
from analysis.params import PartnerPin
from analysis.run.house import House
from analysis.run.partner_extract import ingest_extract, known_areas
from analysis.sources.simulated.partners import NOT_SENT, peak_share, write_partner_files
from analysis.store import Ingested, edition_slices, held_partners
from analysis.store.partner_store import partner_folder, read_partner
from analysis.store.slices import Slices

TODAY = dt.date(2026, 11, 28)
NAMES = ("brackenford-ambulance", "brackenford-council", "brackenford-fire")
PINS = [PartnerPin(source=name, vintage="2022-11") for name in NAMES]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_partner_files(tmp_path_factory.mktemp("sent"))


@pytest.fixture
def house(tmp_path: Path, root: Path) -> House:
    """A repository with what is declared and shipped, and a store of its own."""
    (tmp_path / "data").mkdir()
    (tmp_path / "params").symlink_to(root / "params")
    (tmp_path / "data" / "open").symlink_to(root / "data" / "open")
    return House(tmp_path)


def ingest(name: str, path: Path, house: House, *, replace: bool = False) -> Ingested:
    mapping = house.params / "sources" / f"{name}.yml"
    return ingest_extract(path, mapping, house, replace=replace, today=TODAY)


def test_what_ships_is_what_the_simulator_would_send_read_by_the_mappings(
    files: dict[str, Path], house: House, root: Path
) -> None:
    for name in NAMES:
        ingest(name, files[name], house)
        stored = partner_folder(house.store, name, "2022-11")
        shipped = root / "data" / "open" / f"partner-{name}-2022-11"
        assert {p.name: p.read_text() for p in stored.iterdir()} == {p.name: p.read_text() for p in shipped.iterdir()}


def test_the_same_again_changes_nothing_and_other_figures_are_refused(files: dict[str, Path], house: House) -> None:
    name = NAMES[2]
    assert ingest(name, files[name], house).outcome == "new"
    before = {p: p.stat().st_mtime_ns for p in partner_folder(house.store, name, "2022-11").iterdir()}
    assert ingest(name, files[name], house).outcome == "unchanged"
    assert {p: p.stat().st_mtime_ns for p in before} == before
    fewer = files[name].with_name("fewer.csv")
    fewer.write_bytes(b"\r\n".join(files[name].read_bytes().split(b"\r\n")[:-2]))
    with pytest.raises(StoreError, match="holds other figures under the same vintage"):
        ingest(name, fewer, house)
    assert {p: p.stat().st_mtime_ns for p in before} == before
    assert ingest(name, fewer, house, replace=True).outcome == "replaced"


def test_a_refused_file_leaves_no_trace(files: dict[str, Path], house: House) -> None:
    broken = files[NAMES[2]].with_name("broken.csv")
    broken.write_bytes(files[NAMES[2]].read_bytes().replace(b"Hoax call", b"Hoaks call", 1))
    with pytest.raises(SourceError, match=r'"Hoaks call" is no word of category\.words; did you mean "Hoax call"'):
        ingest(NAMES[2], broken, house)
    assert not house.store.exists()


def test_a_mapping_that_is_wrong_is_refused_before_the_file_is_opened(house: House, tmp_path: Path, root: Path) -> None:
    mapping = tmp_path / "brackenford-fire.yml"
    text = (root / "params" / "sources" / "brackenford-fire.yml").read_text(encoding="utf-8")
    mapping.write_text(text.replace("shape: long", "shape: lang").replace("X07000001", "X07000099"), encoding="utf-8")
    with pytest.raises(ParameterError, match=r"brackenford-fire\.yml:\d+ shape: \"lang\" is not one of long, wide"):
        ingest_extract(tmp_path / "none.csv", mapping, house, today=TODAY)


def test_a_vintage_to_come_is_refused(files: dict[str, Path], house: House) -> None:
    mapping = house.params / "sources" / f"{NAMES[2]}.yml"
    with pytest.raises(StoreError, match="is a month to come"):
        ingest_extract(files[NAMES[2]], mapping, house, vintage="2026-12", today=TODAY)


def test_only_mapped_columns_are_kept_and_it_is_said_how_many_are_not(files: dict[str, Path], house: House) -> None:
    told = ingest(NAMES[0], files[NAMES[0]], house)
    assert "one column of the file not named in the mapping: not looked at, not kept" in told.remarks
    stored = "".join(p.read_text() for p in partner_folder(house.store, NAMES[0], "2022-11").iterdir())
    assert "A00001" not in stored and "Age" not in stored and "Over the border" not in stored
    assert any(line.startswith("time of day not known of") for line in told.remarks)


def test_repeats_and_rows_outside_are_counted_and_left_out(files: dict[str, Path], house: House) -> None:
    told = ingest(NAMES[0], files[NAMES[0]], house)
    lines = files[NAMES[0]].read_text().splitlines()[1:]
    sums = told.completeness[["rows", "duplicates_removed", "outside"]].sum()
    assert sums["rows"] == len(lines)
    assert sums["duplicates_removed"] == len(lines) - len(set(lines))
    assert sums["outside"] == sum("Over the border" in line for line in set(lines))


def test_a_blank_cell_of_the_wide_table_is_missing_and_no_zero(root: Path) -> None:
    counts = read_partner(root / "data" / "open" / f"partner-{NAMES[1]}-2022-11").counts
    gone = counts[counts["status"] == "missing"]
    assert gone[["month", "category"]].astype(str).to_numpy().tolist() == [[NOT_SENT[1], NOT_SENT[0].lower()]]


def test_the_planted_peak_is_in_the_weights(root: Path) -> None:
    """A stretch of up to two hours carries some of the peak over its edge, so a little less than the truth is there."""
    weights = read_partner(root / "data" / "open" / f"partner-{NAMES[0]}-2022-11").weights
    inside = weights[weights["weekday"].isin([4, 5]) & weights["hour"].isin([21, 22, 23])]["weight"].sum()
    share, truth = inside / weights["weight"].sum(), peak_share()
    assert truth - 0.08 < share < truth + 0.04


def test_an_edition_takes_the_extracts_it_names_and_nothing_changes_for_one_that_names_none(root: Path) -> None:
    asked = ("simulated", "2022-11", ["X07000001"], [], ["illustrationshire"])
    where = {"store": root / "no-store", "open_data": root / "data" / "open"}
    plain, with_them = edition_slices(*asked, **where), edition_slices(*asked, **where, partners=PINS)
    assert plain.partners == {}
    assert not [name for name in plain.hashes() if name.startswith("partners")]
    assert plain.hashes() == {k: v for k, v in with_them.hashes().items() if not k.startswith("partners")}
    assert set(with_them.partners) == set(NAMES)


def test_slices_with_extracts_are_read_back_as_they_were_saved(root: Path, tmp_path: Path) -> None:
    asked = ("simulated", "2022-11", ["X07000001"], [], ["illustrationshire"])
    taken = edition_slices(*asked, store=root / "no-store", open_data=root / "data" / "open", partners=PINS)
    taken.save(tmp_path)
    back = Slices.load(tmp_path)
    assert back.hashes() == taken.hashes()
    for name in NAMES:
        pd.testing.assert_frame_equal(back.partners[name].counts, taken.partners[name].counts)
        pd.testing.assert_frame_equal(back.partners[name].weights, taken.partners[name].weights, rtol=1e-5)


def test_an_extract_that_is_not_held_is_refused_and_those_held_are_named(root: Path) -> None:
    asked = ("simulated", "2022-11", ["X07000001"], [], ["illustrationshire"])
    pin = [PartnerPin(source="brackenford-fire", vintage="2021-11")]
    with pytest.raises(StoreError, match="held are brackenford-ambulance 2022-11, brackenford-council 2022-11"):
        edition_slices(*asked, store=root / "no-store", open_data=root / "data" / "open", partners=pin)


def test_an_extract_of_other_areas_is_refused(root: Path) -> None:
    asked = ("simulated", "2022-11", ["X07000002"], [], ["illustrationshire"])
    with pytest.raises(StoreError, match="has no figure of the areas of this edition"):
        edition_slices(*asked, store=root / "no-store", open_data=root / "data" / "open", partners=PINS[:1])


def test_the_store_stands_before_what_ships_and_a_damaged_extract_says_what_to_do(
    files: dict[str, Path], house: House, root: Path
) -> None:
    shipped = root / "data" / "open"
    assert set(held_partners(house.store, shipped)) == set(NAMES)
    ingest(NAMES[2], files[NAMES[2]], house)
    folder = held_partners(house.store, shipped)[NAMES[2]]["2022-11"]
    assert folder == partner_folder(house.store, NAMES[2], "2022-11")
    (folder / "weights.csv").unlink()
    with pytest.raises(StoreError, match="is not whole"):
        read_partner(folder)
    shutil.rmtree(folder)


def test_areas_are_known_by_code_and_districts_by_name(house: House) -> None:
    known = known_areas(house)
    assert known["E07000134"] == "E07000134" == known["north west leicestershire"]
    assert known["X01000001"] == "X01000001"
    assert "warwickshire" not in known
