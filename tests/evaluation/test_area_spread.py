"""One area's figure against the others'."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.area_spread import area_spread


def of(values, chance=0.01, **more):
    found = np.array(values, dtype=float)
    return area_spread(found, np.full(len(found), chance), **more)


def test_the_furthest_of_twenty_has_the_smallest_p_there_is():
    rng = np.random.default_rng(1)
    found = of([5.0, *rng.normal(0, 0.1, 19)])
    assert found.rank == 1
    assert found.p == 1 / 20


def test_an_area_in_the_middle_of_the_others_is_like_them():
    found = of([0.0, *np.linspace(-1, 1, 30)])
    assert found.p == 1.0
    assert found.limits()[0] < 0 < found.limits()[1]


def test_with_eighteen_others_no_interval_of_95_percent_is_finite():
    rng = np.random.default_rng(2)
    assert of(rng.normal(0, 1, 19)).reach() == math.inf
    assert of(rng.normal(0, 1, 20)).reach() < math.inf


def test_nineteen_others_reach_as_far_as_the_furthest_of_them():
    rng = np.random.default_rng(3)
    found = of(rng.normal(0, 1, 20))
    assert found.reach() == pytest.approx(np.abs(found.scores[1:]).max() * found.error[0])


@pytest.mark.parametrize(("others", "place"), [(19, 19), (25, 25), (31, 31), (39, 38), (99, 95)])
def test_the_quantile_is_the_conformal_one(others, place):
    rng = np.random.default_rng(4)
    found = of(rng.normal(0, 1, others + 1))
    assert found.reach() == pytest.approx(np.sort(np.abs(found.scores[1:]))[place - 1] * found.error[0])


@given(st.integers(0, 10_000))
def test_p_under_five_percent_and_an_interval_without_nought_go_together(seed):
    rng = np.random.default_rng(seed)
    found = of([rng.normal(0, 3), *rng.normal(0, 1, 24)])
    low, high = found.limits()
    assert (found.p <= 0.05) == (low > 0 or high < 0)


def test_equal_variances_give_the_plain_mean_of_the_others():
    values = [0.3, *np.linspace(-0.4, 0.6, 21)]
    found = of(values)
    assert found.typical[0] == pytest.approx(np.mean(values[1:]))
    assert found.typical[1] == pytest.approx(np.mean(values[2:]))


def test_the_treated_area_is_in_nobody_elses_comparison():
    rest = np.random.default_rng(5).normal(0, 0.2, 25)
    near, far = of([0.1, *rest]), of([9.0, *rest])
    assert near.typical[1:] == pytest.approx(far.typical[1:])
    assert near.error == pytest.approx(far.error)


def test_a_large_area_is_judged_more_strictly_than_a_small_one():
    rng = np.random.default_rng(6)
    chance = np.concatenate([[0.001], np.full(15, 0.001), np.full(15, 0.25)])
    found = area_spread(rng.normal(0, np.sqrt(chance)), chance)
    assert found.error[0] < 0.2 * found.error[-1]


def test_spread_and_swing_are_found_where_sizes_tell_them_apart():
    rng = np.random.default_rng(7)
    chance = np.geomspace(0.0005, 0.2, 400)
    found = area_spread(rng.normal(0, np.sqrt(4 * chance + 0.1**2)), chance)
    assert found.phi == pytest.approx(4, rel=0.25)
    assert found.tau == pytest.approx(0.1, rel=0.25)


def test_not_centred_distances_are_from_nought():
    found = of([0.5, *np.full(20, 0.5)], centred=False)
    assert found.distance == pytest.approx(np.full(21, 0.5))
    assert of([0.5, *np.full(20, 0.5)]).distance == pytest.approx(np.zeros(21))


def test_what_is_known_besides_widens_that_area_alone():
    rng = np.random.default_rng(8)
    values, chance = rng.normal(0, 0.1, 25), np.full(25, 0.01)
    extra = np.zeros(25)
    extra[0] = 1.0
    plain, wider = area_spread(values, chance), area_spread(values, chance, extra)
    assert wider.error[0] > 1
    assert wider.error[1:] == pytest.approx(plain.error[1:])


def test_areas_drawn_alike_are_called_as_often_as_their_number_allows():
    rng = np.random.default_rng(9)
    called = sum(of(rng.normal(0, 1, 26)).p <= 0.05 for _ in range(600))
    assert called / 600 == pytest.approx(1 / 26, abs=0.025)


@pytest.mark.parametrize("values", [[1.0, 2.0, 3.0], [1.0, math.nan, 2.0, 3.0, 4.0]])
def test_too_few_areas_or_figures_that_are_none_are_an_error(values):
    with pytest.raises(ValueError, match="three others"):
        of(values)
