"""What no model can be fitted to is refused in words; what one can be fitted to gives finite numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import trends

YEARS = (np.arange(24) / 12)[:, None]


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf])
def test_counts_that_are_none_are_refused(bad):
    counts = np.full(24, 10.0)
    counts[3] = bad
    with pytest.raises(ValueError, match="finite counts of at least 0"):
        trends.count_model(counts, YEARS)


def test_more_coefficients_than_periods_are_refused():
    with pytest.raises(ValueError, match="needs more than 3 periods"):
        trends.count_model(np.array([1.0, 2, 3]), np.eye(3))


@pytest.mark.parametrize("fit", [trends.local_level, trends.wandering_drift])
def test_a_column_made_of_others_is_refused(fit):
    with pytest.raises(ValueError, match="no column made of others"):
        fit(np.arange(24.0), np.column_stack([YEARS, 2 * YEARS]))
    with pytest.raises(ValueError, match="more known periods"):
        fit(np.full(24, np.nan), YEARS)


def test_overdispersion_around_nothing_is_refused():
    with pytest.raises(ValueError, match="expected count above 0"):
        trends.cameron_trivedi(np.array([1.0, 2.0]), np.array([0.0, 1.0]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=24, max_size=24))
def test_any_counts_have_finite_coefficients_and_errors(counts):
    found = trends.count_model(np.array(counts, dtype=float), YEARS)
    assert np.isfinite([*found.coefficients, *found.errors, found.phi]).all()
    assert found.theta > 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.just(float("nan")), st.floats(-3, 9)), min_size=24, max_size=24))
def test_any_level_has_a_drift_inside_its_limits(values):
    level = np.array(values)
    if np.isfinite(level).sum() < 4:
        return
    found = trends.wandering_drift(level, YEARS)
    single = trends.local_level(level, YEARS)
    assert found.low <= found.middle <= found.high
    assert np.isfinite([*single.coefficients, *single.errors]).all()
    assert single.level >= 0 and single.irregular >= 0
