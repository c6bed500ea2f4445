import pytest
from scipy import stats

from analysis import measures
from analysis.cannot_say import CannotSay


def test_byar_limits_are_those_of_public_health():
    found = measures.rate(65, 100, per=100_000)
    assert (found.value, found.low, found.high) == pytest.approx((65_000, 50163.1877, 82849.1385), abs=1e-3)


def test_under_ten_the_limits_are_exact():
    low, high = measures.count_limits(5)
    assert stats.poisson.sf(4, low) == pytest.approx(0.025)
    assert stats.poisson.cdf(5, high) == pytest.approx(0.025)


def test_a_count_of_zero_has_an_upper_limit():
    low, high = measures.count_limits(0)
    assert low == 0
    assert high == pytest.approx(3.688879, abs=1e-6)


@pytest.mark.parametrize("population", [None, 0, -5])
def test_without_a_population_there_is_no_rate(population):
    refused = measures.rate(12, population)
    assert isinstance(refused, CannotSay)
    assert refused.rule == "no-population"


def test_a_rate_is_per_thousand_unless_asked_otherwise():
    assert measures.rate(250, 100_000).value == 2.5
    assert measures.rate(250, 100_000, per=100_000).value == 250
