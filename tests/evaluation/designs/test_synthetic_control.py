"""The synthetic control: a mix of other areas, and how unlike the others the treated one then is."""

import math

import numpy as np
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.synthetic_control import DESIGN, fit_of
from analysis.evaluation.effect import Effect
from analysis.evaluation.panel_counts import panel_counts
from analysis.evaluation.time_blocks import time_blocks

from ..many_areas import drawn, setting, share_called

PEOPLE = np.concatenate([[50_000.0], np.linspace(30_000, 120_000, 25)])


def mixed(effect=0.0, others=25, scale=400.0):
    """Areas on courses of their own; the treated one is half of area 1 and half of area 2, without noise."""
    rng = np.random.default_rng(1)
    courses = np.exp(np.cumsum(0.1 * rng.standard_normal((others + 1, 18)), axis=1))
    courses[0] = (courses[1] + courses[2]) / 2
    courses[0, 12:] *= 1 + effect
    return np.round(scale * courses)


def found(*args, **more) -> Effect:
    effect = DESIGN(setting(*args, **more))
    assert said(effect)
    return effect


def yearly(effect=0.0, others=25):
    return found(mixed(effect, others), before=12, freq="Y-MAR")


def test_it_is_found_by_its_name():
    assert design_named("synthetic-control") is DESIGN
    assert DESIGN.maryland == 3


@pytest.mark.parametrize("effect", [-0.4, 0.0, 0.5])
def test_a_mix_of_two_areas_is_found_again_with_the_effect(effect):
    answer = yearly(effect)
    assert answer.ratio == pytest.approx(1 + effect, abs=0.04)
    weights = answer.figures["weights"]
    assert weights["area 1"] == pytest.approx(0.5, abs=0.15)
    assert weights["area 2"] == pytest.approx(0.5, abs=0.15)
    assert answer.figures["pre_rmspe"] < 4


def test_weights_sum_to_one_and_none_is_below_nought():
    weights = found(drawn(np.random.default_rng(2))).figures["weights"]
    assert min(weights.values()) > 0
    assert sum(weights.values()) == pytest.approx(1, abs=0.03)


def test_a_clear_fall_ranks_first():
    answer = yearly(-0.6)
    assert answer.verdict == "fewer"
    assert answer.p == 1 / 26
    assert answer.figures["rank"] == 1
    assert answer.figures["rank_p"] == 1 / 26


def test_an_area_above_all_others_is_refused_since_no_mix_fits():
    counts = drawn(np.random.default_rng(3), mean=300, spread=0.1)
    counts[0] *= 4
    refusal = DESIGN(setting(counts))
    assert isinstance(refusal, CannotSay)
    assert refusal.rule == "poor-fit"
    gap = 1 - counts[1:, :36].sum(axis=1).max() / counts[0, :36].sum()
    said_gap = int(refusal.reason.split("off by ")[1].split(" %")[0])
    assert said_gap == pytest.approx(100 * gap, abs=3)  # the season makes the typical gap a little larger


def test_residents_make_rates_of_counts():
    rates = np.random.default_rng(4).poisson(PEOPLE[:, None] / 200, (26, 18))
    answer = found(rates, before=12, freq="Y-MAR", people=PEOPLE)
    assert answer.figures["rates"]
    assert answer.expected == pytest.approx(6 * 250, rel=0.1)


def test_so_few_incidents_that_chance_alone_prevents_a_fit_are_refused_as_that():
    refusal = DESIGN(setting(drawn(np.random.default_rng(5), mean=2)))
    assert isinstance(refusal, CannotSay)
    assert refusal.rule == "small-counts"


def test_with_few_donors_it_describes_and_gives_no_interval():
    answer = yearly(-0.5, others=10)
    assert answer.verdict == "described only"
    assert math.isnan(answer.p)
    assert answer.figures["donors"] == 10


def test_a_placebo_is_never_matched_on_the_treated_area():
    asked = setting(mixed(-0.5), before=12, freq="Y-MAR")
    counts = panel_counts(asked)
    assert said(counts)
    blocks = time_blocks(counts, asked.start, 1)
    assert said(blocks)
    fit = fit_of(1, blocks, counts.people)
    assert 0 not in fit.donors
    assert 1 not in fit.donors
    assert len(fit.donors) == 24


def test_a_donor_with_few_incidents_gets_less_weight_than_its_equal_with_many():
    rng = np.random.default_rng(6)
    course = 0.005 * np.exp(np.cumsum(0.1 * rng.standard_normal(18)))
    people = np.array([100_000.0, 100_000.0, 2_000.0, *np.full(20, 50_000.0)])
    rates = np.vstack([course, course, course, np.tile(0.02 + 0.001 * np.arange(18), (20, 1))])
    counts = rng.poisson(rates * people[:, None])
    weights = found(counts, before=12, freq="Y-MAR", people=people).figures["weights"]
    assert weights["area 1"] > 5 * weights.get("area 2", 0.0)


def test_the_course_is_the_mix_itself():
    answer = yearly(-0.4)
    assert [point.observed for point in answer.course] == mixed(-0.4)[0].tolist()
    assert sum(point.expected for point in answer.course[12:]) == pytest.approx(answer.expected, rel=0.01)


def test_false_alarms_are_few():
    called, held = share_called(DESIGN, 0.0, draws=60, dispersion=2.0, ar=0.3)
    assert called <= 0.07 + 0.07  # two Monte Carlo standard errors
    assert held >= 0.93 - 0.07


def test_a_fall_by_two_fifths_is_mostly_seen_and_its_limits_hold_it():
    called, held = share_called(DESIGN, -0.4, draws=40)
    assert called > 0.7
    assert held >= 0.93 - 0.08


def test_a_second_interval_from_time_stands_beside_where_there_are_months_enough():
    counts = drawn(np.random.default_rng(8), mean=200, effect=-0.4)
    figures = found(counts).figures
    assert figures["blocks_before"] + figures["blocks_after"] == 48
    assert figures["time_low"] < -40 < figures["time_high"] < 0
    assert "time_low" not in yearly().figures
