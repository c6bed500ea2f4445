import math

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.comparative_series import DESIGN, comparative_series
from analysis.evaluation.designs.interrupted_series import interrupted_series
from analysis.evaluation.setting import Place, Setting

from ..interrupted import LAST, broken, drawn, place, setting, smooth


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def shaken(rng, counts, shocks):
    """Counts of a place that the same ``shocks`` (log scale) move."""
    return rng.poisson(np.asarray(counts) * np.exp(shocks))


def test_it_is_level_three_and_found_by_its_name():
    assert (design_named("comparative-series"), DESIGN.maryland) == (DESIGN, 3)


def test_a_fall_without_noise_is_found_to_its_size():
    found = comparative_series(setting(smooth(effect=-0.3, mean=200), smooth(mean=300), smooth(mean=150)))
    assert found.ratio == pytest.approx(0.7, abs=0.02)
    assert found.verdict == "fewer"
    assert found.expected == pytest.approx(found.observed / found.ratio)


def test_what_moves_every_place_alike_is_no_effect(rng):
    everywhere = np.where(np.arange(48) >= 36, math.log(0.6), 0.0)
    places = [shaken(rng, smooth(), everywhere) for _ in range(4)]
    assert interrupted_series(setting(places[0])).verdict == "fewer"
    found = comparative_series(setting(*places))
    assert (found.verdict, found.ratio) == ("no clear difference", pytest.approx(1, abs=0.12))


def test_shocks_in_common_cancel_where_the_place_alone_shows_nothing():
    rng, told = np.random.default_rng(5), {"alone": 0, "beside": 0}
    for _ in range(12):
        shocks = np.cumsum(rng.normal(0, 0.12, 48))
        places = [shaken(rng, smooth(effect=each), shocks) for each in (-0.45, 0.0, 0.0, 0.0)]
        answers = {"alone": interrupted_series(setting(places[0])), "beside": comparative_series(setting(*places))}
        for name, found in answers.items():
            told[name] += said(found) and found.verdict == "fewer"
    assert told["beside"] >= 10
    assert told["beside"] > told["alone"] + 3


def test_the_regression_of_shares_is_the_stacked_regression_of_counts(rng):
    mine, theirs = drawn(rng, mean=80, effect=-0.3), drawn(rng, mean=120)
    found = comparative_series(setting(mine, theirs))
    at = np.arange(48)
    months = pd.period_range(end=LAST, periods=48, freq="M").asi8 % 12
    waves = [each(k * 2 * np.pi * months / 12) for k in (1, 2) for each in (np.sin, np.cos)]
    own = np.column_stack([at >= 36, np.ones(48), at, *waves]).astype(float)
    stacked = np.vstack([np.hstack([own, np.eye(48)]), np.hstack([np.zeros_like(own), np.eye(48)])])
    plain = sm.GLM(np.concatenate([mine, theirs]), stacked, family=sm.families.Poisson()).fit()
    assert found.figures["regression_ratio"] == pytest.approx(math.exp(plain.params[0]), rel=1e-5)


def test_a_place_that_grew_faster_all_along_is_not_taken_for_an_effect(rng):
    found = comparative_series(setting(drawn(rng, mean=200, trend=0.15), drawn(rng, mean=200), drawn(rng, mean=200)))
    assert found.verdict == "no clear difference"
    assert found.figures["trend_a_year"] == pytest.approx(15, abs=7)


def test_places_that_part_by_themselves_widen_the_limits(rng):
    treated = drawn(rng, mean=300, effect=-0.3)
    alike = [drawn(rng, mean=300) for _ in range(6)]
    unlike = [drawn(rng, mean=300, effect=each) for each in (-0.4, 0.4, -0.3, 0.3, -0.2, 0.2)]
    near, far = (comparative_series(setting(treated, *each)) for each in (alike, unlike))
    assert said(near)
    assert near.figures["unlike"] < 0.1
    if said(far):
        assert far.figures["unlike"] > 2 * near.figures["unlike"]
        assert far.error > 1.5 * near.error


def test_one_comparator_is_said_to_show_nothing_of_how_places_part():
    one = comparative_series(setting(smooth(effect=-0.5), smooth()))
    two = comparative_series(setting(smooth(effect=-0.5), smooth(), smooth()))
    assert one.remarks[0].startswith("One comparator cannot show")
    assert "judged from the comparators" in two.remarks[0]


