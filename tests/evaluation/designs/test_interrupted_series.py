import math

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.interrupted_series import DESIGN, interrupted_series
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window

from ..interrupted import LAST, broken, drawn, place, setting, smooth


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def test_it_is_level_two_and_found_by_its_name():
    assert (design_named("interrupted-series"), DESIGN.maryland) == (DESIGN, 2)


def test_a_fall_without_noise_is_found_to_its_size():
    found = interrupted_series(setting(smooth(effect=-0.3)))
    assert found.ratio == pytest.approx(0.7, abs=0.02)
    assert (found.verdict, found.low < 0.7 < found.high) == ("fewer", True)
    assert found.expected == pytest.approx(found.observed / found.ratio)


def test_a_trend_that_was_already_there_is_no_effect(rng):
    found = interrupted_series(setting(drawn(rng, mean=200, trend=-0.15)))
    before_and_after = found.observed / 12 / np.mean([each.observed for each in found.course[:36]])
    assert before_and_after < 0.8
    assert found.verdict == "no clear difference"
    assert found.figures["trend_a_year"] == pytest.approx(-15, abs=6)


def test_a_season_is_no_effect(rng):
    assert interrupted_series(setting(drawn(rng, mean=100))).verdict == "no clear difference"


def test_the_effect_of_a_long_series_is_that_of_an_ordinary_regression(rng):
    counts = drawn(rng, mean=150, effect=-0.25, months=120, after=48)
    found = interrupted_series(setting(counts, after=48))
    at = np.arange(120)
    months = np.eye(12)[at % 12][:, 1:]
    days = np.log(pd.period_range(end=LAST, periods=120, freq="M").days_in_month)
    design = sm.add_constant(np.column_stack([at >= 72, at, months]).astype(float))
    plain = sm.GLM(counts, design, family=sm.families.Poisson(), offset=days).fit()
    assert found.figures["regression_ratio"] == pytest.approx(math.exp(plain.params[1]), abs=0.005)
    assert found.ratio == pytest.approx(math.exp(plain.params[1]), abs=0.03)


def test_both_models_answers_stand_in_the_figures(rng):
    found = interrupted_series(setting(drawn(rng, effect=-0.4)))
    figures = found.figures
    assert (figures["local_level_ratio"], figures["local_level_low"], figures["local_level_high"]) == pytest.approx(
        (found.ratio, found.low, found.high)
    )
    assert figures["regression_low"] < figures["regression_ratio"] < figures["regression_high"] < 1
    assert (figures["months_before"], figures["months_after"], figures["season"]) == (36, 12, "month factors")
    assert 0 < figures["phi"] < 3
    assert 0 < figures["ljung_box_p"] <= 1
    assert 0 <= figures["level_share"] < 1
    assert figures["counterfactual_total"] == pytest.approx(found.expected)


def test_the_course_adds_up_to_the_estimate_and_lies_within_its_limits(rng):
    found = interrupted_series(setting(drawn(rng, effect=-0.4)))
    after = found.course[36:]
    assert sum(each.expected for each in after) == pytest.approx(found.expected)
    assert sum(each.observed for each in after) == found.observed
    assert sum(each.expected for each in found.course[:36]) == pytest.approx(
        sum(each.observed for each in found.course[:36])
    )
    assert all(each.low < each.expected < each.high for each in found.course)


def test_the_further_from_the_time_before_the_less_is_known_of_what_was_to_be_expected(rng):
    course = interrupted_series(setting(drawn(rng, effect=-0.4))).course
    width = [math.log(each.high / each.low) for each in course]
    assert width[-1] > 1.2 * np.mean(width[12:24])


def test_the_verdict_and_p_agree_with_the_interval(rng):
    for effect in (-0.5, -0.2, 0.0):
        found = interrupted_series(setting(drawn(rng, mean=60, effect=effect)))
        if said(found):
            assert (found.p < 0.05) == (found.verdict != "no clear difference")


def test_under_ten_a_month_the_regression_stands_alone(rng):
    found = interrupted_series(setting(drawn(rng, mean=4, effect=-0.7)))
    assert "local_level_ratio" not in found.figures
    assert found.ratio == pytest.approx(found.figures["regression_ratio"])
    assert (found.figures["season"], found.figures["level_share"]) == ("two harmonics", None)
    assert "one model alone" in found.remarks[0]
    assert sum(each.expected for each in found.course[36:]) == pytest.approx(found.expected)


