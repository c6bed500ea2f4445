"""Numbers, dates and lists as they are written everywhere."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analysis import numbers
from analysis.counts import period


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (1234.56, 1, "1,234.6"),
        (-1234.56, 1, "−1,234.6"),
        (0, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (7243, 0, "7,243"),
        (float("inf"), 1, "no limit"),
    ],
)
def test_a_decimal_has_thousands_separated_and_a_true_minus(value: float, places: int, written: str) -> None:
    assert numbers.decimal(value, places) == written


def test_a_negative_number_never_carries_a_hyphen() -> None:
    written = [numbers.count(-5), numbers.percent(-12.34), numbers.plain(-0.5), numbers.decimal(-1)]
    assert not any("-" in text for text in written)
    assert all(text.startswith("\u2212") for text in written)


def test_a_signed_percentage_says_plus_but_zero_has_no_sign() -> None:
    assert numbers.percent(10.3, signed=True) == "+10.3%"
    assert numbers.percent(-1.0, signed=True) == "−1.0%"
    assert numbers.percent(0.0, signed=True) == "0.0%"
    assert numbers.percent(-0.01, signed=True) == "0.0%"


def test_an_endless_percentage_is_no_number() -> None:
    assert numbers.percent(float("inf")) == "no limit"


@pytest.mark.parametrize(("value", "written"), [(7243, "7,243"), (11.8, "11.8"), (0.25, "0.25"), (2883.0, "2,883")])
def test_a_declared_figure_keeps_the_decimals_it_needs(value: float, written: str) -> None:
    assert numbers.plain(value) == written


def test_a_range_writes_both_ends_alike() -> None:
    assert numbers.interval(-5, 9, lambda value: numbers.percent(value, signed=True)) == "−5.0% to +9.0%"


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2022-11", "November 2022", "Nov 2022"),
        ("2021/22", "2021/22", "2021/22"),
        ("1999/00", "1999/00", "1999/00"),
        ("2022/23 Q1", "2022/23 quarter 1", "2022/23 quarter 1"),
    ],
)
def test_a_period_is_named_by_its_kind(text: str, long: str, short: str) -> None:
    assert numbers.month(period(text)) == long
    assert numbers.short_month(period(text)) == short


def test_a_year_is_named_by_its_last_month_and_a_financial_year_by_itself() -> None:
    assert numbers.year_ending(period("2022-11")) == "year ending November 2022"
    assert numbers.year_ending(period("2021/22")) == "2021/22"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-01", "2022-11", "January to November 2022"),
        ("2020-03", "2021-07", "March 2020 to July 2021"),
        ("2020-06", "2020-06", "June 2020"),
        ("1996/97", "2021/22", "1996/97 to 2021/22"),
    ],
)
def test_a_span_names_the_year_once_where_it_can(start: str, end: str, words: str) -> None:
    assert numbers.span(period(start), period(end)) == words


def test_a_date_has_no_leading_zero() -> None:
    assert numbers.date(dt.date(2018, 3, 1)) == "1 March 2018"


def test_small_numbers_are_words_and_nought_is_no() -> None:
    assert [numbers.plural(n, "month") for n in (0, 1, 9, 10, 1204)] == [
        "no months",
        "one month",
        "nine months",
        "10 months",
        "1,204 months",
    ]
    assert numbers.plural(2, "person", "people") == "two people"


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_has_no_comma_before_and(items: list[str], words: str) -> None:
    assert numbers.listed(items) == words


def test_sentence_case_leaves_names_and_initials_as_they_are() -> None:
    assert numbers.sentence_case("ASB in Ynys Môn") == "ASB in Ynys Môn"
    assert numbers.sentence_case("àrd") == "Àrd"
    assert numbers.sentence_case("") == ""


def test_months_are_english_whatever_the_machine_speaks() -> None:
    names = [numbers.month(month) for month in pd.period_range("2022-01", "2022-12", freq="M")]
    assert names[0] == "January 2022" and names[4] == "May 2022" and names[-1] == "December 2022"


def test_a_chance_is_never_quite_certain() -> None:
    assert [numbers.chance(p) for p in (0, 0.99, 1, 49.6, 99, 99.01, 100)] == [
        "under 1%", "under 1%", "1%", "50%", "99%", "over 99%", "over 99%",
    ]  # fmt: skip
