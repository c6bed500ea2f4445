"""The slices of one evaluation: exactly the areas that its plan names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from analysis.counts import total
from analysis.errors import StoreError
from analysis.store import Slices, edition_slices, evaluation_slices

if TYPE_CHECKING:
    from pathlib import Path

NWL, LEICESTER = "E07000134", "E06000016"
ONE, TWO = "E01025913", "E01025914"
ASB = "anti-social-behaviour"


@pytest.fixture
def slices(store: Path, open_data: Path) -> Slices:
    """A district, one of its own small areas, and a small area of another district."""
    codes = [NWL, ONE, "E01013649"]
    return evaluation_slices("police-uk", "2022-10", codes, ["leicestershire"], store=store, open_data=open_data)


def of(slices: Slices, area: str) -> list[object]:
    counts = slices.counts
    return counts.loc[(counts["area"] == area) & (counts["category"] == ASB), "count"].tolist()


def test_each_area_named_has_every_month_and_category_and_no_other_area_has_any(slices: Slices) -> None:
    assert set(slices.counts["area"]) == {NWL, ONE, "E01013649"}
    assert len(slices.counts) == 3 * 5 * 14


def test_a_district_holds_all_its_small_areas_and_a_missing_month_is_not_zero(slices: Slices) -> None:
    assert of(slices, NWL) == [2, 3, pd.NA, 2, 2]
    assert of(slices, ONE) == [2, 2, pd.NA, 2, 2]
    assert of(slices, "E01013649") == [0, 0, pd.NA, 0, 0]


def test_districts_are_those_named_and_what_has_no_location_stands_apart(slices: Slices) -> None:
    assert set(slices.districts["area"]) == {NWL}
    assert set(slices.unlocated["area"]) == {"leicestershire:unlocated"}
    assert set(slices.areas["code"]) == {NWL, ONE, "E01013649", "leicestershire:unlocated"}
    assert set(slices.population["area"]) == {NWL, ONE}
    assert slices.completeness["month"].nunique() == 5
    assert len(slices.sources) == 3


def test_the_figures_are_those_that_an_edition_takes(tmp_path: Path, open_data: Path) -> None:
    """Every small area and every district of a real force: the two ways of taking them must agree."""
    none = tmp_path / "none"
    edition = edition_slices("police-uk", "2022-11", [NWL], [], ["leicestershire"], store=none, open_data=open_data)
    codes = sorted({NWL, *edition.counts["area"]})
    own = evaluation_slices("police-uk", "2022-11", codes, ["leicestershire"], store=none, open_data=open_data)
    small = own.counts[own.counts["area"] != NWL].reset_index(drop=True)
    pd.testing.assert_frame_equal(small, edition.counts)
    pd.testing.assert_frame_equal(own.districts, edition.districts)
    pd.testing.assert_frame_equal(total(small, ["month", "category"]), total(own.districts, ["month", "category"]))
    assert own.unlocated.equals(edition.unlocated)


def test_councils_are_taken_in_financial_years_with_no_force(store: Path, open_data: Path) -> None:
    annual = evaluation_slices("scotland", "2020-21", ["S12000047", "S12000040"], [], store=store, open_data=open_data)
    assert annual.counts["month"].dtype == pd.PeriodDtype("Y-MAR")
    assert set(annual.counts["area"]) == {"S12000040", "S12000047"}
    assert annual.unlocated.empty


def test_simulated_neighbourhoods_have_their_own_population(store: Path, open_data: Path) -> None:
    codes = ["X01000015", "X01000016"]
    made = evaluation_slices("simulated", "2022-11", codes, ["illustrationshire"], store=store, open_data=open_data)
    assert set(made.counts["area"]) == set(made.population["area"]) == set(codes)
    assert made.districts.empty


def test_slices_do_not_depend_on_the_order_or_repetition_of_codes_and_round_trip(
    slices: Slices, store: Path, open_data: Path, tmp_path: Path
) -> None:
    codes = ["E01013649", ONE, NWL, ONE]
    again = evaluation_slices("police-uk", "2022-10", codes, ["leicestershire"], store=store, open_data=open_data)
    again.save(tmp_path / "a")
    assert Slices.load(tmp_path / "a").hashes() == slices.hashes() == again.hashes()


@pytest.mark.parametrize(
    ("source", "code", "forces", "said"),
    [
        ("police-uk", "E01025999", ["leicestershire"], "area E01025999: is neither a district nor a small area of the"),
        ("police-uk", "leicestershire:unlocated", ["leicestershire"], "area leicestershire:unlocated: is neither"),
        ("police-uk", NWL, [], "police-uk 2022-10: cannot be taken without a police force"),
        ("police-uk", NWL, ["kent"], "police-uk 2022-10 of kent: is in neither"),
        ("police.uk", NWL, ["leicestershire"], 'source "police.uk": is not known'),
    ],
)
def test_what_is_not_held_is_refused(
    store: Path, open_data: Path, source: str, code: str, forces: list[str], said: str
) -> None:
    with pytest.raises(StoreError) as refused:
        evaluation_slices(source, "2022-10", [code], forces, store=store, open_data=open_data)
    assert str(refused.value).startswith(said)
