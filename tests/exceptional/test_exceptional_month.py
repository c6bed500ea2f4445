import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.exceptional import Exceptional, exceptional_month

from .months import COVID, NEW_RULE, months, steady, when

JUNE = when("2022-06")


def with_count(series, month, count):
    changed = series.copy()
    changed[month] = count
    return changed


def test_an_ordinary_month_is_ordinary():
    found = exceptional_month(steady(), JUNE)
    assert found.verdict == "ordinary"
    assert found.low <= found.observed <= found.high
    assert found.p > 0.01


def test_a_month_of_three_times_the_usual_is_high():
    found = exceptional_month(with_count(steady(), JUNE, 120), JUNE)
    assert (found.verdict, found.explained) == ("high", ())
    assert found.observed > found.high
    assert found.p < 0.0001
    assert found.ratio == pytest.approx(120 / found.expected)


def test_a_month_of_next_to_none_is_low():
    assert exceptional_month(with_count(steady(), JUNE, 2), JUNE).verdict == "low"


def test_what_is_expected_does_not_know_the_month_itself():
    expected = {exceptional_month(with_count(steady(), JUNE, count), JUNE).expected for count in (0, 40, 4000)}
    assert len(expected) == 1


def test_a_past_exceptional_month_hardly_moves_what_is_expected():
    plain = exceptional_month(steady(), JUNE)
    struck = exceptional_month(with_count(steady(), when("2021-11"), 400), JUNE)
    assert struck.expected == pytest.approx(plain.expected, rel=0.1)
    assert struck.high < 2 * plain.high


def test_two_great_outliers_do_not_hide_each_other():
    both = with_count(with_count(steady(mean=3, seed=4), JUNE, 37), when("2021-03"), 35)
    assert exceptional_month(both, JUNE).verdict == "high"


def test_a_month_is_outside_its_limits_exactly_where_its_p_is_below_one_percent():
    series = steady(mean=12, seed=3)
    for count in range(45):
        found = exceptional_month(with_count(series, JUNE, count), JUNE)
        assert (found.verdict != "ordinary") == (found.p < 0.01)
        assert found.mid_p <= found.p


def test_the_season_is_expected():
    summer = steady(mean=60, season=0.6, length=60, first="2017-12")
    high, low = (exceptional_month(summer, when(month)) for month in ("2022-03", "2022-09"))
    assert high.season == "month factors"
    assert high.expected > 2 * low.expected


def test_a_month_of_a_pulse_is_judged_by_the_months_outside_it_and_named_as_explained():
    series = with_count(steady(length=48, first="2018-12"), when("2020-04"), 130)
    found = exceptional_month(series, when("2020-04"), breaks=[COVID])
    assert (found.verdict, found.explained) == ("high", ("Covid restrictions",))
    assert found.months == 48 - 17


def test_the_other_months_of_a_pulse_say_nothing_of_what_to_expect():
    series = steady(length=48, first="2018-12")
    loud = series.copy()
    loud["2020-03":"2021-07"] = 500
    quiet = exceptional_month(series, JUNE, breaks=[COVID])
    assert exceptional_month(loud, JUNE, breaks=[COVID]).expected == quiet.expected


def test_months_counted_by_another_rule_say_nothing_of_what_to_expect():
    series = months([20] * 36 + [60] * 24, first="2018-01")
    before, after = (exceptional_month(series, when(month), breaks=[NEW_RULE]) for month in ("2020-06", "2022-06"))
    assert (before.months, after.months) == (35, 23)
    assert before.expected == pytest.approx(20, rel=0.06)
    assert after.expected == pytest.approx(60, rel=0.06)


def test_twice_the_exposure_doubles_what_is_expected():
    series = steady()
    exposure = pd.Series(1.0, index=series.index)
    plain, twice = exceptional_month(series, JUNE), exceptional_month(
        series, JUNE, exposure=exposure.where(exposure.index != JUNE, 2.0)
    )  # fmt: skip
    assert twice.expected == pytest.approx(2 * plain.expected)


@pytest.mark.parametrize("bad", [0.0, -1.0, float("nan")])
def test_an_exposure_that_is_none_is_refused(bad):
    series = steady()
    exposure = pd.Series(1.0, index=series.index)
    exposure.iloc[3] = bad
    with pytest.raises(ValueError, match="an exposure has to be above zero"):
        exceptional_month(series, JUNE, exposure=exposure)


@pytest.mark.parametrize(
    ("series", "month", "rule"),
    [
        (steady(length=18, first="2021-06"), JUNE, "too-short"),
        (months([None] * 20 + [30] * 16), JUNE, "too-short"),
        (months([0] * 36), JUNE, "small-counts"),
        (months([0, 1] * 18), JUNE, "small-counts"),
        (months([30] * 30 + [None] * 6), JUNE, "no-periods"),
        (steady(), when("2030-01"), "no-periods"),
        (months([7]), when("2019-12"), "too-short"),
        (pd.Series([9] * 40, index=pd.period_range("1983", periods=40, freq="Y-MAR")), JUNE, "not-monthly"),
        (pd.Series([9] * 40, index=pd.period_range("2013Q1", periods=40, freq="Q-MAR")), JUNE, "not-monthly"),
    ],
)  # fmt: skip
def test_what_the_series_cannot_carry_is_refused(series, month, rule):
    found = exceptional_month(series, month)
    assert isinstance(found, CannotSay)
    assert found.rule == rule
    assert found.reason[0].islower() or found.reason[0].isdigit()
    assert not found.reason.endswith(".")


def test_too_few_months_outside_covid_are_refused_although_there_are_many():
    found = exceptional_month(steady(length=34, first="2020-01"), when("2022-06"), breaks=[COVID])
    assert isinstance(found, CannotSay)
    assert (found.rule, found.reason[:15]) == ("too-short", "16 other months")


@pytest.mark.parametrize(
    ("series", "month", "words"),
    [
        (pd.Series([1, 2, 3]), JUNE, "needs an index of months"),
        (months([3, -1, 4]), JUNE, "a count is a whole number"),
        (steady().iloc[::-1], JUNE, "not in order"),
        (steady().iloc[[0, 1, 1]], JUNE, "more than once"),
        (steady().drop(when("2021-01")), JUNE, "is left out of the series"),
        (steady().astype(object).where(lambda s: s.index != JUNE, "many"), JUNE, "which is not a number"),
        (steady(), "2022-06", "is not a month"),
        (steady(), pd.Period("2022", "Y-MAR"), "is not a month"),
    ],
)
def test_bad_input_is_one_clear_error(series, month, words):
    with pytest.raises(ValueError, match=words):
        exceptional_month(series, month)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 3), st.integers(0, 10**6)), min_size=1, max_size=60),
    st.integers(0, 59),
)
def test_any_counts_end_in_an_answer_that_makes_sense_or_a_refusal(counts, at):
    series = months(counts)
    found = exceptional_month(series, series.index[min(at, len(counts) - 1)], breaks=[COVID])
    if said(found):
        assert 0 <= found.low <= found.high
        assert 0 <= found.p <= 1
        assert np.isfinite([found.expected, found.ratio, found.phi]).all()


def test_p_random_is_the_same_for_the_same_seed_and_lies_around_the_mid_p():
    found = exceptional_month(with_count(steady(mean=2, seed=9), JUNE, 5), JUNE)
    assert isinstance(found, Exceptional)
    draws = [found.p_random(np.random.default_rng(seed)) for seed in range(400)]
    assert draws[0] == found.p_random(np.random.default_rng(0))
    assert np.mean(draws) == pytest.approx(found.mid_p, rel=0.1)
    assert max(draws) <= found.p
