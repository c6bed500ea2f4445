import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.evaluation.mover import added, error_of, p_of

Z = float(stats.norm.ppf(0.975))


def normal(value, error):
    return value, value - Z * error, value + Z * error


def test_normal_parts_add_up_as_variances_do():
    value, low, high = added([normal(10, 3)], [normal(4, 4)])
    assert value == 6
    assert (low, high) == pytest.approx((6 - Z * 5, 6 + Z * 5))


def test_a_skewed_part_keeps_its_skew_and_turns_round_when_taken_away():
    skewed = (2.0, 1.0, 6.0)
    assert added([skewed]) == (2.0, 1.0, 6.0)
    assert added([], [skewed]) == (-2.0, -6.0, -1.0)


def test_the_ratio_of_two_independent_ratios_agrees_with_a_wald_interval_for_large_counts():
    # log ratios of 4,000 and 5,000, and of 6,000 and 6,300
    one, other = math.log(5000 / 4000), math.log(6300 / 6000)
    errors = math.sqrt(1 / 4000 + 1 / 5000), math.sqrt(1 / 6000 + 1 / 6300)
    value, low, high = added([normal(one, errors[0])], [normal(other, errors[1])])
    assert high - value == pytest.approx(Z * math.hypot(*errors))
    assert low < value < high


def test_what_stands_beside_widens_both_ways():
    assert added([(0.0, -3.0, 3.0)], (), 4.0) == (0.0, -5.0, 5.0)


def test_p_is_that_of_the_normal_test():
    assert p_of(normal(3, 1.5)) == pytest.approx(2 * stats.norm.sf(2))
    assert p_of(normal(-3, 1.5)) == pytest.approx(2 * stats.norm.sf(2))
    assert p_of((0.0, -1.0, 1.0)) == 1
    assert p_of((2.0, -math.inf, math.inf)) == 1


@given(st.floats(-5, 5), st.floats(0.01, 5), st.floats(0.01, 5))
def test_p_is_below_five_percent_where_the_limits_exclude_nought(value, below, above):
    found = value, value - below, value + above
    if min(abs(found[1]), abs(found[2])) > 1e-6:
        assert (p_of(found) < 0.05) == (found[1] > 0 or found[2] < 0)


def test_an_error_is_read_from_the_limits_of_a_ratio():
    assert error_of(math.exp(-Z * 0.2), math.exp(Z * 0.2)) == pytest.approx(0.2)
    assert math.isnan(error_of(0.0, 2.0))
    assert math.isnan(error_of(0.5, math.inf))
