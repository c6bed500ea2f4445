"""Weights that are nought or more and sum to one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from analysis.evaluation.simplex import simplex_weights


def test_a_mix_is_found_again():
    columns = np.random.default_rng(1).normal(10, 2, (30, 4))
    assert simplex_weights(columns, columns @ [0.5, 0.3, 0.2, 0.0]) == pytest.approx([0.5, 0.3, 0.2, 0.0], abs=1e-6)


def test_a_target_beyond_all_columns_takes_the_nearest():
    columns = np.tile([1.0, 2.0, 3.0], (10, 1))
    assert simplex_weights(columns, np.full(10, 9.0)) == pytest.approx([0, 0, 1], abs=1e-6)


def test_a_great_ridge_makes_weights_even():
    columns = np.random.default_rng(2).normal(0, 1, (12, 5))
    assert simplex_weights(columns, columns[:, 0], 1e6) == pytest.approx(np.full(5, 0.2), abs=1e-3)


def test_a_ridge_on_one_column_keeps_weight_from_it():
    columns = np.column_stack([np.arange(10.0), np.arange(10.0)])
    weights = simplex_weights(columns, np.arange(10.0), np.array([3.0, 1.0]))
    assert weights == pytest.approx([0.25, 0.75], abs=1e-4)


@given(st.integers(0, 500), st.sampled_from([0.0, 0.1, 5.0]))
def test_weights_are_as_good_as_those_of_a_general_optimiser(seed, ridge):
    rng = np.random.default_rng(seed)
    columns, target = rng.normal(0, 1, (15, 4)), rng.normal(0, 1, 15)

    def loss(weights):
        return float(((columns @ weights - target) ** 2).sum() + ridge * (weights**2).sum())

    ours = simplex_weights(columns, target, ridge)
    theirs = optimize.minimize(
        loss, np.full(4, 0.25), method="SLSQP", bounds=[(0, 1)] * 4,
        constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1},
    )  # fmt: skip
    assert ours.min() >= 0
    assert ours.sum() == pytest.approx(1)
    assert loss(ours) <= theirs.fun + 1e-5


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_the_unit_of_measurement_does_not_matter(scale):
    columns = np.random.default_rng(3).normal(5, 1, (20, 6))
    target = columns.mean(axis=1) + 0.3
    plain = simplex_weights(columns, target, 0.5)
    assert simplex_weights(scale * columns, scale * target, 0.5 * scale**2) == pytest.approx(plain, abs=1e-6)


def test_figures_that_are_none_are_an_error():
    with pytest.raises(ValueError, match="finite"):
        simplex_weights(np.array([[np.nan, 1.0]]), np.array([1.0]))
