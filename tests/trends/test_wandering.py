import numpy as np
import pytest
import statsmodels.api as sm

from analysis import trends
from analysis.trends.wandering import RATIOS

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


def test_its_course_is_that_of_statsmodels_at_the_same_variances(rng):
    values = 3 + np.cumsum(rng.normal(0, 0.1, 48)) + rng.normal(0, 0.1, 48)
    values[10:13] = np.nan
    found = trends.wandering(values, COLUMNS)
    place = int(np.argmax(found.weights))
    variances = found.noise[place] ** 2 * np.array([1, RATIOS[place] ** 2])
    model = sm.tsa.UnobservedComponents(values, "llevel", exog=COLUMNS, mle_regression=False, use_exact_diffuse=True)
    smoothed = model.smooth(variances)
    middles, covariances = found.course(np.arange(48.0), COLUMNS)
    theirs = smoothed.smoothed_state[0] + smoothed.smoothed_state[1] * YEARS
    assert middles[place] == pytest.approx(theirs, abs=1e-3)
    both = np.column_stack([np.ones(48), YEARS])
    spread = [row @ smoothed.smoothed_state_cov[:, :, at] @ row for at, row in enumerate(both)]
    assert np.diag(covariances[place]) == pytest.approx(spread, rel=0.02)


def test_beyond_its_end_the_level_is_carried_on_and_less_is_known_of_it(rng):
    values = 3 + np.cumsum(rng.normal(0, 0.1, 48))
    found = trends.wandering(values, np.empty((48, 0)))
    middles, covariances = found.course(np.arange(48.0, 60.0), np.empty((12, 0)))
    place = int(np.argmax(found.weights))
    assert np.ptp(middles[place]) == pytest.approx(0, abs=1e-9)
    assert (np.diff(np.diag(covariances[place])) > 0).all()


def test_what_is_thought_of_a_still_level_narrows_what_shows_no_wandering(rng):
    values = 3 + rng.normal(0, 0.1, 48)
    loose, still = (trends.wandering(values, COLUMNS, scale=0.1, still=each).effect(0) for each in (0.0, 0.5))
    assert still.error < 0.95 * loose.error
    assert trends.wandering(values, COLUMNS, still=0.5).share < trends.wandering(values, COLUMNS).share


def test_what_is_thought_of_a_coefficient_draws_it_to_nought(rng):
    values = 3 + 0.3 * YEARS + rng.normal(0, 0.1, 48)
    free, wide, tight = (
        trends.wandering(values, COLUMNS, spread=each).effect(0)
        for each in (None, np.array([np.inf]), np.array([0.01]))
    )
    assert wide.limits(0.95) == pytest.approx(free.limits(0.95))
    assert 0 < tight.middle < 0.3 * free.middle
    assert (tight.errors < free.errors).all()
