import numpy as np
import pytest

from analysis.priorities import Counted, Criterion, Volume, grade, own_scores
from analysis.priorities.combine import as_declared, combined

from .rounds import of


def score(matrix, rule="weighted mean", volume=None):
    return dict(zip(matrix.issues, combined(matrix, as_declared(matrix, volume), rule)[0], strict=True))


def test_the_score_is_the_weighted_mean_of_means_over_agencies():
    """Harm: mean of 5 and 3 is 4, three quarters of the way up; likelihood: 2, one quarter; harm counts double."""
    found = score(of({"a": {"theft": [5, 2]}, "b": {"theft": [3, 2]}}))
    assert found["theft"] == pytest.approx(100 * (2 * 0.75 + 1 * 0.25) / 3)


def test_the_lowest_of_everything_is_nought_and_the_highest_a_hundred():
    assert score(of({"a": {"low": [1, 1], "high": [5, 5]}})) == {"low": 0, "high": 100}


def test_a_missing_score_moves_nothing_where_a_nought_would():
    two = {"a": {"theft": [4, 4]}, "b": {"theft": [4, 4]}}
    assert score(of({**two, "c": {"theft": [None, None]}})) == score(of(two))
    assert score(of({**two, "c": {"theft": [1, 1]}}))["theft"] < score(of(two))["theft"]


def test_a_criterion_that_nobody_scored_is_left_out_of_the_mean():
    assert score(of({"a": {"theft": [4, None]}}))["theft"] == 75


def test_what_nobody_scored_at_all_has_no_score():
    assert np.isnan(score(of({"a": {"theft": [None, None]}}))["theft"])


def test_a_grid_multiplies_likelihood_by_impact():
    assert score(of({"a": {"theft": [4, 3]}, "b": {"theft": [2, 3]}}), "grid")["theft"] == 9
    assert grade(4, 3) == 12


def test_weights_have_no_scale():
    scores = {"a": {"theft": [5, 2], "noise": [1, 4]}, "b": {"theft": [3, 2], "noise": [2, 5]}}
    once = of(scores)
    many = type(once)(
        once.agencies,
        once.issues,
        tuple(Criterion(c.name, c.low, c.high, 7 * c.weight, c.likelihood) for c in once.criteria),
        once.scores,
    )
    assert score(once) == pytest.approx(score(many))


def test_volume_counts_by_its_bands_and_not_where_the_data_have_none():
    volume = Volume({"theft": Counted(250)}, [100, 200, 300, 400], 3.0)
    found = score(of({"a": {"theft": [1, 1], "noise": [3, 3]}}), volume=volume)
    assert found["theft"] == 25  # two of four bands passed, half of the weight
    assert found["noise"] == 50


def test_an_agency_has_an_order_of_its_own_where_it_scored_half_of_the_weight():
    found = own_scores(of({"a": {"theft": [4, None], "noise": [None, 4]}}), "weighted mean")
    assert found[0, 1] == 75  # harm is two thirds of the weight
    assert np.isnan(found[0, 0])
