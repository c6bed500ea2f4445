import numpy as np
import pytest
from scipy import stats

from analysis.exceptional import Predictive

SURE = Predictive(log_expected=np.log(10.0), variance=1e-12, phi=0.5, df=1e6)


def test_with_nothing_uncertain_it_is_poisson():
    for count in (0, 3, 10, 25):
        assert SURE.at_most(count) == pytest.approx(stats.poisson.cdf(count, 10), abs=1e-5)
    assert SURE.limits(0.99) == (int(stats.poisson.ppf(0.005, 10)), int(stats.poisson.ppf(0.995, 10)))


def test_with_a_known_dispersion_it_is_negative_binomial():
    wide = Predictive(np.log(10.0), 1e-12, phi=3.0, df=1e7)
    assert wide.at_most(15) == pytest.approx(stats.nbinom.cdf(15, 10 / 2, 1 / 3), abs=1e-3)


@pytest.mark.parametrize("wider", [Predictive(np.log(10.0), 0.05, 0.5, 1e6), Predictive(np.log(10.0), 1e-12, 2.0, 1e6)])
def test_not_knowing_the_level_or_more_dispersion_widens_the_limits(wider):
    low, high = SURE.limits(0.99)
    assert wider.limits(0.99)[0] < low
    assert wider.limits(0.99)[1] > high


def test_few_degrees_of_freedom_widen_the_limits():
    few, many = (Predictive(np.log(50.0), 0.001, 2.0, df).limits(0.99) for df in (5, 500))
    assert few[0] < many[0]
    assert few[1] > many[1]


def test_a_variance_below_poisson_is_taken_as_poisson():
    assert Predictive(np.log(10.0), 0.0, 0.2, 20).limits(0.99) == Predictive(np.log(10.0), 0.0, 0.01, 20).limits(0.99)


@pytest.mark.parametrize("expected", [0.3, 2, 40, 3000])
def test_each_tail_beyond_the_limits_has_at_most_half_a_percent(expected):
    law = Predictive(np.log(expected), 0.01, 1.7, 18)
    low, high = law.limits(0.99)
    assert law.at_most(low - 1) <= 0.005 < law.at_most(low)
    assert 1 - law.at_most(high) <= 0.005 < 1 - law.at_most(high - 1)


def test_both_tails_count_the_count_itself():
    below, above = SURE.tails(10)
    assert below + above - 1 == pytest.approx(stats.poisson.pmf(10, 10), abs=1e-5)
    assert SURE.tails(0)[1] == 1.0


def test_at_mean_2_the_95_percent_limits_leave_out_less_than_5_percent():
    law = Predictive(np.log(2.0), 1e-12, 1.0, 1e6)
    low, high = law.limits(0.95)
    assert law.at_most(low - 1) + 1 - law.at_most(high) == pytest.approx(0.017, abs=0.001)
