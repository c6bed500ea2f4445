import math

import numpy as np
import pytest
from scipy import integrate, stats

from analysis.evaluation.regression_to_mean import Prior, expected_count, prior_of


def test_it_is_the_mean_and_deviation_of_the_posterior():
    prior, observed = Prior(6.0, 2.5), 13

    def weight(mean):
        return stats.gamma.pdf(mean, 2.5, scale=6 / 2.5) * stats.poisson.pmf(observed, mean)

    whole, first, second = (integrate.quad(lambda m, k=k: m**k * weight(m), 0, 100)[0] for k in range(3))
    found = expected_count(observed, prior)
    assert found.count == pytest.approx(first / whole, rel=1e-6)
    assert found.error == pytest.approx(math.sqrt(second / whole - (first / whole) ** 2), rel=1e-6)


def test_places_that_are_all_alike_say_everything_and_none_at_all_nothing():
    assert expected_count(30, Prior(10, math.inf)) == pytest.approx(expected_count(3, Prior(10, math.inf)))
    assert expected_count(30, Prior(10, math.inf)).count == 10
    assert expected_count(30, Prior(10, 1e-9)).count == pytest.approx(30)


def test_a_place_of_several_units_is_drawn_towards_several_times_the_mean():
    found = expected_count(0, Prior(10, math.inf), size=3)
    assert found.count == 30


def test_counts_that_swing_more_are_believed_less():
    weights = [expected_count(30, Prior(10, 2), dispersion=each).weight for each in (1, 2, 5)]
    assert weights == sorted(weights)


def test_the_prior_of_many_places_is_the_one_they_were_drawn_from():
    rng = np.random.default_rng(20221130)
    size = rng.integers(1, 4, 20_000)
    counts = rng.poisson(rng.gamma(2.5 * size, 6 / 2.5))
    found = prior_of(counts, size)
    assert (found.mean, found.shape) == pytest.approx((6, 2.5), rel=0.05)


def test_places_that_differ_by_chance_alone_have_no_prior_of_their_own():
    assert prior_of([10, 10, 11, 9], [1, 1, 1, 1]) == Prior(10, math.inf)
    spread = [5, 15, 10, 10]
    assert prior_of(spread, [1] * 4).shape < math.inf
    assert prior_of(spread, [1] * 4, dispersion=2).shape == math.inf


@pytest.mark.parametrize("bad", [{"observed": -1}, {"prior": Prior(0, 1)}, {"size": 0}, {"dispersion": 0}])
def test_what_cannot_be_is_an_error(bad):
    with pytest.raises(ValueError, match="expected count"):
        expected_count(**{"observed": 3, "prior": Prior(1, 1), **bad})


@pytest.mark.parametrize("counts", [[3], [0, 0, 0]])
def test_a_prior_needs_places_and_counts(counts):
    with pytest.raises(ValueError, match="prior"):
        prior_of(counts, [1] * len(counts))
