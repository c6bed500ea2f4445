"""The panel of many areas: one area's change against the others'."""

import math

import numpy as np
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.panel import DESIGN
from analysis.evaluation.effect import Effect

from ..many_areas import drawn, setting, share_called


def found(*args, **more) -> Effect:
    effect = DESIGN(setting(*args, **more))
    assert said(effect)
    return effect


def steady(effect=0.0, others=25, course=1.0, **more):
    """Areas of different size, all on one course, without noise."""
    size = 100.0 * np.arange(1, others + 2)[:, None]
    counts = np.tile(size, (1, 9)) * np.array([1.0] * 6 + [course] * 3)
    counts[0, 6:] *= 1 + effect
    return found(np.round(counts), before=6, freq="Y-MAR", **more)


def test_it_is_found_by_its_name():
    assert design_named("panel") is DESIGN
    assert DESIGN.maryland == 3


@pytest.mark.parametrize("effect", [-0.4, 0.0, 0.5])
@pytest.mark.parametrize("course", [0.6, 1.0, 1.5])
def test_what_came_to_all_areas_cancels(effect, course):
    assert steady(effect, course=course).ratio == pytest.approx(1 + effect, rel=0.01)


def test_an_area_unlike_all_others_has_the_smallest_p_there_is():
    effect = steady(-0.5)
    assert effect.p == 1 / 26
    assert effect.verdict == "fewer"
    assert effect.figures["rank"] == 1


def test_what_was_expected_is_what_the_others_course_would_have_brought():
    effect = steady(-0.4, course=0.8)
    assert effect.expected == pytest.approx(3 * 80, rel=0.01)
    assert effect.difference == pytest.approx(-0.4 * 240, rel=0.02)
    assert effect.figures["own_change"] == pytest.approx(-52, abs=1)
    assert effect.figures["typical_change"] == pytest.approx(-20, abs=0.5)


def test_with_few_other_areas_it_describes_and_gives_no_interval():
    effect = steady(-0.5, others=10)
    assert effect.verdict == "described only"
    assert math.isnan(effect.p)
    assert effect.ratio == pytest.approx(0.5, rel=0.01)
    assert "only 10 other areas" in effect.described


def test_residents_make_no_difference():
    counts = drawn(np.random.default_rng(1))
    with_people = found(counts, people=np.random.default_rng(2).uniform(1e3, 1e6, 26))
    assert with_people.ratio == found(counts).ratio


def test_the_course_sums_to_what_was_expected_and_holds_every_period():
    effect = found(drawn(np.random.default_rng(3)))
    assert len(effect.course) == 48
    assert sum(point.expected for point in effect.course[36:]) == pytest.approx(effect.expected)
    assert sum(point.observed for point in effect.course[36:]) == effect.observed


def test_none_after_is_an_answer_and_not_an_error():
    counts = drawn(np.random.default_rng(4))
    counts[0, 36:] = 0
    effect = found(counts)
    assert effect.observed == 0
    assert effect.verdict == "fewer"
    assert effect.expected > 100


def test_a_trend_of_its_own_before_is_told_beside_the_effect():
    years = np.arange(9)
    size = 1e5 * np.arange(1, 27)[:, None]
    counts = size * np.exp(np.where(np.arange(26)[:, None] == 0, -0.1, 0.0) * years)
    effect = found(np.round(counts), before=6, freq="Y-MAR")
    assert effect.ratio < 0.7
    assert effect.figures["without_trend"] == pytest.approx(0, abs=1.5)  # means of logs are not logs of means
    assert effect.figures["trend_before"] == pytest.approx(100 * math.expm1(-0.1), abs=0.1)


def test_the_areas_stand_in_the_figures_the_treated_first():
    areas = found(drawn(np.random.default_rng(5))).figures["areas"]
    assert [name for name, _, _ in areas] == [f"area {number}" for number in range(26)]


@pytest.mark.parametrize("freq", ["Q-MAR", "Y-MAR"])
def test_quarters_and_years_do_as_well_as_months(freq):
    counts = np.random.default_rng(6).poisson(400, (26, 16))
    assert found(counts, before=12, freq=freq).ratio == pytest.approx(1, abs=0.1)


def test_a_refusal_is_handed_on():
    refusal = DESIGN(setting(drawn(np.random.default_rng(7), others=2)))
    assert isinstance(refusal, CannotSay)
    assert refusal.rule == "few-comparators"


@pytest.mark.parametrize("more", [{"dispersion": 3.0, "ar": 0.6}, {"mean": 4.0, "drift": 0.05}])
def test_false_alarms_are_few(more):
    called, held = share_called(DESIGN, 0.0, draws=80, **more)
    assert called <= 0.07 + 0.06  # two Monte Carlo standard errors
    assert held >= 0.93 - 0.06


def test_a_fall_by_two_fifths_is_nearly_always_seen_and_its_limits_hold_it():
    called, held = share_called(DESIGN, -0.4, draws=50)
    assert called > 0.8
    assert held >= 0.93 - 0.07
