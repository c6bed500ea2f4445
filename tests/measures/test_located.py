"""A verdict that hangs on how many records were given a place is not said."""

import pandas as pd
import pytest

from analysis import measures
from analysis.cannot_say import CannotSay
from analysis.measures import located

MONTHS = pd.period_range("2020-12", "2022-11", freq="M")


def shares(before: float, after: float) -> pd.DataFrame:
    placed = [1000 * before] * 12 + [1000 * after] * 12
    return pd.DataFrame({"kept": [1000.0] * 24, "placed": placed}, index=MONTHS)


def series(before: int, after: int) -> pd.Series:
    return pd.Series([before] * 12 + [after] * 12, index=MONTHS, dtype="Int64")


def test_a_rise_that_only_more_places_explain_is_refused_with_both_shares_and_both_counts():
    found = measures.unless_location(measures.year_on_year(series(400, 440)), shares(0.87, 0.95))
    assert isinstance(found, CannotSay)
    assert found.rule == "located-share"
    assert "from 87% to 95%" in found.reason and "from 4,800 to 5,280" in found.reason
    assert "no clear change" in found.reason


def test_a_rise_far_beyond_the_share_stands_and_says_it_was_tried():
    found = measures.unless_location(measures.year_on_year(series(400, 600)), shares(0.87, 0.95))
    assert found.change.verdict == "rose"
    assert found.located == pytest.approx((0.87, 0.95))


def test_the_same_share_on_both_sides_changes_nothing():
    found = measures.year_on_year(series(400, 440))
    located = measures.allowing_for_location(found, shares(0.9, 0.9))
    assert located.allowed.ratio == pytest.approx(found.change.ratio)
    assert located.allowed.low == pytest.approx(found.change.low)


def test_allowing_for_the_share_divides_each_count_by_its_own():
    found = measures.year_on_year(series(400, 440))
    located = measures.allowing_for_location(found, shares(0.8, 1.0))
    assert located.allowed.ratio == pytest.approx((440 / 1.0) / (400 / 0.8))


def test_a_month_without_a_known_share_leaves_the_comparison_as_it_is():
    found = measures.year_on_year(series(400, 440))
    assert measures.allowing_for_location(found, shares(0.8, 1.0).iloc[1:]) is None
    assert measures.unless_location(found, shares(0.8, 1.0).iloc[1:]) is found


def test_a_refusal_stays_the_refusal_it_was():
    refusal = CannotSay("too few", "few")
    assert measures.unless_location(refusal, shares(0.8, 1.0)) is refusal


def test_shares_count_what_was_kept_and_had_a_place():
    report = pd.DataFrame(
        {
            "force": ["x", "x", "x"], "month": MONTHS[[0, 0, 0]], "category": ["burglary", "robbery", "drugs"],
            "rows": [100, 50, 999], "without_location": [10, 5, 999], "duplicates_removed": [4, 0, 0],
        }
    )  # fmt: skip
    found = measures.located_shares(report, ["burglary", "robbery"])
    assert found.loc[MONTHS[0]].to_dict() == {"kept": 146, "placed": 131}


def test_a_limit_that_is_not_zero_is_not_printed_as_zero_in_the_reason_of_a_refusal():
    assert [located._percent(each) for each in (-0.01, 0.01, 0.0, -43.5)] == [
        "above -0.1%", "under +0.1%", "+0.0%", "-43.5%",
    ]  # fmt: skip
