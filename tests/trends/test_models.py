import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from analysis import trends
from analysis.trends.design import design, seasonal_columns
from analysis.trends.drift import random_walk_drift


@pytest.fixture
def line():
    years = np.arange(36) / 12
    return years, np.column_stack([years])


def test_counts_no_wilder_than_chance_get_poisson_errors(line, rng):
    years, columns = line
    found = trends.count_model(np.round(50 * np.exp(0.1 * years)), columns)
    assert found.family == "Poisson"
    assert found.coefficients[1] == pytest.approx(0.1, abs=0.01)


def test_wild_counts_get_a_negative_binomial_with_wider_errors(line, rng):
    _, columns = line
    counts = rng.poisson(50 * rng.gamma(5, 1 / 5, 36)).astype(float)
    found = trends.count_model(counts, columns)
    plain = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit()
    assert found.family == "negative binomial"
    assert found.aic[1] < found.aic[0] - 2
    assert found.errors[1] > 1.5 * plain.bse[1]
    assert 2 < found.theta < 12


def test_slightly_wild_counts_keep_poisson_with_errors_widened_by_root_phi(line):
    _, columns = line
    counts = np.tile([40.0, 57.0, 49.0, 51.0], 9)
    found = trends.count_model(counts, columns)
    plain = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit()
    assert found.errors[1] == pytest.approx(plain.bse[1] * max(1, found.phi) ** 0.5)


def test_an_offset_takes_out_growth_in_exposure(line):
    years, columns = line
    exposure = np.log(1000 * np.exp(0.2 * years))
    found = trends.count_model(np.round(np.exp(exposure) * 0.1), columns, exposure)
    assert found.coefficients[1] == pytest.approx(0, abs=0.01)


def test_poisson_counts_pass_the_test_for_overdispersion_and_wild_ones_do_not(rng):
    mean = np.full(200, 30.0)
    assert trends.cameron_trivedi(rng.poisson(mean).astype(float), mean).p > 0.01
    assert trends.cameron_trivedi(rng.poisson(mean * rng.gamma(5, 1 / 5, 200)).astype(float), mean).p < 0.001


def test_a_wave_fails_ljung_box_and_noise_passes(rng):
    assert trends.ljung_box(np.sin(np.arange(60) / 4), 12) < 0.001
    assert trends.ljung_box(rng.normal(size=60), 12) > 0.01
    assert np.isnan(trends.ljung_box(np.ones(60), 12))
    assert np.isnan(trends.ljung_box(rng.normal(size=8), 12))


def test_a_steady_level_gives_the_ordinary_regression(line, rng):
    years, columns = line
    noise = rng.normal(0, 0.1, 36)
    noise[::2], noise[1::2] = abs(noise[::2]), -abs(noise[1::2])
    found = trends.local_level(2 + 0.1 * years + noise, columns)
    plain = sm.OLS(2 + 0.1 * years + noise, sm.add_constant(columns)).fit()
    assert found.level == pytest.approx(0, abs=1e-5)
    assert found.coefficients[0] == pytest.approx(plain.params[1], abs=1e-4)
    assert found.errors[0] == pytest.approx(plain.bse[1], rel=1e-2)
    assert found.df == 34


def test_a_wandering_level_widens_the_errors_of_its_drift(line, rng):
    _, columns = line
    wander = 2 + np.cumsum(rng.normal(0, 0.2, 36))
    found = trends.local_level(wander, columns)
    assert found.level > 0.01
    assert found.errors[0] > 3 * sm.OLS(wander, sm.add_constant(columns)).fit().bse[1]


def test_a_gap_costs_degrees_of_freedom_and_nothing_else(line):
    years, columns = line
    level = 2 + 0.1 * years + np.tile([0.05, -0.05], 18)
    holed = level.copy()
    holed[10:14] = np.nan
    assert trends.local_level(holed, columns).df == trends.local_level(level, columns).df - 4
    assert trends.local_level(holed, columns).coefficients[0] == pytest.approx(0.1, abs=0.02)


def test_the_drift_of_a_random_walk_is_its_mean_step():
    found = random_walk_drift(np.log([100, 110, 121, np.nan, 161, 177.1]), np.arange(6.0))
    assert found.percent == pytest.approx(10, abs=0.01)
    assert found.periods == 5


def test_quarters_are_known_only_with_all_three_months():
    months = pd.Series(range(1, 9), index=pd.period_range("2022-02", periods=8, freq="M"), dtype="Int64")
    months.iloc[4] = pd.NA
    found = trends.to_quarters(months)
    assert found.isna().tolist() == [True, True, False]
    assert found.iloc[2] == 6 + 7 + 8


@pytest.mark.parametrize(
    ("months", "expected", "columns"),
    [(60, "month factors", 11), (36, "two harmonics", 4), (8, "none", 0)],
)
def test_the_season_has_the_form_that_the_months_carry(months, expected, columns):
    when = pd.period_range("2018-01", periods=months, freq="M")
    found, name = seasonal_columns(when, np.ones(months, dtype=bool))
    assert (name, found.shape) == (expected, (months, columns))


def test_years_have_no_season():
    found, name = seasonal_columns(pd.period_range("2010", "2020", freq="Y-MAR"), np.ones(11, dtype=bool))
    assert (name, found.shape[1]) == ("none", 0)


def test_a_column_that_never_varies_is_left_out():
    when = pd.period_range("2019-12", "2022-11", freq="M")
    pulse = pd.period_range("2020-03", "2021-07", freq="M")
    laid = design(pd.Series(range(36), index=when, dtype="Int64"), pulse)
    assert laid.columns.shape[1] == laid.without_pulse().columns.shape[1] + 1
    assert laid.without_pulse().known.sum() == 19
