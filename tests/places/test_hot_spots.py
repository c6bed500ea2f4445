"""Gi* and Moran's I against their definitions written out, against chance, and against a planted cluster."""

import numpy as np
import pytest

from analysis.places import gi_star, local_moran, moran, nearest
from analysis.places.patterns import two_sided

SIDE = 8
EAST, NORTH = (each.ravel().astype(float) for each in np.meshgrid(range(SIDE), range(SIDE)))


def flat(seed=1, mean=50):
    return np.random.default_rng(seed).poisson(mean, SIDE * SIDE).astype(float)


def planted():
    """A quiet grid with a busy block of nine in one corner."""
    counts = flat()
    return np.where((EAST < 3) & (NORTH < 3), counts * 4, counts)


def z_by_hand(values, near):
    """Ord and Getis 1995, equation 8, binary weights with the place itself."""
    n, mean, spread = len(values), values.mean(), values.std()
    found = []
    for place, others in enumerate(near):
        each = [place, *others]
        w = len(each)
        found.append((values[each].sum() - mean * w) / (spread * np.sqrt((n * w - w**2) / (n - 1))))
    return found


def test_gi_star_is_its_published_formula():
    counts = planted()
    near = nearest(EAST, NORTH, 8)
    found = gi_star(counts, EAST, NORTH, permutations=99)
    np.testing.assert_allclose(found.z, z_by_hand(np.log1p(counts), near), rtol=1e-9)


def test_morans_i_is_its_published_formula():
    counts = planted()
    z = np.log1p(counts) - np.log1p(counts).mean()
    near = nearest(EAST, NORTH, 8)
    lag = np.array([z[list(each)].mean() for each in near])
    whole = moran(counts, EAST, NORTH, permutations=99)
    local = local_moran(counts, EAST, NORTH, permutations=99)
    assert whole.value == pytest.approx((z * lag).sum() / (z**2).sum())
    np.testing.assert_allclose(local.value, z * lag / (z**2).mean(), rtol=1e-9)
    assert np.mean(local.value) == pytest.approx(whole.value)


def test_a_planted_cluster_is_found_and_nothing_far_from_it():
    counts = planted()
    hot = {(e, n) for e, n, heat in zip(EAST, NORTH, gi_star(counts, EAST, NORTH).found, strict=True) if heat == "hot"}
    assert {(0, 0), (1, 1)} <= hot
    assert all(e <= 4 and n <= 4 for e, n in hot)
    assert moran(counts, EAST, NORTH).p < 0.01
    beside = local_moran(counts, EAST, NORTH).found
    assert beside[0] == "high among high"


def test_a_lone_busy_place_stands_among_quiet_ones_and_is_no_hot_spot():
    quiet = (abs(EAST - 3) <= 2) & (abs(NORTH - 3) <= 2)
    counts = np.where(quiet, 5.0, flat(mean=200))
    counts[3 * SIDE + 3] = 4000
    assert local_moran(counts, EAST, NORTH).found[3 * SIDE + 3] == "high among low"
    assert gi_star(counts, EAST, NORTH).found[3 * SIDE + 3] != "hot"


def test_chance_alone_seldom_makes_a_hot_spot():
    """At a false discovery rate of 5 % over places without any pattern, one map in twenty at most has any."""
    maps = [gi_star(flat(seed), EAST, NORTH, permutations=999).found for seed in range(60)]
    assert sum(any(heat != "neither" for heat in each) for each in maps) <= 8


def test_the_same_answer_every_time_and_the_shared_state_is_left_alone():
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    for method in (gi_star, local_moran, moran):
        assert method(planted(), EAST, NORTH) == method(planted(), EAST, NORTH)
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002


def test_sums_in_another_order_count_as_equal():
    seen = np.array([0.1 + 0.2, 1.0])
    assert two_sided(seen, np.array([[0.3, 1.0], [0.3, 2.0], [0.3, 3.0]])) == (1.0, 1.0)
    assert two_sided(seen, np.full((99, 2), 0.0)) == (0.02, 0.02)


def test_neighbours_by_border_take_the_place_of_the_nearest():
    near = tuple((place - 1,) if place else (1,) for place in range(SIDE * SIDE))
    found = gi_star(planted(), EAST, NORTH, neighbours=near, permutations=99)
    np.testing.assert_allclose(found.z, z_by_hand(np.log1p(planted()), near), rtol=1e-9)


def test_an_island_without_neighbours_stands_by_itself():
    near = ((), *((place - 1,) for place in range(1, SIDE * SIDE)))
    assert len(gi_star(planted(), EAST, NORTH, neighbours=near, permutations=99).z) == SIDE * SIDE


@pytest.mark.parametrize("method", [gi_star, local_moran, moran])
def test_too_few_places_too_few_records_and_no_difference_are_refused(method):
    few = np.arange(29.0) + 10
    assert method(few, few, few).rule == "few-places"
    assert method(flat(mean=2), EAST, NORTH).rule == "small-counts"
    assert method(np.full(SIDE * SIDE, 9.0), EAST, NORTH).rule == "all-alike"


@pytest.mark.parametrize("method", [gi_star, local_moran, moran])
def test_what_no_figure_can_be_is_an_error(method):
    for wrong in (np.nan, -1.0, np.inf):
        with pytest.raises(ValueError, match="at least 0"):
            method(np.where(EAST == 3, wrong, flat()), EAST, NORTH)
    with pytest.raises(ValueError, match="same places"):
        method(flat(), EAST[1:], NORTH)
    with pytest.raises(ValueError, match="at least 1"):
        method(flat(), EAST, NORTH, k=0)
