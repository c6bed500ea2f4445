"""Editions with little or nothing to say: each section says so, and no chart is empty."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from written_edition import SECTIONS, Written, changed, strings

from analysis.blocks import Exhibit, Note

if TYPE_CHECKING:
    from collections.abc import Callable

LAST = pd.Period("2022-11", "M")
EMPTY = dict.fromkeys(
    (
        "area_context", "priorities", "claims", "surveys", "consultations", "initiatives", "events", "timetable",
        "equality", "slips", "not_published", "notable_categories", "indicators", "actions", "members",
    ),
    (),
)  # fmt: skip


def last_months(number: int) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda frame: frame[frame["month"] > LAST - number]


@pytest.fixture(scope="module")
def three_months(leicestershire: Written) -> Written:
    """North West Leicestershire with the months September to November 2022 alone."""
    return changed(leicestershire, last_months(3))


@pytest.fixture(scope="module")
def nothing_declared(written: Callable[[str], Written]) -> Written:
    """A published document of which nothing was taken over."""
    return changed(written("west-lothian/2010-11"), edition=EMPTY, partnership={"members": ()})


@pytest.fixture(scope="module")
def no_population(leicestershire: Written) -> Written:
    """Two years of data, without peers and without a population."""
    people = leicestershire.assessment.results.slices.population
    return changed(
        leicestershire,
        last_months(24),
        partnership={"peers": ()},
        population=people[people["area"] != "E07000134"],
    )


@pytest.fixture(scope="module")
def failed_feed(leicestershire: Written) -> Written:
    """Two years of data in which the feed of burglary failed in June 2022."""

    def fail(frame: pd.DataFrame) -> pd.DataFrame:
        found = last_months(24)(frame).copy()
        lost = (found["category"] == "burglary") & (found["month"] == pd.Period("2022-06", "M"))
        found.loc[lost, "status"] = "failed"
        if "count" in found:
            found.loc[lost, "count"] = pd.NA
        return found

    return changed(leicestershire, fail)


@pytest.fixture(scope="module")
def short_and_restricted(illustration: Written) -> Written:
    """Four months of restricted data: neither a year before nor any month before Covid."""
    return changed(illustration, last_months(4))


@pytest.fixture(scope="module")
def gap_and_restricted(illustration: Written) -> Written:
    """Two years of restricted data without a month of the first: no comparison is of the months decided on."""

    def gap(frame: pd.DataFrame) -> pd.DataFrame:
        found = last_months(24)(frame).copy()
        gone = found["month"] == pd.Period("2021-06", "M")
        found.loc[gone, "status"] = "missing"
        if "count" in found:
            found.loc[gone, "count"] = pd.NA
        return found

    return changed(illustration, gap)


LITTLE = (
    "three_months", "nothing_declared", "no_population", "failed_feed", "short_and_restricted", "gap_and_restricted",
)  # fmt: skip


@pytest.mark.parametrize("name", LITTLE)
def test_every_section_still_says_something_and_no_chart_is_empty(name: str, request: pytest.FixtureRequest) -> None:
    edition: Written = request.getfixturevalue(name)
    silent = ("figures", "partners")
    assert [section for section in SECTIONS if not edition.sections[section] and section not in silent] == []
    for block in edition.blocks:
        if isinstance(block, Exhibit):
            assert block.table.rows, block.slug
            assert block.chart is None or "<path" in block.chart.svg, block.slug
        if isinstance(block, Note):
            assert block.spans


@pytest.mark.parametrize("name", LITTLE)
def test_no_text_of_little_data_is_unfinished(name: str, request: pytest.FixtureRequest) -> None:
    edition: Written = request.getfixturevalue(name)
    texts = [text for block in edition.blocks for text in strings(block.model_dump())]
    assert [text for text in texts if re.search(r"\bnan\b|NaN|<NA>|  |CannotSay|\(\)", text)] == []


@pytest.mark.parametrize("name", LITTLE)
def test_the_summary_leads_to_exhibits_that_are_there(name: str, request: pytest.FixtureRequest) -> None:
    edition: Written = request.getfixturevalue(name)
    found = json.dumps([block.model_dump() for block in edition.sections["summary"]], default=str)
    led_to = set(re.findall(r'"(changes-on-the-year|changes-since-before-covid|profile)"', found))
    assert led_to <= set(edition.exhibits)


def test_three_months_carry_no_comparison_and_no_trend(three_months: Written) -> None:
    assert "changes-on-the-year" not in three_months.exhibits
    assert "trend-models" not in three_months.exhibits
    assert all(row["change"] == row["verdict"] == "" for row in three_months.rows("profile"))
    said = three_months.words("categories")
    assert "rose by" not in said and "fell by" not in said
    assert "We cannot say whether all recorded crime changed on the year" in said
    assert "We cannot say whether all recorded crime changed since before Covid" in said


def test_the_year_of_which_most_months_are_missing_has_no_total(three_months: Written) -> None:
    row = three_months.row("profile", line="all-crime")
    assert (row["latest"], row["previous"]) == ("", "")
    assert row["latest_note"]


def test_a_refused_finding_still_leads_to_an_exhibit(three_months: Written) -> None:
    (findings,) = [block for block in three_months.sections["summary"] if block.kind == "list"]
    assert all(any(span.kind == "ref" for span in item) for item in findings.items)


def test_a_document_of_which_nothing_is_taken_over_says_so(nothing_declared: Written) -> None:
    assert nothing_declared.words("summary") == "This edition declares nothing that could be summed up."
    assert not nothing_declared.exhibits
    for section in ("area", "performance", "people", "categories", "initiatives", "delivery", "equality"):
        assert "Not in the published document" in [
            getattr(block, "title", "") for block in nothing_declared.sections[section]
        ]


def test_without_a_population_there_is_no_rate_and_it_is_said(no_population: Written) -> None:
    assert all(row["rate"] == "" and row["rate_note"] for row in no_population.rows("profile"))
    assert "population" not in no_population.exhibits
    assert "No population is held for the year" in no_population.words("area")
    assert any("No rate is given" in note for note in no_population.exhibits["profile"].notes)


def test_without_peers_there_is_no_range_of_peers(no_population: Written, leicestershire: Written) -> None:
    assert "peer_low" not in no_population.rows("profile")[0]
    assert "peer_low" in leicestershire.rows("profile")[0]


def test_a_failed_feed_is_neither_zero_nor_missing(failed_feed: Written) -> None:
    row = failed_feed.row("course-of-burglary", month="2022-06")
    assert row["count"] == "" and "failed" in row["count_note"]
    assert "A feed failed for Burglary." in failed_feed.words("data")


def test_a_total_of_which_a_part_failed_is_not_known(failed_feed: Written) -> None:
    row = failed_feed.row("profile", line="all-crime")
    assert row["latest"] == "" and row["2022-06"] == ""
    assert failed_feed.row("profile", line="burglary")["months"] == "all but June"


def test_a_comparison_leaves_the_failed_month_out_of_both_years(failed_feed: Written, leicestershire: Written) -> None:
    whole, part = (edition.row("changes-on-the-year", line="burglary") for edition in (leicestershire, failed_feed))
    june = [int(leicestershire.row("course-of-burglary", month=f"{year}-06")["count"]) for year in (2021, 2022)]
    assert int(whole["before"]) - int(part["before"]) == june[0]
    assert int(whole["after"]) - int(part["after"]) == june[1]


def test_restricted_data_without_an_earlier_year_are_still_decided_upon(short_and_restricted: Written) -> None:
    assert short_and_restricted.assessment.results.decision is not None
    assert all(row["before"] == "" for row in short_and_restricted.rows("top-places-crime"))
    assert "profile" in short_and_restricted.exhibits


def test_initiatives_without_an_outcome_have_no_table(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    declared = lothian.assessment.declaration.edition.initiatives
    bare = tuple(initiative.model_copy(update={"outcomes": ()}) for initiative in declared)
    edition = changed(lothian, edition={"initiatives": bare})
    assert "initiative-outcomes" not in edition.exhibits
    assert declared[0].name in [heading.text for heading in edition.headings]
