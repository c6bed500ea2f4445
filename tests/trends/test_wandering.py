import numpy as np
import pytest

from analysis import trends

YEARS = np.arange(48) / 12
COLUMNS = YEARS[:, None]


def width(drift):
    return drift.high - drift.low


def test_a_wide_prior_of_nothing_leaves_the_slope_where_least_squares_has_it(rng):
    values = 3 + 0.2 * YEARS + rng.normal(0, 0.1, 48)
    found = trends.wandering_drift(values, COLUMNS)
    assert found.middle == pytest.approx(np.polyfit(YEARS, values, 1)[0], abs=0.03)
    assert (found.low < 0.2 < found.high, found.df) == (True, 46)


def test_where_the_likeliest_wandering_is_nought_the_interval_still_allows_for_some(rng):
    noise = rng.normal(0, 0.1, 48)
    noise[::2], noise[1::2] = abs(noise[::2]), -abs(noise[1::2])
    single = trends.local_level(3 + noise, COLUMNS)
    assert single.level == pytest.approx(0, abs=1e-6)
    assert width(trends.wandering_drift(3 + noise, COLUMNS)) > 1.1 * 4 * single.errors[0]


def test_a_steep_fall_is_still_a_fall(rng):
    values = 4 - 0.4 * YEARS + rng.normal(0, 0.12, 48)
    assert trends.wandering_drift(values, COLUMNS).high < 0


def test_a_level_that_wanders_rarely_has_a_drift(rng):
    walks = 3 + np.cumsum(rng.normal(0, 0.05, (200, 36)), axis=1) + rng.normal(0, 0.13, (200, 36))
    found = [trends.wandering_drift(each, COLUMNS[:36]) for each in walks]
    assert np.mean([each.low > 0 or each.high < 0 for each in found]) <= 0.08


def test_a_lower_level_of_confidence_has_a_shorter_interval(rng):
    values = 3 + rng.normal(0, 0.1, 48)
    assert width(trends.wandering_drift(values, COLUMNS, level=0.8)) < width(trends.wandering_drift(values, COLUMNS))


def test_a_line_without_noise_is_found_and_breaks_nothing():
    found = trends.wandering_drift(3 + 0.1 * YEARS, COLUMNS)
    assert (found.low, found.middle, found.high) == pytest.approx((0.1, 0.1, 0.1), abs=1e-6)
