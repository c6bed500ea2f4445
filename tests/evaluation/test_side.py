import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import measures
from analysis.cannot_say import said
from analysis.evaluation.matched import matched
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.side import side, swing_of, together

from .interrupted import place, setting


def found(counts, **more):
    asked = setting(counts, **more)
    return side(asked, asked.treated, matched(asked, [asked.treated]))


def test_limits_are_those_of_the_two_counts_widened():
    rng = np.random.default_rng(20221130)
    counts = rng.poisson(20, 36)
    one = found(counts)
    assert (one.before, one.after) == (counts[12:24].sum(), counts[24:].sum())
    assert one.limits() == measures.ratio_limits(one.before, one.after, dispersion=one.widening)
    assert one.ratio == pytest.approx(one.after / one.before)


def test_a_short_time_before_counts_for_no_more_than_it_is():
    # eighteen months after, twelve before: January to June stand for two years of them
    one = found([10] * 12 + [10] * 18, after=18)
    assert (one.expected, one.before, one.after) == (180, 120, 180)
    assert one.effective == pytest.approx(180**2 / (60 * 1 + 60 * 4))
    assert one.ratio == 1
    low, high = one.limits()
    assert low < 1 < high


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=36, max_size=36))
def test_p_agrees_with_the_limits_whatever_the_counts(counts):
    one = found(counts)
    if not said(one) or not one.before + one.after:
        return
    low, high = one.limits()
    if min(abs(low - 1), abs(high - 1)) > 1e-9:
        assert (one.p < 0.05) == (low > 1 or high < 1)


def test_none_after_has_limits_and_no_variance():
    one = found([5, 6, 4] * 8 + [0] * 12)
    low, high = one.limits()
    assert low == 0 and 0 < high < 1
    assert math.isnan(one.variance)


def test_the_change_itself_is_not_taken_for_swing():
    rng = np.random.default_rng(20221130)
    counts = rng.poisson(50, 41)
    fallen = counts.copy()
    fallen[34:] = fallen[34:] // 4
    asked = setting(fallen, after=7)
    assert swing_of(asked, asked.treated).phi < 2
    assert measures.series_dispersion(asked.treated.series).phi > 3


def test_months_that_may_not_be_used_are_not_in_the_swing():
    counts = [20, 22, 19] * 12
    wild = counts.copy()
    wild[20:23] = 500, 2, 700
    window = measures.Window(pd.Period("2018-09", "M"), pd.Period("2018-11", "M"))
    asked = setting(wild, chosen_on=window)
    assert swing_of(asked, asked.treated).phi < 1


def test_too_little_known_of_the_swing_is_a_refusal():
    assert found([10] * 3 + [10] * 3, after=3).rule in {"no-dispersion", "no-periods-before"}


def test_places_together_are_known_where_all_are():
    one, other = place([1, 2, None, 4]), place([10, None, 30, 40])
    both = together([one, other], "both")
    assert both.series.tolist()[0] == 11 and both.series.tolist()[3] == 44
    assert both.series.isna().tolist() == [False, True, True, False]
    assert (both.people, both.members) == (None, 2)
    series = one.series
    assert together([Place("a", series, 10.0), Place("b", series, 5.0, 3)], "x").people == 15


def test_the_swing_of_a_place_is_the_same_however_often_it_is_asked_and_follows_the_figures():
    rng = np.random.default_rng(4)
    months = pd.period_range("2018-01", periods=48, freq="M")
    steady, wild = (
        Place("here", pd.Series(counts, index=months, dtype="Int64"))
        for counts in (rng.poisson(40, 48), rng.poisson(rng.gamma(4, 10, 48)))
    )
    found = [
        swing_of(Setting("incidents", each, months[36], months[-1]), each) for each in (steady, wild, steady, wild)
    ]
    assert found[0] == found[2]
    assert found[1] == found[3]
    assert found[1].phi > 3 * found[0].phi
