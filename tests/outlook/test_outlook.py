"""How far ahead a past has earned, which model is published, and where the year may end."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.outlook import NAIVE, outlook
from analysis.outlook.accuracy import chosen
from analysis.outlook.history import history
from analysis.outlook.models import MEAN, models
from analysis.outlook.origins import Tried, actuals, horizon_earned, origins, tried

from .made import monthly, recording_break, without


@pytest.mark.parametrize(("months", "earned"), [(36, 1), (37, 2), (41, 6), (47, 12), (80, 12)])
def test_horizon_h_is_earned_with_24_and_h_and_11_months(months, earned):
    past = history(monthly(60, months), 12)
    assert horizon_earned(actuals(past, origins(past), 12)) == earned


def test_thirty_five_months_earn_nothing_and_say_how_many_are_needed():
    answer = outlook(monthly(60, 35))
    assert isinstance(answer, CannotSay)
    assert answer.rule == "unproven-here"
    assert answer.reason.startswith("35 months have figures, and 36 are needed")


def test_months_of_a_pulse_earn_nothing():
    answer = outlook(monthly(60, 48), breaks=[recording_break("2016-03", "2017-07")])
    assert isinstance(answer, CannotSay)
    assert answer.reason.startswith("31 months outside the Covid restrictions have figures")


def test_months_before_a_step_earn_nothing():
    answer = outlook(monthly(60, 48), breaks=[recording_break("2017-01", "2017-01", "step")])
    assert isinstance(answer, CannotSay)
    assert answer.reason.startswith("24 months since A change made up have figures")


def test_a_missing_month_earns_nothing():
    assert horizon(monthly(60, 41)) == 6
    assert horizon(without(monthly(60, 41), "2017-09")) < 6


def test_unknown_months_at_the_end_must_be_looked_across():
    assert outlook(without(monthly(60, 41), "2018-04", "2018-05")).horizon == 2


def horizon(counted):
    past = history(counted, 12)
    return horizon_earned(actuals(past, origins(past), 12))


@pytest.fixture(scope="module")
def many():
    return outlook(monthly(60, 42, first="2019-01"))


@pytest.fixture(scope="module")
def few():
    return outlook(monthly(4, 42, first="2019-01"))


def test_an_outlook_is_as_long_as_its_past_earned(many):
    assert many.horizon == 7
    assert [str(month) for month in many.months[:2]] == ["2022-07", "2022-08"]
    assert many.usable == 42


@pytest.mark.parametrize("which", ["many", "few"])
def test_the_wider_interval_holds_the_narrower(which, request):
    found = request.getfixturevalue(which)
    for limits in zip(found.low95, found.low80, found.median, found.high80, found.high95, strict=True):
        assert list(limits) == sorted(limits)
        assert all(isinstance(each, int) for each in limits)


def test_accuracy_stands_by_horizon_with_its_trials(many):
    assert [at.ahead for at in many.accuracy.by_horizon] == list(range(1, 8))
    assert [at.origins for at in many.accuracy.by_horizon] == [18, 17, 16, 15, 14, 13, 12]
    errors = [at.mase * at.origins for at in many.accuracy.by_horizon]
    assert many.accuracy.mase == pytest.approx(sum(errors) / sum(range(12, 19)))
    assert 0 <= many.accuracy.coverage80 <= many.accuracy.coverage95 <= 1


def test_what_is_published_is_what_did_best(many):
    scores = dict(many.tried_models)
    assert many.accuracy.mase == pytest.approx(min(scores.values()))
    assert scores[many.model] == min(scores.values())
    assert set(scores) == {NAIVE, "ETS", "Theta", "state space", MEAN}


def test_small_counts_have_models_of_counts(few):
    assert {name for name, _ in few.tried_models} == {NAIVE, "gamma-Poisson"}


def test_seasonal_naive_is_published_where_nothing_is_nearer():
    actual = np.full((12, 1), 10.0)
    right, wrong = (Tried(actual, *(np.full((12, 1), level),) * 5) for level in (10.0, 12.0))
    assert chosen({NAIVE: right, "ETS": right}, 1) == NAIVE
    assert chosen({NAIVE: right, "ETS": wrong}, 1) == NAIVE
    assert chosen({NAIVE: wrong, "ETS": right}, 1) == "ETS"


def test_no_origin_knows_what_came_after_it():
    counted = monthly(60, 48)
    later = counted.copy()
    later.iloc[40:] = later.iloc[40:] * 7
    for name in models(history(counted, 6)):
        said_then = []
        for each in (counted, later):
            past = history(each, 6)
            draw = models(past)[name](past.until(24, 6))
            said_then.append(tried(past, draw, [24, 30, 39], actuals(past, [24, 30, 39], 6), 0).median)
        np.testing.assert_array_equal(*said_then)


def test_a_calendar_year_half_done_adds_its_six_months_to_the_paths(many):
    counted = monthly(60, 42, first="2019-01")
    (calendar,) = [each for each in many.years if each.kind == "calendar year"]
    assert calendar.months_done == 6
    assert calendar.so_far == counted.iloc[-6:].sum()
    assert calendar.so_far < calendar.low95 < calendar.low80 < calendar.median < calendar.high80 < calendar.high95
    assert calendar.median == pytest.approx(calendar.so_far + sum(many.median[:6]), rel=0.03)


def test_a_year_that_ends_beyond_what_is_earned_has_no_total(many):
    assert [each.kind for each in many.years] == ["calendar year"]


def test_a_year_with_an_unknown_month_has_no_total():
    counted = without(monthly(60, 60, first="2018-01"), "2022-06")
    found = outlook(counted.iloc[:58])
    assert said(found)
    assert found.years == ()


def test_a_season_that_jumps_about_is_not_beaten_by_repeating_it():
    found = outlook(monthly(80, 60, swing=0))
    assert found.model != NAIVE
    assert found.accuracy.mase < found.accuracy.naive_mase


def test_the_same_series_has_the_same_outlook():
    assert outlook(monthly(12, 38)) == outlook(monthly(12, 38))


@pytest.mark.parametrize(
    ("counted", "rule"),
    [
        (monthly(60, 1), "too-short"),
        (monthly(60, 60) * 0, "all-zero"),
        (monthly(60, 60) * 0 + 7, "unproven-here"),
        (pd.Series([5] * 30, index=pd.period_range("1992", periods=30, freq="Y-MAR"), dtype="Int64"), "months-alone"),
        (monthly(60, 60).where(monthly(60, 60).index < "2018-06"), "too-old"),
    ],
    ids=["one value", "all zero", "all the same", "years", "ended long ago"],
)
def test_what_has_no_outlook_is_refused(counted, rule):
    answer = outlook(counted)
    assert isinstance(answer, CannotSay)
    assert answer.rule == rule


@pytest.mark.parametrize("horizon", [0, 13, -1])
def test_a_horizon_beyond_a_year_is_no_outlook(horizon):
    with pytest.raises(ValueError, match="1 to 12"):
        outlook(monthly(60, 60), horizon=horizon)


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        (lambda s: s * -1, "at least 0"),
        (lambda s: s.iloc[::-1], "not in order"),
        (lambda s: pd.concat([s, s.iloc[-1:]]), "more than once"),
        (lambda s: s.drop(s.index[5]), "left out"),
        (lambda s: s.reset_index(drop=True), "pandas periods"),
    ],
)
def test_what_is_no_series_is_said_in_words(spoilt, words):
    with pytest.raises(ValueError, match=words):
        outlook(spoilt(monthly(60, 40)))


@settings(max_examples=12, deadline=None)
@given(
    counts=st.lists(st.one_of(st.none(), st.integers(0, 60), st.just(0)), min_size=30, max_size=44),
    pulse=st.booleans(),
)
def test_any_counts_end_in_a_sound_outlook_or_a_refusal(counts, pulse):
    counted = pd.Series(counts, index=pd.period_range("2018-01", periods=len(counts), freq="M"), dtype="Int64")
    answer = outlook(counted, breaks=[recording_break("2018-03", "2018-05")] if pulse else [])
    if said(answer):
        assert all(low >= 0 for low in answer.low95)
        assert answer.accuracy.mase <= answer.accuracy.naive_mase
    else:
        assert answer.reason


def test_a_step_in_the_last_month_leaves_next_to_nothing_to_go_by():
    for when in ("2019-12", "2019-11"):
        answer = outlook(monthly(60, 60), breaks=[recording_break("2019-06", when, "step")])
        assert isinstance(answer, CannotSay)
        assert answer.rule == "too-short"
