import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.measures import Mixture


def one(middle=0.0, error=1.0, df=np.inf):
    return Mixture(np.array([middle]), np.array([error]), np.array([1.0]), df)


TWO = Mixture(np.array([0.0, 1.0]), np.array([0.5, 2.0]), np.array([0.7, 0.3]), 8.0)


def test_one_part_is_the_distribution_itself():
    assert one(2, 0.5).limits(0.95) == pytest.approx(stats.norm(2, 0.5).interval(0.95))
    assert one(2, 0.5, 7).limits(0.9) == pytest.approx(stats.t(7, 2, 0.5).interval(0.9))
    assert (one(2, 0.5).middle, one(2, 0.5).error, one(2, 0.5).variance) == pytest.approx((2, 0.5, 0.25))


def test_the_share_below_is_the_weighted_mean_of_the_parts():
    expected = 0.7 * stats.t(8, 0, 0.5).cdf(0.8) + 0.3 * stats.t(8, 1, 2).cdf(0.8)
    assert TWO.below(0.8) == pytest.approx(expected)
    assert TWO.below(TWO.quantile(0.31)) == pytest.approx(0.31)


def test_its_variance_is_that_of_draws_from_it():
    rng = np.random.default_rng(1)
    part = rng.random(400_000) < 0.7
    draws = np.where(part, rng.normal(0, 0.5, len(part)), rng.normal(1, 2, len(part)))
    assert Mixture(TWO.middles, TWO.errors, TWO.weights).variance == pytest.approx(draws.var(), rel=0.02)


def test_p_is_that_of_a_two_sided_test_of_nought():
    assert one(1.96).p == pytest.approx(0.05, abs=1e-4)
    assert one(-1.96).p == pytest.approx(0.05, abs=1e-4)
    assert one(0).p == pytest.approx(1)


def test_variance_of_another_source_adds_to_every_part():
    more = TWO.with_variance(4.0)
    assert more.errors**2 == pytest.approx(TWO.errors**2 + 4)
    assert more.error > TWO.error


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.floats(0.01, 4)), min_size=1, max_size=6),
    st.sampled_from([3.0, 40.0, np.inf]),
)
def test_limits_lie_in_order_and_agree_with_p(parts, df):
    middles, errors = (np.array(each) for each in zip(*parts, strict=True))
    found = Mixture(middles, errors, np.full(len(parts), 1 / len(parts)), df)
    low, high = found.limits(0.95)
    assert low < found.middle < high
    if abs(found.p - 0.05) > 1e-6:
        assert (found.p < 0.05) == (low > 0 or high < 0)
