import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.measures import change
from analysis.targets import Goal


def test_the_next_year_of_the_airline_accidents_is_as_published():
    assert targets.chance_at_most(20, 238, exposure=10) == pytest.approx(0.2669353164, abs=1e-6)
    assert targets.chance_at_most(16, 238, exposure=10) == pytest.approx(0.0698171156, abs=1e-6)


def test_a_long_baseline_comes_near_the_plain_poisson_answer():
    assert targets.chance_at_most(20, 23_800_000, exposure=1_000_000) == pytest.approx(
        stats.poisson.cdf(20, 23.8), abs=1e-4
    )


def test_dispersion_makes_extremes_likelier():
    assert targets.chance_at_most(80, 100, dispersion=3) > targets.chance_at_most(80, 100) > 0.01


def test_rules_differ_by_the_target_itself():
    at_most, below, at_least = (
        targets.chance_of_meeting(each, 10)
        for each in (Goal("at most", 10), Goal("at most", 10, True), Goal("at least", 10))
    )
    assert at_most > below
    assert at_least == pytest.approx(1 - below)


def test_a_baseline_of_none_gives_no_chance():
    assert targets.chance_at_most(10, 0).rule == "all-zero"
    assert targets.chance_of_meeting(Goal("at least", 1), 0).rule == "all-zero"


def test_a_cut_by_a_tenth_of_a_noisy_year_is_met_by_chance_more_often_than_one_of_a_steady_rate():
    noisy = targets.chance_of_meeting(Goal("at most", 90), 100)
    steady = targets.chance_of_meeting(Goal("at most", 90), 100_000, exposure=1_000)
    assert noisy > steady > stats.poisson.cdf(89, 100)


def test_a_noisy_baseline_makes_the_stated_chance_come_true_that_often():
    """Years drawn twice from one rate: a tenth below the first is reached about as often as stated."""
    rng = np.random.default_rng(1)
    rate = np.exp(rng.uniform(np.log(20), np.log(300), 8_000))
    first, second = rng.poisson(rate), rng.poisson(rate)
    goals = [Goal("at most", 0.9 * each) for each in first]
    stated = [targets.chance_of_meeting(goal, int(each)) for goal, each in zip(goals, first, strict=True)]
    happened = [goal.met(each) for goal, each in zip(goals, second, strict=True)]
    assert np.mean(stated) == pytest.approx(np.mean(happened), abs=0.02)


@given(st.integers(0, 5_000), st.floats(-10, 10_000), st.floats(0.1, 20), st.floats(0.1, 20))
def test_a_chance_is_a_probability_or_a_refusal(count, target, exposure, dispersion):
    found = targets.chance_at_most(target, count, exposure=exposure, dispersion=dispersion)
    assert (count == 0) == isinstance(found, CannotSay)
    assert isinstance(found, CannotSay) or 0 <= found <= 1


@given(st.integers(1, 500), st.floats(1, 4))
def test_a_chance_grows_with_its_ceiling(count, dispersion):
    chances = [
        targets.chance_at_most(each, count, dispersion=dispersion) for each in (-1, count // 2, count, 3 * count)
    ]
    assert chances == sorted(chances)
    assert chances[0] == 0


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -1])
def test_a_count_that_cannot_be_is_an_error(wrong):
    for call in (lambda: targets.chance_at_most(5, wrong), lambda: targets.maintain_margin(wrong)):
        with pytest.raises(ValueError, match="cannot be"):
            call()


@pytest.mark.parametrize("name", ["exposure", "ahead", "dispersion"])
@pytest.mark.parametrize("wrong", [0, -1, math.nan, math.inf])
def test_an_exposure_that_cannot_be_is_an_error(name, wrong):
    with pytest.raises(ValueError, match=name):
        targets.chance_at_most(5, 10, **{name: wrong})


def test_a_target_that_is_no_number_is_an_error():
    with pytest.raises(ValueError, match="not a number"):
        targets.chance_at_most(math.nan, 10)
    assert (targets.chance_at_most(math.inf, 10), targets.chance_at_most(-math.inf, 10)) == (1, 0)


def test_the_margin_is_the_last_count_that_is_no_clear_rise():
    margin = targets.maintain_margin(50, dispersion=2)
    assert change(50, margin, dispersion=2).verdict == "no clear change"
    assert change(50, margin + 1, dispersion=2).verdict == "rose"


@given(st.integers(0, 3_000), st.sampled_from([1.0, 2.0, 5.0]), st.sampled_from([1.0, 1.5, 3.0]))
def test_the_margin_is_where_the_interval_turns_whichever_way_is_better(count, years, dispersion):
    swing = {"exposure_before": years, "dispersion": dispersion}
    top = targets.maintain_margin(count, exposure=years, dispersion=dispersion)
    low = targets.maintain_margin(count, exposure=years, dispersion=dispersion, side="at least")
    assert low <= count / years <= top
    assert change(count, top, **swing).verdict != "rose"
    assert change(count, top + 1, **swing).verdict == "rose"
    assert change(count, low, **swing).verdict != "fell"
    assert low == 0 or change(count, low - 1, **swing).verdict == "fell"


def test_a_share_that_stays_meets_its_own_level_about_half_the_time():
    assert targets.chance_of_percentage(Goal("at least", 50), 50, 1_000, 1_000) == pytest.approx(0.51, abs=0.01)
    assert targets.chance_of_percentage(Goal("at most", 50, strict=True), 50, 1_000, 1_000) == pytest.approx(
        0.49, abs=0.01
    )


def test_chances_of_a_percentage_agree_with_the_normal_answer_for_large_samples():
    spread = 100 * math.sqrt(0.3 * 0.7 * (1 / 4_000 + 1 / 2_000))
    expected = stats.norm.sf((32 - 30) / spread)
    assert targets.chance_of_percentage(Goal("at least", 32), 30, 4_000, 2_000) == pytest.approx(expected, abs=0.005)


def test_a_small_first_sample_leaves_more_to_chance():
    small, large = (targets.chance_of_percentage(Goal("at least", 80), 60, asked, 500) for asked in (20, 2_000))
    assert small > 0.02 > large


def test_no_sample_gives_no_chance_of_a_percentage():
    assert targets.chance_of_percentage(Goal("at least", 50), 50, 0, 100).rule == "no-sample-size"
    assert targets.chance_of_percentage(Goal("at least", 50), 50, 100, 0).rule == "no-sample-size"


@pytest.mark.parametrize(("percent", "asked"), [(-1, 10), (101, 10), (math.nan, 10), (50, math.inf), (50, math.nan)])
def test_a_percentage_that_cannot_be_is_an_error(percent, asked):
    with pytest.raises(ValueError, match="cannot be"):
        targets.chance_of_percentage(Goal("at least", 50), percent, asked, 100)


@given(st.floats(0, 100), st.integers(1, 5_000), st.integers(1, 5_000), st.floats(0, 100), st.booleans())
def test_a_floor_and_what_lies_below_it_share_out_all_that_may_be(percent, asked, asked_next, level, whole):
    level = round(level) if whole else level
    floor = targets.chance_of_percentage(Goal("at least", level), percent, asked, asked_next)
    below = targets.chance_of_percentage(Goal("at most", level, strict=True), percent, asked, asked_next)
    assert floor + below == pytest.approx(1, abs=1e-6)
    assert -1e-9 <= floor <= 1 + 1e-9
