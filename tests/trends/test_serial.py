import numpy as np
import pytest
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.stattools import acf

from analysis import trends
from analysis.trends.serial import simulated_ljung_box


def columns(periods):
    return np.column_stack([np.arange(periods) / 12, np.eye(12)[np.arange(periods) % 12][:, 1:]])


def judged(counts):
    fitted = trends.count_model(counts, columns(len(counts)))
    return simulated_ljung_box(
        fitted, columns(len(counts)), np.zeros(len(counts)), np.ones(len(counts), bool), (12, 24)
    )


def test_without_gaps_it_is_the_statistic_of_the_books(rng):
    noise = rng.normal(size=60)
    assert trends.autocorrelation(noise, 12) == pytest.approx(acf(noise, nlags=12)[1:])
    assert trends.ljung_box_q(noise, 12) == pytest.approx(acorr_ljungbox(noise, lags=[12])["lb_stat"].iloc[0])


def test_a_gap_is_not_closed_up():
    wave = np.tile([1.0, -1.0], 12)
    wave[7] = np.nan
    found = trends.autocorrelation(wave, 2)
    assert found[0] < -0.8
    assert found[1] > 0.8


def test_a_line_of_equal_residuals_has_no_correlation():
    assert np.isnan(trends.autocorrelation(np.ones(20), 3)).all()


def test_independent_months_with_month_factors_are_not_called_alike_as_chi_square_would(rng):
    three_years = [rng.poisson(40, 36).astype(float) for _ in range(150)]
    simulated = np.mean([judged(counts)[0].p <= 0.05 for counts in three_years])
    by_the_book = np.mean(
        [trends.ljung_box(trends.count_model(each, columns(36)).residuals, 12) <= 0.05 for each in three_years]
    )
    assert simulated <= 0.1
    assert by_the_book > 2 * simulated


def test_months_that_hang_together_are_seen(rng):
    noise = np.zeros(60)
    for month in range(1, 60):
        noise[month] = 0.8 * noise[month - 1] + rng.normal(0, 0.15)
    found = judged(rng.poisson(200 * np.exp(noise)).astype(float))
    assert [each.lags for each in found] == [12, 24]
    assert found[0].p < 0.02


def test_the_same_counts_have_the_same_p(rng):
    counts = rng.poisson(40, 48).astype(float)
    assert judged(counts) == judged(counts)
