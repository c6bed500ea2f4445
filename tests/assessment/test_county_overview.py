"""The county's overview: members as their own reports have them, and sums that make the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_edition import rows_of, sentences

from analysis.assessment.county import CountyOverview
from analysis.assessment.county.adding_up import reconciled
from analysis.blocks import Exhibit

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

MEMBERS = {
    "north-warwickshire": "North Warwickshire", "nuneaton-and-bedworth": "Nuneaton and Bedworth", "rugby": "Rugby",
    "south-warwickshire": "South Warwickshire",
}  # fmt: skip


@pytest.fixture(scope="module")
def county(warwickshire: Written) -> CountyOverview:
    return CountyOverview(warwickshire.assessment.declaration, warwickshire.assessment.slices)


@pytest.fixture(scope="module")
def restated(agreement: Written) -> CountyOverview:
    return CountyOverview(agreement.assessment.declaration, agreement.assessment.slices)


def rows(overview: CountyOverview, section: str, slug: str) -> list[dict[str, str]]:
    blocks = getattr(overview, section)().blocks
    (found,) = [block for block in blocks if isinstance(block, Exhibit) and block.slug == slug]
    return rows_of(found)


def words(overview: CountyOverview, section: str) -> str:
    return "\n".join(sentences(getattr(overview, section)().blocks))


def test_the_members_counts_of_every_type_add_up_to_the_countys(county: CountyOverview) -> None:
    found = rows(county, "rates", "member-counts")
    for category in {row["category"] for row in found}:
        own = {row["member"]: int(row["count"]) for row in found if row["category"] == category}
        assert own.pop("Warwickshire") == sum(own.values()), category
        assert set(own) == set(MEMBERS.values())


def test_a_members_counts_rates_and_changes_are_those_of_its_own_assessment(
    county: CountyOverview, written: Callable[[str], Written]
) -> None:
    here = rows(county, "rates", "member-rates")
    changed = rows(county, "changes", "member-changes")
    for member, name in MEMBERS.items():
        own = written(f"{member}/2022")
        for row in own.rows("profile"):
            (mine,) = [each for each in here if each["member"] == name and each["category"] == row["category"]]
            assert (mine["count"], mine["rate"]) == (row["latest"], row["rate"])
        for row in own.rows("changes-since-before-covid"):
            (mine,) = [each for each in changed if each["member"] == name and each["category"] == row["category"]]
            assert (mine["verdict"], mine["change"], mine["before"]) == (row["verdict"], row["change"], row["before"])


def test_members_records_nowhere_and_records_outside_make_all_that_the_force_recorded(county: CountyOverview) -> None:
    found = rows(county, "adding_up", "adding-up")
    assert [row["left_over"] for row in found] == ["0", "0"]
    for row in found:
        parts = [int(row[name]) for name in ("members", "nowhere", "outside")]
        assert sum(parts) == int(row["force"])
        assert row["members"] == row["county"]
    assert "4.3% of them are in no member's counts" in words(county, "adding_up")


def test_a_member_left_out_leaves_its_records_over(county: CountyOverview) -> None:
    fewer = {name: results for name, results in county.members.items() if name != "rugby"}
    crime = next(iter(reconciled(county.results, fewer)))
    assert crime.number("left_over") == county.members["rugby"].profile.line("all-crime").latest


def test_what_chance_gives_is_of_as_many_comparisons_as_the_tables_heading_counts(county: CountyOverview) -> None:
    found = rows(county, "changes", "member-changes")
    known = [row for row in found if row["member"] != "Warwickshire" and row["verdict"]]
    assert f"Of the members' {len(known)} comparisons, about three would look clear by chance." in words(
        county, "changes"
    )


@pytest.mark.parametrize(("section", "slug"), [("rates", "member-counts"), ("changes", "member-changes")])
def test_a_figure_that_rests_on_few_is_marked_in_print_as_in_the_csv(
    county: CountyOverview, section: str, slug: str
) -> None:
    (found,) = [b for b in getattr(county, section)().blocks if isinstance(b, Exhibit) and b.slug == slug]
    column = {"member-counts": "count_note", "member-changes": "change_note"}[slug]
    marked = [row for row in rows_of(found) if "[low]" in row[column]]
    printed = [cell.text for row in found.table.rows for cell in row if "[low]" in cell.text]
    assert len(printed) == len(marked) > 0


def test_two_stretches_of_months_are_said_and_no_trend_is_told(county: CountyOverview) -> None:
    said = words(county, "changes")
    assert "October 2018 to February 2019 and January to November 2022 alone" in said
    assert "there is no trend" in said


def test_open_data_have_no_priorities_and_no_targets(county: CountyOverview) -> None:
    assert "which only they can declare" in words(county, "priorities")
    assert "only the partnership can set" in words(county, "targets")


def test_the_agreement_shows_which_member_names_which_priority(restated: CountyOverview) -> None:
    said = words(restated, "priorities")
    assert "Serious violent crime is named by all four members." in said
    assert "Anti-social behaviour is named by all four members." in said
    assert "Alcohol: one of four names it (South Warwickshire)." in said
    assert "Rugby also names what is none of the county's priorities: domestic burglary." in said
    found = rows(restated, "priorities", "member-priorities")
    assert len(found) == 14
    assert {row["member"] for row in found} == set(MEMBERS.values())


def test_the_agreement_has_table_1_and_no_counts_of_members(restated: CountyOverview) -> None:
    found = {row["id"]: row for row in rows(restated, "targets", "targets-performance-2010-11")}
    assert found["ni15-most-serious-violent-crime"]["change"].startswith("3.7")
    assert "publishes no counts by member partnership" in words(restated, "rates")
    assert not restated.changes().blocks
    assert not restated.adding_up().blocks


def test_restricted_figures_of_members_are_not_set_beside_the_county(illustration: Written) -> None:
    declared = illustration.assessment.declaration
    own = {"member_partnerships": {"a": "A"}, "member_areas": {"a": declared.partnership.areas}}
    overview = CountyOverview(declared.model_copy(update=own), illustration.assessment.slices)
    assert "withheld is decided for one partnership at a time" in words(overview, "rates")
    assert not overview.changes().blocks
    assert not overview.adding_up().blocks
