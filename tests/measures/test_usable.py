import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import measures, trends
from analysis.measures.comparison import MATCHED_MONTHS


def test_the_months_of_nwl_outside_covid_are_nineteen(monthly, covid):
    found = measures.usable(monthly("2019-12", range(100, 136)), [covid])
    assert (found.observed, found.missing, found.absorbed, found.usable) == (36, 0, 17, 19)
    assert (found.stretch, found.season, found.each_month_twice) == (36, "two harmonics", False)
    assert found.different_months == 12


def test_a_missing_month_is_not_usable_and_is_no_zero(monthly, covid):
    found = measures.usable(monthly("2019-12", [10] * 36, missing=["2020-06", "2022-08"]), [covid])
    assert (found.observed, found.missing, found.usable, found.mean) == (34, 2, 18, 10.0)


def test_a_pulse_absorbs_a_month_whether_or_not_it_is_known(monthly, covid):
    found = measures.usable(monthly("2020-03", [10] * 4, missing=["2020-04"]), [covid])
    assert (found.absorbed, found.usable, found.stretch, found.season) == (4, 0, 0, "none")
    assert found.mean != found.mean


def test_four_years_of_months_carry_a_level_for_each_month(monthly):
    assert measures.usable(monthly("2018-01", [9] * 48)).season == "month factors"
    assert measures.usable(monthly("2018-01", [9] * 47)).season == "two harmonics"
    assert measures.usable(monthly("2018-01", [9] * 8)).season == "none"
    assert measures.usable(monthly("2018-01", [9] * 24)).each_month_twice


def test_quarters_need_each_twice_and_years_have_no_season():
    quarters = pd.Series([5] * 8, index=pd.period_range("2018Q1", periods=8, freq="Q-MAR"), dtype="Int64")
    assert measures.usable(quarters).season == "quarter factors"
    assert measures.usable(quarters[:7]).season == "none"
    years = pd.Series([5] * 8, index=pd.period_range("2010", periods=8, freq="Y-MAR"), dtype="Int64")
    assert (measures.usable(years).season, measures.usable(years).stretch) == ("none", 96)


def test_nothing_at_all_is_usable_of_nothing():
    found = measures.usable(pd.Series([], index=pd.PeriodIndex([], freq="M"), dtype="Int64"))
    assert (found.observed, found.usable, found.each_month_twice, found.season) == (0, 0, False, "none")


def test_what_is_no_series_is_refused_in_words(monthly):
    with pytest.raises(ValueError, match=r"2018-02 has .*-1"):
        measures.usable(monthly("2018-01", [1, -1, 2]))
    with pytest.raises(ValueError, match="left out"):
        measures.usable(monthly("2018-01", [1, 1, 2]).iloc[[0, 2]])
    with pytest.raises(ValueError, match="periods"):
        measures.usable(pd.Series([1, 2, 3]))


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=60), st.integers(0, 40))
def test_what_is_usable_is_what_is_observed_less_what_is_absorbed(counts, before):
    start = pd.Period("2020-03", freq="M") - before
    series = pd.Series(counts, index=pd.period_range(start, periods=len(counts), freq="M"), dtype="Int64")
    pulse = measures.pulse_periods([], series.index)
    found = measures.usable(series)
    assert len(pulse) == 0
    assert found.observed + found.missing == len(counts)
    assert found.usable == found.observed == len(found.periods)
    assert found.usable <= found.stretch or found.usable == 0


def test_the_table_of_the_methods_page_is_the_one_in_the_code(root):
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8")
    assert measures.least_table() in page


def test_every_rule_that_a_least_names_stands_among_the_refusals(root):
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8").split("## Rules of refusal")[1]
    named = {each.rule for each in measures.LEAST.values() if each.rule}
    assert sorted(rule for rule in named if f"`{rule}`" not in page) == []


def test_an_unknown_rule_has_no_least():
    assert measures.least("trend-months") == 18
    with pytest.raises(KeyError):
        measures.least("trend-weeks")


def test_what_modules_ask_for_is_what_the_rules_say():
    assert measures.least("matched-months") == MATCHED_MONTHS == 3
    assert measures.least("percentage") == measures.SMALL_TOTAL == 10


@pytest.mark.parametrize(("months", "rule"), [(17, "too-short"), (30, None)])
def test_a_trend_keeps_to_the_least_of_the_table(monthly, months, rule):
    found = trends.trend(monthly("2018-01", [40 + month % 3 for month in range(months)]))
    assert getattr(found, "rule", None) == rule
