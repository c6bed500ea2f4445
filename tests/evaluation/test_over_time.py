"""Limits of an effect from the order of time."""

import math

import numpy as np
import pytest

from analysis.evaluation.over_time import limits_over_time, p_over_time

WEIGHTS = np.array([0.5, 0.3, 0.2, 0, 0, 0])


def example(log_effect=0.0, seed=1, before=30, after=10, noise=0.03):
    """A treated area that is a mix of donors, with noise and a constant effect after."""
    rng = np.random.default_rng(seed)
    donors = np.exp(np.cumsum(0.05 * rng.standard_normal((6, before + after)), axis=1))
    treated = (WEIGHTS @ donors) * np.exp(noise * rng.standard_normal(before + after))
    treated[before:] *= math.exp(log_effect)
    return treated, donors, before


def test_a_great_effect_has_the_smallest_p_that_time_allows():
    assert p_over_time(*example(-1.0), 0.0) == pytest.approx(1 / 40)


def test_taking_the_true_effect_out_leaves_nothing_to_see():
    assert p_over_time(*example(-1.0), -1.0) > 0.05


def test_limits_hold_the_effect_and_not_nought():
    low, high = limits_over_time(*example(-0.5))
    assert low < -0.5 < high < 0


def test_nineteen_blocks_are_too_few_for_95_percent_and_twenty_are_enough():
    assert limits_over_time(*example(before=14, after=5)) is None
    assert limits_over_time(*example(before=15, after=5)) is not None


def test_limits_hold_no_effect_about_as_often_as_they_say():
    held = 0
    for seed in range(60):
        found = limits_over_time(*example(seed=seed))
        assert found is not None
        held += found[0] <= 0 <= found[1]
    assert held / 60 >= 0.95 - 0.08


@pytest.mark.parametrize("scale", [0.001, 1000.0])
def test_the_unit_of_measurement_does_not_matter(scale):
    treated, donors, before = example(-0.3)
    plain = limits_over_time(treated, donors, before)
    assert limits_over_time(scale * treated, scale * donors, before) == pytest.approx(plain, abs=1e-6)


def test_more_noise_gives_wider_limits():
    quiet, loud = (limits_over_time(*example(-0.3, noise=noise)) for noise in (0.01, 0.15))
    assert loud[1] - loud[0] > 2 * (quiet[1] - quiet[0])
