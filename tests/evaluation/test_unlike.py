import math

import numpy as np
import pytest
from scipy import stats

from analysis.evaluation.unlike import NONE, unlike


def test_one_other_place_shows_nothing_and_nothing_is_added():
    found = unlike([0.3], [0.01])
    assert (found.tau, found.beside(0.02, 2.0)) == (0, pytest.approx(0, abs=1e-6))


def test_others_that_changed_alike_add_little():
    found = unlike([0.01, -0.01, 0.0, 0.02, -0.02], [0.01] * 5)
    assert found.weights[0] > NONE
    assert found.beside(0.02, 1.2) < 0.01


def test_others_that_changed_unlike_add_what_they_differ_by():
    changes = np.random.default_rng(1).normal(0, 0.3, 20)
    found = unlike(changes, [0.001] * 20)
    assert found.tau == pytest.approx(np.std(changes, ddof=1), rel=0.2)
    assert found.beside(0.002, 1.05) > 1.05 * np.var(changes, ddof=1) * 0.7


def test_more_spread_never_adds_less():
    added = [unlike(np.array([-1, 1, 0.5, -0.5]) * each, [0.01] * 4).beside(0.02, 1.25) for each in (0, 0.1, 0.3, 1)]
    assert added == sorted(added)


def test_limits_hold_as_often_as_they_say_over_all_that_tau_may_be():
    found = unlike([-0.2, 0.25, 0.1], [0.01, 0.01, 0.01])
    error = math.sqrt(0.02 + found.beside(0.02, 1.3))
    errors = np.sqrt(0.02 + 1.3 * np.array(found.taus) ** 2)
    held = np.array(found.weights) @ (1 - 2 * stats.norm.sf(1.959964 * error / errors))
    assert held == pytest.approx(0.95, abs=1e-5)
    assert sum(found.weights) == pytest.approx(1)


def test_a_place_that_parts_like_the_others_do_is_seldom_called_out():
    rng = np.random.default_rng(20221130)
    outside = 0
    for _ in range(400):
        changes = rng.normal(0, 0.25, 6) + rng.normal(0, 0.05, 6)
        found = unlike(changes[1:], [0.0025] * 5)
        error = math.sqrt(0.003 + found.beside(0.003, 1.2))
        outside += abs(changes[0] - changes[1:].mean()) > 1.96 * error
    assert outside / 400 < 0.09
