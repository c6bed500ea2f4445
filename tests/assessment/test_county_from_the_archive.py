"""The county's overview of Warwickshire, counted again by hand from the raw archive."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest
from written_edition import rows_of

from analysis.assessment.county import CountyOverview
from analysis.blocks import Exhibit

if TYPE_CHECKING:
    from pathlib import Path

    from written_edition import Written

pytestmark = pytest.mark.data

MEMBERS: Final = {
    "North Warwickshire": ["North Warwickshire"],
    "Nuneaton and Bedworth": ["Nuneaton and Bedworth"],
    "Rugby": ["Rugby"],
    "South Warwickshire": ["Stratford-on-Avon", "Warwick"],
}
ASB: Final = "Anti-social behaviour"


@pytest.fixture(scope="module")
def raw(shared: Path) -> pd.DataFrame:
    """Every row of January to November 2022 as published, whole repeats with a Crime ID in one file left out."""
    with zipfile.ZipFile(shared / "data" / "police-uk" / "warwickshire.zip") as archive:
        names = [f"2022-{month:02d}/2022-{month:02d}-warwickshire-street.csv" for month in range(1, 12)]
        months = [pd.read_csv(archive.open(name), dtype=str) for name in names]
    return pd.concat([month[~(month.duplicated() & month["Crime ID"].notna())] for month in months])


@pytest.fixture(scope="module")
def county(warwickshire: Written) -> CountyOverview:
    return CountyOverview(warwickshire.assessment.declaration, warwickshire.assessment.slices)


def of(raw: pd.DataFrame, member: str) -> pd.DataFrame:
    """The rows in the small areas of a member's districts, by their whole names: Warwick is in North Warwickshire."""
    pattern = rf"(?:{'|'.join(MEMBERS[member])}) \d{{3}}[A-Z]"
    return raw[raw["LSOA name"].fillna("").str.fullmatch(pattern)]


def rows(county: CountyOverview, section: str, slug: str) -> list[dict[str, str]]:
    blocks = getattr(county, section)().blocks
    (found,) = [block for block in blocks if isinstance(block, Exhibit) and block.slug == slug]
    return rows_of(found)


def test_the_countys_totals_are_the_sums_of_its_members_in_the_raw_archive(
    county: CountyOverview, raw: pd.DataFrame
) -> None:
    found = {(row["category"], row["member"]): int(row["count"]) for row in rows(county, "rates", "member-counts")}
    own = {member: of(raw, member)["Crime type"].value_counts() for member in MEMBERS}
    for category in sorted(set(raw["Crime type"])):
        for member, counts in own.items():
            assert found[category, member] == counts.get(category, 0), (category, member)
        assert found[category, "Warwickshire"] == sum(counts.get(category, 0) for counts in own.values()), category
    crimes = {member: int(counts.drop(ASB).sum()) for member, counts in own.items()}
    assert {member: found["All recorded crime", member] for member in MEMBERS} == crimes
    assert found["All recorded crime", "Warwickshire"] == sum(crimes.values()) == 36_961


def test_records_without_a_place_and_outside_the_county_are_those_of_the_raw_archive(
    county: CountyOverview, raw: pd.DataFrame
) -> None:
    inside = pd.concat([of(raw, member) for member in MEMBERS])
    crime, apart = rows(county, "adding_up", "adding-up")
    for row, own in (
        (crime, lambda frame: frame["Crime type"] != ASB),
        (apart, lambda frame: frame["Crime type"] == ASB),
    ):
        everything, placed = raw[own(raw)], int(own(inside).sum())
        nowhere = int(everything["LSOA name"].isna().sum())
        assert (int(row["force"]), int(row["members"]), int(row["nowhere"])) == (len(everything), placed, nowhere)
        assert int(row["outside"]) == len(everything) - placed - nowhere
        assert row["left_over"] == "0"
