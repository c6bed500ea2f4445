"""Scores on figures small enough to work out by hand."""

import numpy as np
import pytest

from analysis.outlook import brier, coverage, interval_score, mase, naive_scale


def test_the_scale_is_the_mean_difference_of_months_a_year_apart():
    assert naive_scale([10.0] * 12 + [12.0] * 6 + [7.0] * 6) == pytest.approx((6 * 2 + 6 * 3) / 12)


def test_an_unknown_month_has_no_part_in_the_scale():
    counts = [10.0] * 12 + [12.0] * 6 + [7.0] * 6
    counts[0] = counts[23] = float("nan")
    assert naive_scale(counts) == pytest.approx((5 * 2 + 5 * 3) / 10)


def test_a_year_or_less_has_no_scale():
    assert np.isnan(naive_scale([3.0] * 12))
    assert np.isnan(naive_scale([3.0]))


def test_scaled_error_is_mean_error_over_the_scale():
    assert mase([10, 20], [12, 16], 4.0) == pytest.approx(3 / 4)


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan")])
def test_a_scale_that_cannot_carry_an_error_is_refused_in_words(scale):
    with pytest.raises(ValueError, match="above zero"):
        mase([1], [1], scale)


def test_the_ends_of_an_interval_belong_to_it():
    assert coverage([1, 5, 6], [1, 2, 3], [4, 5, 5]) == pytest.approx(2 / 3)


def test_the_interval_score_adds_what_a_miss_costs_to_the_width():
    assert interval_score([5, 12], [4, 4], [10, 10], 0.8) == pytest.approx((6 + 6 + 2 / 0.2 * 2) / 2)


def test_a_narrower_interval_that_holds_scores_better():
    assert interval_score([5], [4], [6], 0.95) < interval_score([5], [3], [7], 0.95)


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0])
def test_a_level_is_a_share(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        interval_score([1], [0], [2], level)


def test_certain_and_right_is_nought_and_a_coin_a_quarter():
    assert brier([1.0, 0.0], [True, False]) == 0
    assert brier([0.5, 0.5], [True, False]) == 0.25
    assert brier([1.0], [False]) == 1


def test_the_brier_score_of_brier_1950_halved():
    """Brier's table of ten forecasts of rain or none: 0.19 with both classes counted, so half of it here."""
    stated = [0.7, 0.9, 0.8, 0.4, 0.2, 0.0, 0.0, 0.0, 0.0, 0.1]
    rained = [False, True, True, True, False, False, False, False, False, False]
    assert 2 * brier(stated, rained) == pytest.approx(0.19, abs=0.005)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: brier([1.2], [True]), "between 0 and 1"),
        (lambda: brier([0.5], [2]), "true or false"),
        (lambda: brier([], []), "at least one"),
        (lambda: mase([1, 2], [1], 1.0), "2 figures cannot be scored against 1"),
        (lambda: mase(["a"], [1], 1.0), "must be numbers"),
        (lambda: mase([float("nan")], [1], 1.0), "known, finite"),
        (lambda: coverage([1], [3], [2]), "above its upper"),
        (lambda: naive_scale([float("inf")] * 13), "finite"),
        (lambda: naive_scale([[1.0]]), "a row of"),
    ],
)
def test_what_cannot_be_scored_is_said_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
