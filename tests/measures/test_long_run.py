import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis import measures
from analysis.cannot_say import said
from analysis.measures.long_run import A_YEAR, CORRELATIONS, EXCESS, LongRun, long_run


def months(residuals, expected=40.0):
    count = len(residuals)
    design = np.ones((count, 1))
    return long_run(np.asarray(residuals, float), np.full(count, expected), design, np.arange(count), 1)


def wandering(rho, rng, count=60, excess=2.0):
    level = np.empty(count)
    level[0] = rng.standard_normal()
    for t in range(1, count):
        level[t] = rho * level[t - 1] + np.sqrt(1 - rho**2) * rng.standard_normal()
    return rng.standard_normal(count) + np.sqrt(excess) * level


def test_one_possible_variance_widens_by_itself():
    assert LongRun((0.5,), (0.0,), (1.0,)).widening(0.95) == pytest.approx(1.5)


def test_independent_incidents_alone_widen_nothing():
    assert LongRun((0.0,), (0.0,), (1.0,)).widening(0.95) == pytest.approx(1)


def test_months_that_hang_together_add_up_to_more_in_closed_form():
    rho, excess = 0.6, 2.0
    apart = np.abs(np.subtract.outer(range(12), range(12)))
    expected = 1 + excess * (rho**apart).sum() / 12
    assert LongRun((excess,), (rho,), (1.0,)).widening(0.95) == pytest.approx(expected)


def test_a_few_months_and_months_apart_hang_together_less_than_a_year_in_a_row():
    found = LongRun((2.0,), (0.6,), (1.0,))
    assert found.widening(0.95, [5]) == pytest.approx(3)
    assert 3 < found.widening(0.95, [0, 6]) < found.widening(0.95, [0, 1]) < found.widening(0.95, A_YEAR)


def test_limits_hold_their_level_over_all_that_may_be():
    found = LongRun((0.0, 8.0), (0.0, 0.0), (0.5, 0.5))
    reach = stats.norm.ppf(0.975) * found.widening(0.95) ** 0.5
    assert np.mean([2 * stats.norm.sf(reach), 2 * stats.norm.sf(reach / 3)]) == pytest.approx(0.05)


def test_the_weights_are_a_distribution_over_the_whole_grid(rng):
    found = months(rng.standard_normal(36))
    assert sum(found.weights) == pytest.approx(1)
    assert len(found.weights) == len(found.excess) == len(found.correlations) == 1 + len(EXCESS) * len(CORRELATIONS)


def test_the_likelihood_is_that_of_the_multivariate_normal(rng):
    seen, count = rng.standard_normal(8), 8
    found = long_run(seen, np.full(count, 40.0), np.zeros((count, 0)), np.arange(count), 1)
    pair = next(i for i, d in enumerate(found.excess) if d > 1)
    excess, rho = found.excess[pair], found.correlations[pair]
    apart = np.abs(np.subtract.outer(range(count), range(count)))
    other = next(i for i, d in enumerate(found.excess) if d == excess and found.correlations[i] == CORRELATIONS[-1])
    logs = [
        stats.multivariate_normal(cov=np.eye(count) + excess * np.power(each, apart)).logpdf(seen)
        for each in (rho, CORRELATIONS[-1])
    ]
    assert np.log(found.weights[pair] / found.weights[other]) == pytest.approx(logs[0] - logs[1])


def test_more_swing_and_more_hanging_together_are_seen_as_such(rng):
    steady, loose, tied = (
        np.mean([months(wandering(rho, rng, excess=excess)).widening(0.95) for _ in range(20)])
        for rho, excess in ((0.0, 0.0), (0.0, 3.0), (0.7, 3.0))
    )
    assert steady < 1.5 < loose < tied


def test_quarters_are_taken_to_be_fresh_each_time(rng):
    seen = rng.standard_normal(20)
    found = long_run(seen, np.full(20, 40.0), np.ones((20, 1)), np.arange(20), 3)
    assert (set(found.correlations), found.serial) == ({0.0}, 0.0)


def test_a_gap_parts_the_months_on_its_sides():
    waves = np.repeat([2.0, -2.0] * 2, 8)
    near = long_run(waves, np.full(32, 40.0), np.ones((32, 1)), np.arange(32), 1)
    far = long_run(waves, np.full(32, 40.0), np.ones((32, 1)), 10 * np.arange(32), 1)
    assert near.serial > far.serial + 0.1


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 5000), min_size=26, max_size=48))
def test_any_counts_have_a_finite_widening_of_at_least_one_or_a_refusal(counts):
    index = pd.period_range("2018-01", periods=len(counts), freq="M")
    found = measures.series_dispersion(pd.Series(counts, index=index, dtype="Int64"))
    if said(found):
        assert 1 <= found.widening() < 1e6
        assert 0 <= found.serial <= 0.8
        assert found.widening(compared=index[-3:]) <= found.widening() + 1e-9


def test_what_is_compared_decides_how_much_hanging_together_matters(monthly):
    waves = [30, 30, 30, 60, 60, 60, 30, 30, 60, 60, 60, 60, 60, 60, 60, 30, 30, 30] * 2
    found = measures.series_dispersion(monthly("2019-12", waves))
    year = pd.period_range("2021-12", periods=12, freq="M")
    assert found.widening(compared=year) == pytest.approx(found.widening())
    assert found.widening(compared=year[:3]) < found.widening()


def test_two_degrees_of_freedom_never_widen_by_less_than_student_would(monthly):
    index = pd.period_range("2018-10", "2022-11", freq="M")
    counts = pd.Series(40, index=index, dtype="Int64")
    counts[5:39] = pd.NA
    counts.iloc[[1, 3, -1]] = [55, 28, 52]
    found = measures.series_dispersion(counts)
    assert found.df < 6
    student = (stats.t.ppf(0.975, found.df) / stats.norm.ppf(0.975)) ** 2
    assert found.widening() >= max(1, found.phi) * student - 1e-9


def test_the_total_of_a_stretch_is_a_contrast_of_its_months():
    found, stretch = LongRun((2.0,), (0.6,), (1.0,)), np.array([1.0] * 12 + [0.0] * 12)
    variance = found.contrast(stretch, np.full(24, 40.0), np.arange(24))
    assert variance == pytest.approx(12 * 40 * found.widening(0.95))


def test_a_contrast_has_the_variance_of_the_counts_that_the_model_draws(rng):
    expected, shares, count = np.linspace(20, 60, 18), rng.normal(size=18), 18
    found = LongRun((3.0, 0.0), (0.5, 0.0), (0.25, 0.75))
    apart = np.abs(np.subtract.outer(range(count), range(count)))
    tied = np.diag(expected) + 3 / expected.mean() * np.outer(expected, expected) * 0.5**apart
    assert found.contrast(shares, expected, np.arange(count)) == pytest.approx(
        [shares @ tied @ shares, shares**2 @ expected]
    )
    assert found.covariance(expected, np.arange(count)) == pytest.approx(0.25 * tied + 0.75 * np.diag(expected))


def test_months_far_apart_share_nothing_in_a_contrast():
    found, shares = LongRun((2.0,), (0.6,), (1.0,)), np.array([1.0, -1.0])
    near, far = (found.contrast(shares, np.full(2, 40.0), np.array([0, apart]))[0] for apart in (1, 60))
    assert near < far == pytest.approx(2 * 40 * 3)
