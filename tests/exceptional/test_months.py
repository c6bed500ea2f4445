import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.exceptional import exceptional_months, findings, together

from .months import COVID, months, steady, when

YEAR = pd.period_range("2021-12", periods=12, freq="M")


def many(count=12, **struck):
    """Steady series by name, with ``burglary_5=90`` setting month 5 of the latest year."""
    series = {f"line-{i}": steady(mean=20 + 5 * i, seed=i) for i in range(count)}
    for name, value in struck.items():
        line, month = name.rsplit("_", 1)
        series[line.replace("_", "-")][YEAR[int(month)]] = value
    return series


def test_without_an_exceptional_month_hardly_any_stands_out():
    found = exceptional_months(many(), YEAR)
    assert (len(found.answered), found.by_chance) == (144, 1.44)
    assert not found.found
    assert found.outside <= 4


def test_an_exceptional_month_stands_out_among_all_of_them():
    found = exceptional_months(many(line_3_6=120), YEAR)
    assert set(found.found) == {("line-3", YEAR[6])}
    assert found.found["line-3", YEAR[6]].verdict == "high"


def struck(series, count):
    changed = series["line-3"].copy()
    changed[YEAR[6]] = count
    return changed


def test_the_verge_of_the_limits_stands_out_alone_but_not_among_many():
    series = many()
    verge = exceptional_months({"line-3": series["line-3"]}, YEAR[6:7]).answered["line-3", YEAR[6]].high + 1
    alone = exceptional_months({"line-3": struck(series, verge)}, YEAR[6:7])
    among = exceptional_months(series | {"line-3": struck(series, verge)}, YEAR)
    assert set(alone.found) == {("line-3", YEAR[6])}
    assert among.answered["line-3", YEAR[6]].verdict == "high"
    assert ("line-3", YEAR[6]) not in among.found


def test_what_cannot_be_tested_is_told_with_why_and_counts_for_nothing():
    found = exceptional_months({"rare": months([0] * 36), "gap": months([20] * 35 + [None])}, YEAR)
    assert {each.rule for each in found.refused.values()} == {"small-counts", "no-periods"}
    assert len(found.answered) == 11
    assert not found.found


def test_each_category_may_have_its_own_breaks():
    series = {"a": steady(length=48, first="2018-12"), "b": steady(length=48, first="2018-12", seed=2)}
    found = exceptional_months(series, [when("2020-06")], {"a": [COVID]})
    assert found.answered["a", when("2020-06")].explained == ("Covid restrictions",)
    assert found.answered["b", when("2020-06")].explained == ()


def test_groups_keep_their_own_discovery_rate():
    tested = exceptional_months(many(line_3_6=120), YEAR).tested
    calendar = findings({key: each for key, each in tested.items() if key[1] == YEAR[6]})
    rest = findings({key: each for key, each in tested.items() if key[1] != YEAR[6]})
    both = together(calendar, rest)
    assert both.standing_out == calendar.standing_out | rest.standing_out
    assert set(both.tested) == set(tested)


def test_nothing_asked_is_nothing_found():
    found = exceptional_months({}, YEAR)
    assert (found.tested, found.standing_out, found.by_chance) == ({}, frozenset(), 0)
    assert together() == findings({})


def test_refusals_alone_give_no_discovery():
    found = findings({("a", YEAR[0]): CannotSay("too little", "too-short")})
    assert not found.found
    assert found.outside == 0


def test_bad_input_is_one_clear_error():
    with pytest.raises(ValueError, match="a count is a whole number"):
        exceptional_months({"a": months([1, -5])}, YEAR)
