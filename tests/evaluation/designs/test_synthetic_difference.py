"""Synthetic difference-in-differences: parallel before by weights, and the difference after."""

import math

import numpy as np
import pytest
from scipy import optimize

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.synthetic_difference import DESIGN, synthetic_difference_of
from analysis.evaluation.effect import Effect

from ..many_areas import drawn, setting, share_called


def found(*args, **more) -> Effect:
    effect = DESIGN(setting(*args, **more))
    assert said(effect)
    return effect


def outcomes(effect=0.0, noise=0.1, seed=1, others=20, periods=20, before=14):
    """Two-way effects and one factor, of which the treated area's loading lies among the others'."""
    rng = np.random.default_rng(seed)
    loadings = np.concatenate([[0.7], rng.uniform(0, 1, others)])
    factor = np.cumsum(0.3 * rng.standard_normal(periods))
    level, course = rng.normal(0, 2, others + 1), rng.normal(0, 0.5, periods)
    values = level[:, None] + course + loadings[:, None] * factor + noise * rng.standard_normal((others + 1, periods))
    values[0, before:] += effect
    return values[0], values[1:], before


def test_it_is_found_by_its_name():
    assert design_named("synthetic-difference") is DESIGN
    assert DESIGN.maryland == 3


def test_a_known_effect_is_found_under_a_factor_that_a_plain_difference_takes_for_one():
    plain, ours = [], []
    for seed in range(40):
        treated, others, before = outcomes(effect=-1.0, seed=seed)
        gap = treated - others.mean(axis=0)
        plain.append(gap[before:].mean() - gap[:before].mean() + 1.0)
        ours.append(synthetic_difference_of(treated, others, before).estimate + 1.0)
    assert np.sqrt(np.mean(np.square(ours))) < 0.6 * np.sqrt(np.mean(np.square(plain)))
    assert np.mean(ours) == pytest.approx(0, abs=0.06)


def test_both_sets_of_weights_sum_to_one():
    answer = synthetic_difference_of(*outcomes())
    assert answer.areas.sum() == pytest.approx(1)
    assert answer.periods.sum() == pytest.approx(1)
    assert min(answer.areas.min(), answer.periods.min()) >= 0


def test_the_estimate_is_a_weighted_two_way_regression():
    """The paper's definition: least squares with area and period effects, weighed by both sets of weights."""
    treated, others, before = outcomes(effect=-1.0)
    answer = synthetic_difference_of(treated, others, before)
    values = np.vstack([treated, others])
    area = np.concatenate([[1.0], answer.areas])
    period = np.concatenate([answer.periods, np.full(len(treated) - before, 1 / (len(treated) - before))])
    rows, columns = values.shape
    at_area, at_period = np.repeat(np.eye(rows), columns, axis=0), np.tile(np.eye(columns), (rows, 1))
    on = np.zeros((rows, columns))
    on[0, before:] = 1.0
    design = np.hstack([on.reshape(-1, 1), at_area, at_period])
    root = np.sqrt(np.outer(area, period)).reshape(-1)
    slope = np.linalg.lstsq(root[:, None] * design, root * values.reshape(-1), rcond=None)[0][0]
    assert answer.estimate == pytest.approx(slope, abs=1e-6)


def test_the_areas_weights_are_those_of_the_papers_programme():
    treated, others, before = outcomes()
    noise = np.diff(others[:, :before], axis=1).std(ddof=1)
    zeta2 = math.sqrt(len(treated) - before) * noise**2

    def loss(given):
        return ((given[0] + given[1:] @ others[:, :before] - treated[:before]) ** 2).sum() + before * zeta2 * (
            given[1:] ** 2
        ).sum()

    start = np.concatenate([[0.0], np.full(len(others), 1 / len(others))])
    theirs = optimize.minimize(
        loss, start, method="SLSQP", bounds=[(None, None), *[(0, 1)] * len(others)],
        constraints={"type": "eq", "fun": lambda given: given[1:].sum() - 1}, options={"maxiter": 500, "ftol": 1e-12},
    )  # fmt: skip
    assert synthetic_difference_of(treated, others, before).areas == pytest.approx(theirs.x[1:], abs=2e-3)


def test_an_areas_level_does_not_matter():
    treated, others, before = outcomes()
    moved = others + np.arange(len(others))[:, None]
    plain = synthetic_difference_of(treated, others, before).estimate
    assert synthetic_difference_of(treated + 100, moved, before).estimate == pytest.approx(plain, abs=1e-6)


def test_what_came_to_all_areas_cancels():
    size = 100.0 * np.arange(1, 27)[:, None]
    course = np.exp(np.cumsum(0.2 * np.random.default_rng(2).standard_normal(12)))
    counts = size * course
    counts[0, 8:] *= 0.6
    effect = found(np.round(counts), before=8, freq="Y-MAR")
    assert effect.ratio == pytest.approx(0.6, abs=0.02)
    assert effect.verdict == "fewer"
    assert effect.p == 1 / 26


def test_residents_make_no_difference():
    counts = drawn(np.random.default_rng(3))
    people = np.random.default_rng(4).uniform(1e3, 1e6, 26)
    assert found(counts, people=people).ratio == found(counts).ratio


def test_its_figures_name_weights_of_areas_and_of_periods():
    figures = found(drawn(np.random.default_rng(5))).figures
    assert sum(figures["weights"].values()) == pytest.approx(1, abs=0.03)
    assert sum(figures["time_weights"]) == pytest.approx(1)
    assert len(figures["time_weights"]) == figures["blocks_before"] == 12
    assert figures["placebo_se"] > 0


def test_with_few_other_areas_it_describes_and_gives_no_interval():
    effect = found(drawn(np.random.default_rng(6), others=12))
    assert effect.verdict == "described only"
    assert math.isnan(effect.p)


def test_none_after_is_an_answer_and_not_an_error():
    counts = drawn(np.random.default_rng(7))
    counts[0, 36:] = 0
    assert found(counts).verdict == "fewer"


def test_too_few_blocks_before_are_refused():
    refusal = DESIGN(setting(np.full((21, 5), 300), before=3, freq="Y-MAR"))
    assert isinstance(refusal, CannotSay)
    assert refusal.rule == "too-short"


def test_false_alarms_are_few():
    called, held = share_called(DESIGN, 0.0, draws=60, dispersion=2.0, ar=0.3)
    assert called <= 0.07 + 0.07  # two Monte Carlo standard errors
    assert held >= 0.93 - 0.07


def test_a_fall_by_two_fifths_is_mostly_seen_and_its_limits_hold_it():
    called, held = share_called(DESIGN, -0.4, draws=40)
    assert called > 0.7
    assert held >= 0.93 - 0.08
