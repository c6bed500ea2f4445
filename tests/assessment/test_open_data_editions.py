"""Facts of the editions made from open data, as a reader finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_edition import SECTIONS, changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

HELD = "[x] not in the data held"


def test_the_summary_says_that_all_recorded_crime_rose(leicestershire: Written) -> None:
    said = leicestershire.words("summary")
    assert (
        "All recorded crime rose by 23.2% in the year ending November 2022: 8,408, against 6,824 in the year ending "
        "November 2021 (95% interval: rise of 7.3% to 41.6%; <changes-on-the-year>)"
    ) in said
    assert "All recorded crime: 8,408" in said


def test_the_sentence_the_table_and_the_csv_say_the_same(leicestershire: Written) -> None:
    row = leicestershire.row("changes-on-the-year", line="all-crime")
    assert (row["before"], row["after"], row["verdict"]) == ("6824", "8408", "rose")
    assert round(float(row["change"]), 1) == 23.2
    assert (round(float(row["change_low"]), 1), round(float(row["change_high"]), 1)) == (7.3, 41.6)
    assert leicestershire.row("profile", line="all-crime")["latest"] == "8408"


def test_all_recorded_crime_is_the_sum_of_its_categories_and_not_of_disorder(leicestershire: Written) -> None:
    rows = leicestershire.rows("profile")
    crimes = sum(int(row["latest"]) for row in rows if row["kind"] == "crime")
    assert crimes == int(leicestershire.row("profile", line="all-crime")["latest"])
    assert leicestershire.row("profile", line="anti-social-behaviour")["kind"] == "apart"


def test_one_month_decides_the_rise_in_theft_from_the_person(leicestershire: Written) -> None:
    said = leicestershire.words("categories")
    assert "June 2022 alone has 37 of the 74. In the events calendar of that month: Download Festival" in said
    assert "Without June in either year there is no clear change: 37 against 24" in said
    assert "One month decides the change in theft from the person" in leicestershire.words("profile")


def test_the_chart_of_theft_from_the_person_names_the_festival(leicestershire: Written) -> None:
    chart = leicestershire.exhibits["course-of-theft-from-the-person"].chart
    assert chart is not None
    assert "Download Festival, 10 to 12 June 2022 (June 2022)" in chart.alt
    assert leicestershire.row("course-of-theft-from-the-person", month="2022-06")["count"] == "37"


def test_a_verdict_that_hangs_on_the_share_of_located_records_is_not_said(warwickshire: Written) -> None:
    said = warwickshire.words("categories")
    assert "We cannot say whether all recorded crime changed since before Covid: the share of records with" in said
    assert warwickshire.row("changes-since-before-covid", line="all-crime")["verdict"] == ""


def test_eleven_months_are_not_set_beside_a_year_that_is_not_there(warwickshire: Written) -> None:
    assert "changes-on-the-year" not in warwickshire.exhibits
    assert "What changed on the year: no part of January to November 2022 has figures" in warwickshire.words("profile")
    assert all(row["change"] == "" for row in warwickshire.rows("profile"))
    assert "rose by" not in "\n".join(
        line for line in warwickshire.words("summary").splitlines() if "before Covid" not in line
    )


def test_eleven_months_are_compared_in_the_four_that_have_figures_from_before_covid(warwickshire: Written) -> None:
    months = {row["months"] for row in warwickshire.rows("changes-since-before-covid") if row["months"]}
    assert months == {"January, February, October and November only"}
    assert "compares January, February, October and November only" in warwickshire.words("profile")
    asb = warwickshire.row("changes-since-before-covid", line="anti-social-behaviour")
    assert (asb["before"], asb["after"], asb["verdict"]) == ("3946", "2640", "fell")


def test_a_rate_over_eleven_months_is_called_one(warwickshire: Written) -> None:
    assert any("Rates are over 11 months, not a year." in note for note in warwickshire.exhibits["profile"].notes)


def test_missing_months_are_never_zero_in_any_csv(written: Callable[[str], Written]) -> None:
    lancashire = written("west-lancashire/2022")
    missing = {row["month"] for row in lancashire.rows("coverage-by-month") if row["supply"] == "missing"}
    assert missing == {f"2019-{month:02d}" for month in range(3, 12)} | {"2020-06", "2020-08", "2020-09"}
    courses = [slug for slug in lancashire.exhibits if slug.startswith("course-of-")]
    assert len(courses) > 5
    for slug in courses:
        gaps = {row["month"]: row for row in lancashire.rows(slug) if row["month"] in missing}
        assert set(gaps) == missing
        assert {(row["count"], row["count_note"]) for row in gaps.values()} == {("", HELD)}
    for row in lancashire.rows("profile"):
        assert {(row[month], row[f"{month}_note"]) for month in missing} == {("", HELD)}


def test_missing_months_are_said_in_the_chart_and_in_the_coverage(written: Callable[[str], Written]) -> None:
    lancashire = written("west-lancashire/2022")
    chart = lancashire.exhibits["course-of-all-crime"].chart
    assert chart is not None
    assert "There is no data for March to November 2019, June 2020 and August to September 2020" in chart.alt
    assert lancashire.words("data").count("12 months are") == 1


def test_what_only_the_partnership_could_say_is_not_supplied(leicestershire: Written) -> None:
    for section in ("area", "performance", "people", "categories", "initiatives", "delivery", "equality"):
        tones = [getattr(block, "tone", "") for block in leicestershire.sections[section]]
        assert "not-supplied" in tones, section
    front = leicestershire.words("front")
    assert "Approved by: not supplied" in front and "Contact: not supplied" in front


def test_open_data_says_on_its_first_page_that_nobody_endorsed_it(leicestershire: Written) -> None:
    assert leicestershire.words("front").startswith(
        "Analysis of open data; not produced or endorsed by the partnership."
    )


def test_annual_figures_have_no_months_places_or_seasons(lothian: Written) -> None:
    assert "one a year for the whole council area" in lothian.words("places")
    methods = lothian.words("data")
    assert "Places:" not in methods and "monthly counts" not in methods
    assert not [slug for slug in lothian.exhibits if slug.startswith("top-places")]


def test_scottish_crimes_and_offences_are_never_added(lothian: Written) -> None:
    kinds = {row["line"]: row["kind"] for row in lothian.rows("profile")}
    assert (kinds["all-crimes"], kinds["all-offences"]) == ("total", "apart")
    groups = sum(
        int(row["latest"]) for row in lothian.rows("profile") if row["line"].startswith("all-group-") and
        int(row["line"].split("-")[2]) <= 5
    )  # fmt: skip
    assert groups <= int(lothian.row("profile", line="all-crimes")["latest"])


def test_no_scottish_trend_starts_before_the_latest_recording_change(lothian: Written) -> None:
    said = [line for line in lothian.words("categories").splitlines() if line.startswith("Trend.")]
    assert said
    assert all("over 2013/14 to 2019/20" in line and "Police Scotland formed" in line for line in said)


def test_the_year_before_covid_is_named_for_annual_figures(lothian: Written) -> None:
    assert "2018/19, the last year wholly before Covid" in lothian.words("summary")


def test_the_summary_has_at_most_eight_findings_and_each_number_its_exhibit(
    leicestershire: Written, warwickshire: Written, lothian: Written
) -> None:
    for edition in (leicestershire, warwickshire, lothian):
        (findings,) = [block for block in edition.sections["summary"] if block.kind == "list"]
        assert 3 <= len(findings.items) <= 8
        assert all(any(span.kind == "ref" for span in item) for item in findings.items)


def test_no_section_names_an_officer_or_invents_a_target(leicestershire: Written) -> None:
    assert not [slug for slug in leicestershire.exhibits if slug.startswith(("targets", "delivery", "equality"))]
    assert set(leicestershire.sections) == set(SECTIONS)


def test_a_partnership_s_own_edition_names_who_produced_it(leicestershire: Written) -> None:
    own = changed(leicestershire, edition={"basis": "partnership"})
    said = own.words("front")
    assert said.startswith("Produced by Safer North West Leicestershire Partnership. What it has not declared")
    assert "endorsed" not in said and "Approved by: not supplied" in said
