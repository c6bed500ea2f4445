"""Against the meta-analysis of thirteen trials of the BCG vaccine (Colditz and others 1994), the standard example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.peers import spread
from analysis.peers.spread import weighted_squares

LOG_RATIOS = np.array([-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394,
                       0.4459, -0.0173])  # fmt: skip
VARIANCES = np.array([0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325,
                      0.0714])  # fmt: skip


def test_the_interval_of_tau_squared_is_the_published_q_profile():
    """R's metafor, ``confint`` on its BCG example: 0.1197 to 1.1115."""
    found = spread(LOG_RATIOS, VARIANCES)
    assert (found.low, found.high) == pytest.approx((0.1197, 1.1115), abs=2e-3)


def test_tau_squared_and_the_mean_are_those_of_paule_and_mandel():
    found = spread(LOG_RATIOS, VARIANCES)
    assert found.tau2 == pytest.approx(0.318, abs=1e-3)
    assert found.mean == pytest.approx(-0.7150, abs=2e-3)
    assert weighted_squares(LOG_RATIOS, VARIANCES, found.tau2) == pytest.approx(found.df)


def test_areas_that_differ_by_no_more_than_chance_have_no_spread():
    found = spread(np.array([1.0, 1.3, 0.7]), np.full(3, 0.1))
    assert (found.tau2, found.low) == (0.0, 0.0)
    assert found.high > 0
    assert found.mean == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("values", "variances"),
    [([1.0], [1.0]), ([], []), ([1.0, 2.0], [1.0]), ([1.0, np.nan], [1.0, 1.0]), ([1.0, 2.0], [1.0, 0.0]),
     ([1.0, np.inf], [1.0, 1.0])],
)  # fmt: skip
def test_a_spread_of_nonsense_is_refused_in_words(values, variances):
    with pytest.raises(ValueError, match="a spread needs"):
        spread(np.array(values), np.array(variances))


pairs = st.lists(st.tuples(st.floats(-5, 5), st.floats(1e-4, 10)), min_size=2, max_size=30)


@given(pairs)
def test_limits_hold_the_estimate_and_nothing_is_negative(given_pairs):
    values, variances = (np.array(each) for each in zip(*given_pairs, strict=True))
    found = spread(values, variances)
    assert 0 <= found.low <= found.tau2 + 1e-9 <= found.high + 2e-9
    assert values.min() - 1e-9 <= found.mean <= values.max() + 1e-9
    assert found.variance > 0


def test_the_interval_of_tau_squared_holds_the_truth_nineteen_times_in_twenty():
    random, truth, hits = np.random.default_rng(3), 0.09, 0
    for _ in range(400):
        variances = random.uniform(0.005, 0.05, 10)
        found = spread(random.normal(0, np.sqrt(truth + variances)), variances)
        hits += found.low <= truth <= found.high
    assert stats.binomtest(hits, 400, 0.95).pvalue > 0.01