def test_where_two_models_disagree_it_cannot_say_and_names_both():
    rng = np.random.default_rng(7)
    answers = [interrupted_series(setting(drawn(rng, effect=-0.22))) for _ in range(40)]
    refused = [each for each in answers if not said(each)]
    assert {each.rule for each in refused} == {"models-disagree"}
    assert 1 <= len(refused) <= 20
    assert "by a level free to wander" in refused[0].reason
    assert refused[0].reason.endswith("by a regression of counts)")


@pytest.mark.parametrize(("months", "after", "told"), [(35, 12, "23 months before"), (47, 11, "11 months after")])
def test_too_few_months_on_a_side_are_refused_with_how_many_there_are(months, after, told):
    refused = interrupted_series(setting(smooth(months=months, after=after), after=after))
    assert refused.rule == "too-short"
    assert refused.reason.startswith(told)


def test_twenty_four_and_twelve_months_are_enough():
    assert said(interrupted_series(setting(smooth(effect=-0.4, months=36))))


def test_a_missing_month_is_a_gap_and_never_a_nought():
    counts = [*smooth(effect=-0.3)]
    holed = [None if at in (5, 20) else each for at, each in enumerate(counts)]
    whole, found = (interrupted_series(setting(each)) for each in (counts, holed))
    assert found.figures["months_before"] == whole.figures["months_before"] - 2
    assert found.ratio == pytest.approx(whole.ratio, abs=0.02)
    assert [each.observed for each in found.course][5] is None


def test_half_a_year_each_year_is_enough_where_there_are_years_enough(rng):
    counts = [None if at % 12 >= 6 else each for at, each in enumerate(rng.poisson(40, 84))]
    found = interrupted_series(setting(counts, after=24))
    assert (found.figures["season"], found.figures["months_before"], found.figures["months_after"]) == ("none", 30, 12)


def test_months_of_implementation_and_of_a_pulse_are_on_neither_side():
    building = Window(LAST - 13, LAST - 12)
    pulse = broken("pulse", "2018-01", "2018-03", "Covid restrictions")
    found = interrupted_series(setting(smooth(effect=-0.3), implementation=building, breaks=(pulse,)))
    assert (found.figures["months_before"], found.figures["months_after"]) == (31, 12)


def test_a_step_in_recording_after_the_start_is_refused_by_its_name():
    refused = interrupted_series(setting(smooth(effect=-0.3), breaks=(broken("step", "2019-06"),)))
    assert (refused.rule, "a new way of counting" in refused.reason) == ("recording-break", True)


def test_a_step_in_recording_before_the_start_shortens_the_time_before():
    refused = interrupted_series(setting(smooth(effect=-0.3), breaks=(broken("step", "2018-01"),)))
    assert (refused.rule, refused.reason[:2]) == ("too-short", "12")


@pytest.mark.parametrize("freq", ["Q-MAR", "Y-MAR"])
def test_quarters_and_years_are_refused(freq):
    when = pd.period_range(end=pd.Period("2019-12", freq=freq), periods=60, freq=freq)
    series = pd.Series(50, index=when, dtype="Int64")
    asked = Setting("vandalism", Place("the town", series), start=when[-20], end=when[-1])
    assert interrupted_series(asked).rule == "not-monthly"


@pytest.mark.parametrize("counts", [[0] * 48, [3] * 3 + [0] * 45, [5] * 36 + [0] * 12])
def test_noughts_alone_are_refused(counts):
    assert interrupted_series(setting(counts)).rule == "small-counts"


def test_months_that_hang_together_are_seldom_called_a_change():
    rng = np.random.default_rng(1)
    asked = [setting(drawn(rng, ar=0.6, dispersion=3)) for _ in range(80)]
    found = [each for each in map(interrupted_series, asked) if said(each)]
    assert len(found) > 60
    assert sum(each.verdict != "no clear difference" for each in found) <= 0.1 * len(asked)


def test_a_fall_of_forty_per_cent_is_mostly_seen():
    rng = np.random.default_rng(2)
    found = [interrupted_series(setting(drawn(rng, effect=-0.4))) for _ in range(40)]
    seen = [each for each in found if said(each) and each.verdict == "fewer"]
    assert len(seen) >= 34
    assert np.mean([each.low < 0.6 < each.high for each in seen]) > 0.85


@settings(deadline=None, max_examples=25)
@given(st.lists(st.one_of(st.none(), st.integers(0, 3000)), min_size=40, max_size=60))
def test_any_counts_have_an_answer_or_a_refusal(counts):
    found = interrupted_series(Setting("x", place(counts), LAST - 11, LAST))
    if said(found):
        assert 0 < found.low <= found.ratio <= found.high < math.inf
        assert 0 < found.p <= 1
