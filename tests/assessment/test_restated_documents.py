"""Facts of the editions that restate a published document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.evaluation import PercentageOnly, before_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

TABLE = "targets-performance-2010-11"
PUBLISHED = {
    "ni15-most-serious-violent-crime": ("3.7", "16.3"),
    "ni16-serious-acquisitive-crime": ("-8.5", "-11.8"),
    "ni47-killed-or-seriously-injured": ("-2.3", "-1.0"),
}
"""Change on the year before and difference from target, as Table 1 prints them."""


@pytest.mark.parametrize(("indicator", "figures"), PUBLISHED.items())
def test_table_1_comes_out_of_the_counts_beside_it(
    indicator: str, figures: tuple[str, str], agreement: Written
) -> None:
    row = agreement.row(TABLE, id=indicator)
    assert (f"{float(row['change']):.1f}", f"{float(row['from_target']):.1f}") == figures


@pytest.mark.parametrize(
    ("indicator", "state"),
    [("ni21-local-concerns", "not measured"), ("ni30-prolific-offenders", "not yet known")],
)
def test_what_the_document_has_as_not_applicable_or_to_come_is_never_zero(
    indicator: str, state: str, agreement: Written
) -> None:
    row = agreement.row(TABLE, id=indicator)
    for column in ("actual", "change", "from_target"):
        assert (row[column], row[f"{column}_note"]) == ("", state)


def test_a_part_year_is_not_set_beside_a_whole_one(agreement: Written) -> None:
    row = agreement.row(TABLE, id="ni40-effective-treatment")
    assert (row["actual"], row["actual_note"]) == ("1128", "[p] to the end of November 2010")
    assert row["change"] == row["from_target"] == ""
    assert row["status_note"] == "not yet known"


def test_the_two_derived_totals_are_shown_as_sums(agreement: Written) -> None:
    notes = agreement.exhibits["targets-2011-12-targets"].notes
    assert (
        "Incidents of serious violent crime 2,883 is the sum of Most serious violence 335 and Assault with less "
        "serious injury 2,548."
    ) in notes
    assert (
        "Incidents of serious acquisitive crime 6,346 is the sum of Domestic burglary 2,021, Robbery (business and "
        "personal) 299 and Vehicle crime 4,026."
    ) in notes


def test_a_target_one_below_its_baseline_is_called_a_coin_toss(agreement: Written) -> None:
    said = agreement.words("performance")
    assert "Incidents of serious violent crime (50%) and Incidents of serious acquisitive crime (50%)" in said
    assert "says nothing about what was done" in said


def test_the_standing_of_indicators_is_said_alike_in_the_summary_and_the_tables(agreement: Written) -> None:
    assert "Of 20 indicators, two met and one missed; 17 cannot be judged" in agreement.words("summary")
    assert agreement.exhibits[TABLE].headline == "Of six indicators, two met and one missed; three cannot be judged"


def test_a_document_without_counts_has_no_profile_trend_or_place(agreement: Written) -> None:
    assert "no profile can be drawn" in agreement.words("profile")
    assert "no place can be named" in agreement.words("places")
    assert not [slug for slug in agreement.exhibits if slug.startswith(("course-of", "changes", "top-places"))]


def test_a_document_promises_no_marker_that_its_tables_do_not_carry(agreement: Written) -> None:
    assert "[low]" not in agreement.words("data")
    assert not any("[low]" in exhibit.csv for exhibit in agreement.exhibits.values())


def test_the_document_is_named_in_every_source(agreement: Written) -> None:
    sources = {exhibit.source for exhibit in agreement.exhibits.values()}
    assert len(sources) == 1
    assert "Warwickshire Community Safety Agreement 2011-12" in sources.pop()


def test_an_action_without_a_date_is_counted(written: Callable[[str], Written]) -> None:
    plan = written("north-west-leicestershire/2017-18")
    violence = plan.exhibits["delivery-actions-violence"]
    assert violence.headline == "Seven actions; one without a date"
    (undated,) = [row for row in plan.rows("delivery-actions-violence") if row["number"] == "V03"]
    assert undated["due"] in ("not published", "")
    assert "34 actions are planned, one without a date" in plan.words("summary")


def test_slips_of_the_document_are_kept_and_pointed_out(written: Callable[[str], Written]) -> None:
    said = written("north-west-leicestershire/2017-18").words("delivery")
    assert said.count("One of two actions numbered ASB14") == 1
    assert "there is no CC07 or CC08" in said


def test_none_is_overdue_where_the_day_of_the_document_is_not_published(written: Callable[[str], Written]) -> None:
    said = written("north-west-leicestershire/2017-18").words("delivery")
    assert "so none is called due or overdue" in said
    assert said.count("overdue") == 1


def test_a_bare_percentage_says_how_many_incidents_it_would_need(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    said = lothian.words("initiatives")
    outcomes = [o for initiative in lothian.assessment.declaration.edition.initiatives for o in initiative.outcomes]
    bare = [found for outcome in outcomes if isinstance(found := before_after(outcome), PercentageOnly)]
    assert len(bare) == 5
    for found in bare:
        assert f"With fewer than {found.needed} before" in said and f"or fewer than {found.needed_dispersed}" in said


def test_the_fall_of_a_third_needs_64_incidents_before(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    (row,) = [row for row in lothian.rows("initiative-outcomes") if row["outcome"] == "recorded vandalism"]
    assert (row["change"], row["needed"], row["needed_dispersed"]) == ("-34", "64", "123")
    assert row["before"] == row["after"] == "" and row["before_note"] == "not published"


def test_no_outcome_without_counts_is_called_a_success(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    checked = "None of seven published outcomes of initiatives can be checked: no counts were published"
    assert checked in lothian.words("summary")
    assert lothian.exhibits["initiative-outcomes"].headline == checked
    assert "cannot be put down to the initiative" in lothian.words("initiatives")


def test_priorities_that_are_not_named_stay_unnamed(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    (note,) = lothian.sections["categories"]
    assert getattr(note, "title", "") == "Not in the published document"
