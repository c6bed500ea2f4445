"""Persistent, emerging, new: what each takes."""

import pandas as pd
import pytest

from analysis.measures import Window
from analysis.places.lasting import at_the_top, complete_years, in_order, lasting

WINDOW = Window(pd.Period("2021-12", "M"), pd.Period("2022-11", "M"))


@pytest.mark.parametrize(
    ("history", "rose", "expected"),
    [
        ([], True, "not known"),
        ([True], False, "persistent"),
        ([True, True], True, "persistent"),
        ([True, False], True, "not every year"),
        ([False, True], False, "not every year"),
        ([False, False], True, "emerging"),
        ([False, False], False, "new"),
    ],
)
def test_each_history_has_one_name(history, rose, expected):
    assert lasting(history, clearly_rose=rose) == expected


def table(first="2018-12", unknown=()):
    months = pd.period_range(first, "2022-11", freq="M")
    wide = pd.DataFrame({"A": 1, "B": 2}, index=months, dtype="Int64")
    wide.loc[[pd.Period(month, "M") for month in unknown], "B"] = pd.NA
    return wide


def test_every_complete_year_counts_latest_first():
    found = complete_years(table(), WINDOW)
    assert [year.text for year in found] == [f"year ending November {year}" for year in (2021, 2020, 2019)]


def test_a_year_with_a_month_unknown_at_one_place_is_passed_over_and_those_behind_it_kept():
    found = complete_years(table(unknown=["2020-06"]), WINDOW)
    assert [year.end.year for year in found] == [2021, 2019]


def test_part_of_a_year_is_none():
    assert complete_years(table("2021-01"), WINDOW) == ()


def test_no_place_is_at_the_top_with_nothing():
    assert at_the_top(pd.Series({"A": 3, "B": 0, "C": 0}), 2) == {"A"}


def test_ties_are_ordered_by_code():
    assert in_order(pd.Series({"C": 1, "A": 1, "B": 2})) == ["B", "A", "C"]
