import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.interrupted_series import interrupted_series
from analysis.evaluation.designs.structural import DESIGN, structural
from analysis.evaluation.setting import Place, Setting

from ..interrupted import LAST, broken, drawn, place, setting, smooth


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def moved(rng, effect=0.0, shock=0.25, drop=-0.4):
    """A treated place and two others that the same shocks move, the last year lower everywhere."""
    shocks = rng.normal(0, shock, 48) + np.where(np.arange(48) >= 36, drop, 0)
    return [rng.poisson(smooth(mean=150, effect=each) * np.exp(shocks)) for each in (effect, 0.0, 0.0)]


def test_it_is_level_three_and_found_by_its_name():
    assert (design_named("structural"), DESIGN.maryland) == (DESIGN, 3)


def test_what_the_controls_explain_is_no_effect(rng):
    places = moved(rng)
    found = structural(setting(*places))
    assert found.observed < 0.8 * 12 * 150
    assert found.verdict == "no clear difference"
    assert found.ratio == pytest.approx(1, abs=0.1)


def test_what_they_do_not_explain_is(rng):
    found = structural(setting(*moved(rng, effect=-0.45)))
    assert found.verdict == "fewer"
    assert found.low < 0.55 < found.high


def test_controls_that_move_alike_narrow_the_limits(rng):
    places = moved(rng, effect=-0.3, shock=0.4, drop=0.0)
    others = [drawn(rng, mean=150) for _ in range(2)]
    explained, not_explained = structural(setting(*places)), structural(setting(places[0], *others))
    assert explained.error < 0.7 * not_explained.error


def test_controls_that_move_alike_are_given_weight(rng):
    coefficients = structural(setting(*moved(rng))).figures["control_coefficients"]
    assert sum(coefficients) == pytest.approx(1, abs=0.2)


def test_places_that_part_by_themselves_widen_the_limits(rng):
    treated = drawn(rng, mean=300, effect=-0.3)
    alike = [drawn(rng, mean=300) for _ in range(6)]
    unlike = [drawn(rng, mean=300, effect=each) for each in (-0.4, 0.4, -0.3, 0.3, -0.2, 0.2)]
    near, far = (structural(setting(treated, *each)) for each in (alike, unlike))
    assert far.figures["unlike"] > 2 * near.figures["unlike"]
    assert far.error > 1.5 * near.error


def test_more_than_three_controls_are_summed_to_one(rng):
    three = structural(setting(drawn(rng), *(drawn(rng) for _ in range(3))))
    five = structural(setting(drawn(rng), *(drawn(rng) for _ in range(5))))
    assert (three.figures["controls"], five.figures["controls"]) == (3, 1)


def test_comparators_of_few_counts_are_summed_to_one_of_enough(rng):
    found = structural(setting(drawn(rng), drawn(rng, mean=7), drawn(rng, mean=7)))
    assert found.figures["controls"] == 1


def test_a_comparator_named_twice_breaks_nothing_and_counts_once(rng):
    mine, theirs = drawn(rng), drawn(rng)
    twice, once = structural(setting(mine, theirs, theirs)), structural(setting(mine, theirs))
    assert twice.figures["controls"] == 1
    assert twice.ratio == pytest.approx(once.ratio, abs=0.01)


def test_a_trend_that_the_controls_do_not_share_is_no_effect():
    rng = np.random.default_rng(4)
    found = [
        structural(setting(drawn(rng, mean=80, trend=-0.1), *(drawn(rng, mean=80) for _ in range(3))))
        for _ in range(20)
    ]
    assert sum(each.verdict != "no clear difference" for each in found) <= 2
    assert np.mean([each.ratio for each in found]) > 0.93


def test_an_effect_that_only_comes_later_is_still_counted():
    late = smooth(mean=200)
    late[42:] = np.round(late[42:] * 0.4)
    found = structural(setting(late, smooth(mean=200), smooth(mean=250)))
    assert found.ratio == pytest.approx(late[36:].sum() / smooth(mean=200)[36:].sum(), abs=0.05)
    assert found.verdict == "fewer"


def test_the_course_shows_months_before_and_after_within_their_limits(rng):
    found = structural(setting(drawn(rng, effect=-0.4), drawn(rng), drawn(rng)))
    assert [each.period for each in found.course] == list(pd.period_range(end=LAST, periods=48, freq="M"))
    assert all(each.low < each.expected < each.high for each in found.course)
    assert sum(each.expected for each in found.course[36:]) == pytest.approx(found.expected, rel=0.05)
    assert found.figures["counterfactual_low"] < found.expected < found.figures["counterfactual_high"]


def test_the_same_setting_has_the_same_answer(rng):
    asked = setting(drawn(rng), drawn(rng))
    assert structural(asked) == structural(asked)


def test_the_verdict_and_p_agree_with_the_interval(rng):
    for effect in (-0.5, -0.25, -0.15, 0.0):
        found = structural(setting(drawn(rng, mean=80, effect=effect), drawn(rng), drawn(rng)))
        assert (found.p < 0.05) == (found.verdict != "no clear difference")


def test_a_place_alone_is_left_to_the_interrupted_series():
    alone = setting(smooth())
    assert structural(alone).rule == "no-comparators"
    assert said(interrupted_series(alone))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (smooth(mean=6), smooth()),
        (smooth(), smooth(mean=6)),
        ([*smooth()[:36], *[0] * 12], smooth()),
        ([0] * 48, [0] * 48),
    ],
)
def test_few_or_none_are_refused(mine, theirs):
    assert structural(setting(mine, theirs)).rule == "small-counts"


def test_breaks_and_short_series_are_refused():
    assert structural(setting(smooth(), smooth(), breaks=(broken("step", "2019-06"),))).rule == "recording-break"
    assert structural(setting(smooth(months=30), smooth(months=30))).rule == "too-short"


def test_quarters_are_refused():
    when = pd.period_range(end=pd.Period("2019-12", freq="Q-MAR"), periods=60, freq="Q-MAR")
    series = pd.Series(50, index=when, dtype="Int64")
    asked = Setting("x", Place("a", series), when[-20], when[-1], comparators=(Place("b", series),))
    assert structural(asked).rule == "not-monthly"


def test_no_effect_is_seldom_called_one_and_limits_hold_the_truth():
    rng = np.random.default_rng(3)
    found = [structural(setting(*(drawn(rng, ar=0.3, dispersion=1.5) for _ in range(3)))) for _ in range(50)]
    assert sum(each.verdict != "no clear difference" for each in found) <= 6


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=40, max_size=52))
def test_any_counts_have_an_answer_or_a_refusal(pairs):
    mine, theirs = zip(*pairs, strict=True)
    found = structural(Setting("x", place(mine), LAST - 11, LAST, comparators=(place(theirs),)))
    if said(found):
        assert 0 <= found.low <= found.high < math.inf
        assert 0 < found.p <= 1
