"""Paths of the months ahead: what they hold, and what they refuse."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.outlook import simulate

from .made import monthly, recording_break, without


def test_a_row_a_path_and_a_column_a_month_in_whole_numbers():
    paths = simulate(monthly(60, 48), 4, paths=500)
    assert paths.shape == (500, 4)
    assert (paths >= 0).all()
    assert (paths % 1 == 0).all()


def test_the_same_seed_gives_the_same_paths():
    first, again, other = (simulate(monthly(60, 48), 4, paths=50, seed=seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


@pytest.mark.parametrize("mean", [3, 60])
def test_intervals_hold_what_they_say_on_steady_counts(mean):
    """Eighty series of 41 months: the 80 % interval of the next half year's sum holds 80 % of them, or more."""
    inside = []
    for seed in range(80):
        counted = monthly(mean, 47, seed=seed, swing=0.1)
        paths = simulate(counted.iloc[:41], 6, paths=1000)
        low, high = np.quantile(paths.sum(axis=1), (0.1, 0.9))
        inside.append(low <= counted.iloc[41:].sum() <= high)
    assert 0.7 <= np.mean(inside) <= 0.99


def test_a_sum_is_less_sure_than_months_that_knew_nothing_of_each_other():
    paths = simulate(monthly(60, 36), 12)
    assert paths.sum(axis=1).var() > 1.5 * paths.var(axis=0).sum()


def test_the_season_is_carried_where_the_past_has_it_four_times():
    paths = np.median(simulate(monthly(80, 60, swing=0.5), 12), axis=0)
    assert paths[3] > 1.8 * paths[9]


def test_months_of_a_pulse_leave_no_mark():
    counted = monthly(60, 60)
    doubled = counted.copy()
    doubled["2018-01":"2018-06"] = doubled["2018-01":"2018-06"] * 5
    pulse = [recording_break("2018-01", "2018-06")]
    np.testing.assert_array_equal(simulate(doubled, 3, breaks=pulse), simulate(counted, 3, breaks=pulse))


def test_what_came_before_a_step_leaves_no_mark():
    counted = monthly(60, 60)
    before = counted.copy()
    before.iloc[:12] = before.iloc[:12] * 9
    step = [recording_break("2016-01", "2016-01", "step")]
    np.testing.assert_array_equal(simulate(before, 3, breaks=step), simulate(counted, 3, breaks=step))


@pytest.mark.parametrize(
    ("counted", "rule"),
    [
        (monthly(60, 11), "too-short"),
        (monthly(60, 1), "too-short"),
        (monthly(60, 12), "too-short"),
        (monthly(60, 48) * 0, "all-zero"),
        (monthly(60, 48).where(monthly(60, 48).index < "2017-06"), "too-old"),
        (pd.Series([5] * 9, index=pd.period_range("2013", periods=9, freq="Y-MAR"), dtype="Int64"), "months-alone"),
        (pd.Series([5] * 9, index=pd.period_range("2013Q1", periods=9, freq="Q-MAR"), dtype="Int64"), "months-alone"),
    ],
    ids=["eleven", "one", "no spread", "all zero", "old", "years", "quarters"],
)
def test_what_carries_no_path_is_refused(counted, rule):
    answer = simulate(counted, 3)
    assert isinstance(answer, CannotSay)
    assert answer.rule == rule


@pytest.mark.parametrize(("ahead", "paths"), [(0, 10), (25, 10), (-1, 10), (3, 0)])
def test_what_cannot_be_asked_is_said_in_words(ahead, paths):
    with pytest.raises(ValueError, match="give"):
        simulate(monthly(60, 48), ahead, paths=paths)


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        (lambda s: s * -1, "at least 0"),
        (lambda s: s.astype(float) + 0.5, "whole number"),
        (lambda s: s.astype(str).str.cat(["x"] * len(s)), "not a number"),
        (lambda s: s.iloc[::-1], "not in order"),
        (lambda s: pd.concat([s, s.iloc[-1:]]), "more than once"),
        (lambda s: s.drop(s.index[5]), "left out"),
        (lambda s: s.reset_index(drop=True), "pandas periods"),
        (lambda s: s.set_axis(s.index.to_timestamp()), "pandas periods"),
        (lambda s: s.iloc[:0], "too short"),
    ],
)
def test_what_is_no_series_is_said_in_words(spoilt, words):
    with pytest.raises(ValueError, match=words):
        simulate(spoilt(monthly(60, 30)), 3)


@settings(max_examples=60, deadline=None)
@given(
    counts=st.lists(st.one_of(st.none(), st.integers(0, 5000), st.just(0)), min_size=1, max_size=70),
    ahead=st.integers(1, 24),
    pulse=st.booleans(),
)
def test_any_counts_end_in_sound_paths_or_a_refusal(counts, ahead, pulse):
    counted = pd.Series(counts, index=pd.period_range("2018-01", periods=len(counts), freq="M"), dtype="Int64")
    breaks = [recording_break("2019-03", "2020-07")] if pulse else []
    answer = simulate(counted, ahead, breaks=breaks, paths=40)
    if said(answer):
        assert answer.shape == (40, ahead)
        assert np.isfinite(answer).all()
        assert (answer >= 0).all()
    else:
        assert answer.reason
        assert not answer.reason.endswith(".")


def test_a_gap_is_never_a_zero():
    gapped = simulate(without(monthly(60, 48), "2018-10", "2018-11", "2018-12"), 3)
    zeros = monthly(60, 48)
    zeros["2018-10":"2018-12"] = 0
    assert np.median(gapped) > 1.3 * np.median(simulate(zeros, 3))