def test_the_course_is_what_the_comparators_led_to_expect(rng):
    found = comparative_series(setting(drawn(rng, effect=-0.5), drawn(rng, mean=90), drawn(rng, mean=60)))
    after = found.course[36:]
    assert sum(each.expected for each in after) == pytest.approx(found.expected)
    assert all(each.low < each.expected < each.high for each in found.course)
    assert sum(each.observed for each in after) == found.observed


def test_both_models_answers_stand_in_the_figures(rng):
    found = comparative_series(setting(drawn(rng, mean=80, effect=-0.5), drawn(rng, mean=80), drawn(rng, mean=80)))
    assert found.figures["local_level_ratio"] == pytest.approx(found.ratio)
    assert found.figures["regression_high"] < 1
    assert (found.figures["comparators"], found.figures["months_before"]) == (2, 36)
    assert 0 < found.figures["ljung_box_p"] <= 1


def test_under_ten_a_month_the_regression_stands_alone(rng):
    found = comparative_series(setting(drawn(rng, mean=5, effect=-0.7), drawn(rng, mean=5), drawn(rng, mean=5)))
    assert "local_level_ratio" not in found.figures
    assert found.ratio == pytest.approx(found.figures["regression_ratio"])
    assert sum(each.expected for each in found.course[36:]) == pytest.approx(found.expected)


def test_without_a_comparator_it_is_refused():
    assert comparative_series(setting(smooth())).rule == "no-comparators"


def test_a_month_missing_in_one_comparator_is_used_for_none():
    holed = [None if at in (3, 4, 40) else each for at, each in enumerate(smooth())]
    refused = comparative_series(setting(smooth(effect=-0.3), smooth(), holed))
    assert (refused.rule, refused.reason[:2]) == ("too-short", "11")
    found = comparative_series(
        setting(smooth(effect=-0.3, months=50), smooth(months=50), [*holed[:38], *smooth()[36:]])
    )
    assert found.figures["months_before"] == 36
    assert [at for at, each in enumerate(found.course) if each.observed is None] == [3, 4]


def test_a_step_in_recording_after_the_start_and_short_series_are_refused():
    step = (broken("step", "2019-06"),)
    assert comparative_series(setting(smooth(), smooth(), breaks=step)).rule == "recording-break"
    assert comparative_series(setting(smooth(months=30), smooth(months=30))).rule == "too-short"


@pytest.mark.parametrize(
    ("mine", "theirs"), [([0] * 48, [9] * 48), ([9] * 36 + [0] * 12, [9] * 48), ([9] * 48, [0] * 48)]
)
def test_noughts_alone_are_refused(mine, theirs):
    assert comparative_series(setting(mine, theirs)).rule == "small-counts"


def test_quarters_are_refused():
    when = pd.period_range(end=pd.Period("2019-12", freq="Q-MAR"), periods=60, freq="Q-MAR")
    series = pd.Series(50, index=when, dtype="Int64")
    asked = Setting("x", Place("a", series), when[-20], when[-1], comparators=(Place("b", series),))
    assert comparative_series(asked).rule == "not-monthly"


def test_months_that_hang_together_are_seldom_called_a_change():
    rng = np.random.default_rng(1)
    asked = [setting(*(drawn(rng, ar=0.6, dispersion=3) for _ in range(3))) for _ in range(50)]
    found = [each for each in map(comparative_series, asked) if said(each)]
    assert sum(each.verdict != "no clear difference" for each in found) <= 5


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=40, max_size=52))
def test_any_counts_have_an_answer_or_a_refusal(pairs):
    mine, theirs = zip(*pairs, strict=True)
    found = comparative_series(Setting("x", place(mine), LAST - 11, LAST, comparators=(place(theirs),)))
    if said(found):
        assert 0 < found.low <= found.ratio <= found.high < math.inf
        assert 0 < found.p <= 1


def test_a_month_in_which_nothing_was_counted_anywhere_carries_nothing_and_stops_nothing(rng):
    mine, theirs = rng.poisson(2, 48), rng.poisson(2, 48)
    mine[17], theirs[17] = 0, 0
    found = comparative_series(setting(mine, theirs))
    without = comparative_series(
        setting(*([None if at == 17 else int(c) for at, c in enumerate(each)] for each in (mine, theirs)))
    )
    assert found.ratio == pytest.approx(without.ratio)
    assert found.figures["ljung_box_q"] == pytest.approx(without.figures["ljung_box_q"])
