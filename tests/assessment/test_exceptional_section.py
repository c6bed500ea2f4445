"""Exceptional months of the shipped editions, as a reader finds them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from written_edition import rows_of, sentences

from analysis.assessment.events import events_in
from analysis.assessment.exceptional import control_chart_block, exceptional_blocks, exceptional_of
from analysis.assessment.exceptional_months import published_exceptional
from analysis.blocks import Exhibit

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

    from analysis.blocks import Block


def made(edition: Written) -> list[Block]:
    return exceptional_blocks(edition.assessment.context, edition.assessment.results)


def table(edition: Written) -> Exhibit:
    (found,) = [block for block in made(edition) if isinstance(block, Exhibit)]
    return found


def words(blocks: list[Block]) -> str:
    return "\n".join(sentences(tuple(blocks)))


def of(edition: Written, line: str) -> str:
    return words(exceptional_of(edition.assessment.results, line))


def chart(edition: Written, line: str) -> Block:
    return control_chart_block(edition.assessment.context, edition.assessment.results, line)


@pytest.fixture
def lancashire(written: Callable[[str], Written]) -> Written:
    return written("west-lancashire/2022")


@pytest.mark.parametrize(
    ("line", "count", "verdict"),
    [
        ("theft-from-the-person", "37", "exceptional"),
        ("other-theft", "128", "exceptional among months with a declared event"),
    ],
)
def test_june_2022_stands_out_with_the_festival_named(
    leicestershire: Written, line: str, count: str, verdict: str
) -> None:
    (row,) = [row for row in rows_of(table(leicestershire)) if row["line"] == line]
    assert (row["month"], row["observed"], row["verdict"]) == ("2022-06", count, verdict)
    assert "Download Festival" in row["explanation"]
    assert f"June 2022 had {count}, against" in of(leicestershire, line)
    assert "That this was the cause is not shown." in of(leicestershire, line)


def test_the_lead_counts_what_was_looked_at_what_stands_out_and_what_chance_gives(leicestershire: Written) -> None:
    said = words(made(leicestershire))
    assert "Each month of the year ending November 2022 in 15 lines was compared" in said
    assert "179 comparisons. Four lie outside their own 99% limits; chance alone would put about two there." in said
    assert "Two stand out once it is allowed for that so many were looked at (<exceptional-months>)." in said


def test_a_month_that_hangs_on_the_share_of_located_records_is_not_judged(leicestershire: Written) -> None:
    said = words(made(leicestershire))
    assert "hangs on the share of records with a location: violence and sexual offences in March 2022." in said
    assert (
        "None of the 11 months of the year ending November 2022 stands out. Not judged: March 2022 (whether it is "
        "exceptional hangs on the share of records with a location"
    ) in of(leicestershire, "violence-and-sexual-offences")


def test_a_month_that_stands_out_only_among_those_with_an_event_is_said_to(leicestershire: Written) -> None:
    alone = "It stands out among the months with a declared event; among all months of the period it would not."
    assert alone in of(leicestershire, "other-theft")
    assert alone not in of(leicestershire, "theft-from-the-person")
    said = words(made(leicestershire))
    assert "Other theft in June 2022 does so among the months with a declared event alone, and would not" in said
    assert table(leicestershire).headline == (
        "Theft from the person in June 2022 stood out; other theft in June 2022 stood out among months with a "
        "declared event"
    )


def test_small_counts_carry_the_marker_of_low_reliability(leicestershire: Written) -> None:
    (cells,) = [row for row in table(leicestershire).table.rows if row[0].text == "Shoplifting"]
    assert [cell.text for cell in cells][2:6:3] == ["4 [low]", "0.2 [low]"]


def test_an_event_of_more_than_three_months_is_the_event_of_none_of_them(illustration: Written) -> None:
    context = illustration.assessment.context
    licences = next(event for event in context.edition.events if event.id == "late-licences")
    assert (licences.start, licences.end) == ("2022-03", "2022-11")
    assert not events_in(context, [pd.Period("2022-05", "M")])
    assert licences not in events_in(context, context.window.periods)


def test_an_event_of_three_months_is_named_and_one_of_four_is_not(illustration: Written) -> None:
    context = illustration.assessment.context
    three = context.edition.events[0].model_copy(update={"start": "2022-03", "end": "2022-05"})
    four = three.model_copy(update={"end": "2022-06"})
    edition = context.edition.model_copy(update={"events": (three, four)})
    declared = replace(context, declaration=context.declaration.model_copy(update={"edition": edition}))
    assert events_in(declared, [pd.Period("2022-04", "M")]) == [three]


def test_a_month_outside_its_own_limits_alone_may_be_chance(leicestershire: Written) -> None:
    rows = {row["line"]: row["verdict"] for row in rows_of(table(leicestershire))}
    assert rows["shoplifting"] == "may be chance"
    assert "December 2021 lies outside its own limits, which may be chance" in of(leicestershire, "shoplifting")


@pytest.mark.parametrize(("month", "count"), [("2020-04", "522"), ("2020-05", "608")])
def test_anti_social_behaviour_in_lockdown_is_exceptional_and_explained(
    lancashire: Written, month: str, count: str
) -> None:
    found = {(row["line"], row["month"]): row for row in rows_of(table(lancashire))}
    row = found["anti-social-behaviour", month]
    assert (row["observed"], row["verdict"], row["explanation"]) == (
        count, "exceptional, explained", "Covid restrictions",
    )  # fmt: skip


def test_the_reader_learns_that_breaches_may_have_been_logged_as_disorder(lancashire: Written) -> None:
    said = of(lancashire, "anti-social-behaviour")
    assert "Earlier months that stand out, explained by Covid restrictions: April 2020 (522, 231 expected)" in said
    assert "a breach of the restrictions could be logged as anti-social behaviour" in said
    assert any("could be logged as anti-social behaviour" in note for note in table(lancashire).notes)


def test_a_quiet_year_is_said_to_be_one(lancashire: Written) -> None:
    assert table(lancashire).headline.startswith("No month of the year ending November 2022 stands out; eight earlier")
    assert "None lies outside its own 99% limits (<exceptional-months>); chance alone" in words(made(lancashire))
    assert "once it is allowed for" not in words(made(lancashire))
    assert "None of the 12 months of the year ending November 2022 stands out." in of(lancashire, "burglary")


def test_lines_with_withheld_months_are_left_out_and_said(illustration: Written) -> None:
    results = illustration.assessment.results
    withheld = results.exceptional.withheld
    assert "robbery" in withheld
    assert "Left out, since some of their months are withheld to protect people: bicycle theft" in words(
        made(illustration)
    )
    assert not {row["line"] for row in rows_of(table(illustration))} & set(withheld)
    for line in withheld:
        assert exceptional_of(results, line) == []
        assert not isinstance(chart(illustration, line), Exhibit)


def test_too_few_months_are_one_refusal_and_no_table(warwickshire: Written) -> None:
    (note,) = made(warwickshire)
    assert note.kind == "note"
    assert "15 other months with figures outside Covid and other breaks are too few" in words([note])
    assert of(warwickshire, "burglary") == ""
    assert "16 usable months are too few" in words([chart(warwickshire, "burglary")])


def test_financial_years_have_no_exceptional_months(lothian: Written) -> None:
    assert words(made(lothian)) == "Which months were out of the ordinary: these figures do not come by month."
    assert of(lothian, "all-crimes") == ""


def test_the_control_chart_shows_every_month_and_what_it_signals(leicestershire: Written) -> None:
    found = chart(leicestershire, "theft-from-the-person")
    assert isinstance(found, Exhibit)
    assert found.headline == "Theft from the person: one month outside the chart's limits (June 2022)"
    rows = {row["month"]: row for row in rows_of(found)}
    assert (rows["2022-06"]["count"], rows["2022-06"]["signal"]) == ("37", "outside")
    assert (rows["2019-05"]["count"], rows["2019-05"]["value"]) == ("", "")
    assert {rows[month]["used"] for month in ("2020-03", "2021-07")} == {"no"}


def test_covid_months_outside_the_limits_are_counted_apart(lancashire: Written) -> None:
    found = chart(lancashire, "anti-social-behaviour")
    assert isinstance(found, Exhibit)
    assert found.headline == "Anti-social behaviour: 10 months outside the chart's limits, all under Covid restrictions"


def test_months_outside_the_limits_before_covid_and_within_it_are_both_counted(leicestershire: Written) -> None:
    found = chart(leicestershire, "anti-social-behaviour")
    assert isinstance(found, Exhibit)
    assert found.headline == (
        "Anti-social behaviour: two months outside the chart's limits (January 2020 and November 2022) "
        "and five under Covid restrictions"
    )


def test_the_table_and_the_sentences_say_the_same(leicestershire: Written) -> None:
    for row in rows_of(table(leicestershire)):
        if row["verdict"].startswith("exceptional"):
            (limits,) = re.findall(r"99% limits: (\d+) to (\d+)", of(leicestershire, row["line"]))
            assert limits == (row["low"], row["high"])


def test_months_of_a_line_are_those_of_the_whole_table(leicestershire: Written) -> None:
    results = leicestershire.assessment.results
    lines = {row.words("line") for row in published_exceptional(results)}
    assert sum(len(published_exceptional(results, line)) for line in lines) == len(published_exceptional(results))


def test_a_control_chart_says_that_it_asks_something_else_than_the_table(leicestershire: Written) -> None:
    found = chart(leicestershire, "all-crime")
    assert isinstance(found, Exhibit)
    assert found.headline == ("All recorded crime: two months outside the chart's limits (June 2022 and November 2022)")
    assert any("may mark months that the test of exceptional months does not" in note for note in found.notes)
