import numpy as np
import pytest

from analysis.evaluation.departure import departure


def drawn(off, number, fitted=1.0, many=400):
    return np.array(
        [departure(np.array(off, dtype=float), number, fitted, np.random.default_rng(n)) for n in range(many)]
    )


def test_what_was_steady_stays_at_its_level():
    assert drawn([1.0] * 36, 12) == pytest.approx(1.0)


def test_a_place_that_stepped_once_goes_on_to_step_as_far_either_way():
    """Half the time before at 1, half at 2: a stretch at an end lies off the rest by up to twice."""
    found = np.unique(drawn([1.0] * 6 + [2.0] * 6, 6).mean(axis=1).round(6))
    assert found.min() == pytest.approx(0.5)
    assert found.max() == pytest.approx(2.0)


def test_independent_periods_depart_as_a_mean_of_new_ones_does():
    """Of 36 and 12 periods of variance v, means differ by v / 12 + v / 36; the shorter base adds a little."""
    rng = np.random.default_rng(5)
    spread = np.array([
        np.log(departure(1 + 0.1 * rng.standard_normal(36), 12, 1.0, np.random.default_rng(n)).mean())
        for n in range(2000)
    ])  # fmt: skip
    assert spread.std() == pytest.approx(0.1 * np.sqrt(1 / 12 + 1 / 36), rel=0.15)


def test_levels_that_wander_depart_as_far_as_they_will_but_for_a_fifth():
    """A random walk of six years and three more, against the drawing from the six."""
    rng = np.random.default_rng(6)
    walks = np.exp(np.cumsum(0.1 * rng.standard_normal((3000, 9)), axis=1))
    true = np.log(walks[:, 6:].mean(axis=1) / walks[:, :6].mean(axis=1)).std()
    found = np.log([
        departure(each[:6] / each[:6].mean(), 3, 1.0, np.random.default_rng(n)).mean() for n, each in enumerate(walks)
    ]).std()  # fmt: skip
    assert 0.75 * true < found < 1.1 * true


def test_each_period_keeps_its_distance_from_its_stretch_made_up_for_the_fitting():
    found = departure(np.array([1.0, 1.2, 0.8, 1.0] * 9), 12, 1.5, np.random.default_rng(1))
    assert sorted({*np.round(found / found.mean(), 6)}) == pytest.approx([0.7, 1.0, 1.3])


def test_a_time_after_longer_than_half_of_that_before_goes_through_a_stretch_again():
    found = departure(np.array([1.0, 1.1, 0.9, 1.2]), 5, 1.0, np.random.default_rng(2))
    assert found[:2] == pytest.approx(found[2:4])
    assert len(found) == 5


@pytest.mark.parametrize("off", [[], [1.3], [np.nan, 1.3, np.nan]])
def test_of_one_known_period_nothing_can_be_drawn(off):
    assert departure(np.array(off, dtype=float), 3, 1.0, np.random.default_rng(0)).tolist() == [1.0, 1.0, 1.0]


def test_unknown_and_empty_periods_leave_finite_levels():
    found = drawn([np.nan, 0.0, 0.0, 3.0, np.nan, 1.0, 0.0, 2.0], 4)
    assert np.isfinite(found).all()
    assert (found >= 0).all()
