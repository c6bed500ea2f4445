"""Small counts: a gamma rate, filtered month by month."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.outlook.gamma_poisson import count_paths, memory_weights, rates, swinging
from analysis.outlook.history import history

from .made import monthly, without

DAYS = 365.25 / 12


def test_with_a_rate_that_stays_the_posterior_is_conjugate():
    counted = monthly(3, 40, swing=0)
    found, exposure = rates(history(counted, 2))
    (steady,) = [each for each in found if each.memory == 1]
    start = float(np.mean(counted.to_numpy(dtype=float) / exposure[:40]))
    assert steady.shape == pytest.approx(start + counted.sum())
    assert steady.weight == pytest.approx(1 + sum(each.days_in_month for each in counted.index) / DAYS)


def test_its_evidence_is_that_of_the_negative_binomial():
    counted = pd.Series([2, 5], index=pd.period_range("2021-01", periods=2, freq="M"), dtype="Int64")
    found, exposure = rates(history(counted, 1))
    steady = found[0]
    mean = float(np.mean(np.array([2, 5]) / exposure[:2]))
    first = stats.nbinom.logpmf(2, mean, 1 / (1 + exposure[0]))
    second = stats.nbinom.logpmf(5, mean + 2, (1 + exposure[0]) / (1 + exposure[0] + exposure[1]))
    assert steady.evidence == pytest.approx(first + second)


def test_an_unknown_month_only_fades_what_is_known():
    whole, gapped = (rates(history(each, 1))[0] for each in (monthly(3, 40), without(monthly(3, 40), "2018-04")))
    assert gapped[2].weight < whole[2].weight
    assert gapped[2].shape / gapped[2].weight == pytest.approx(whole[2].shape / whole[2].weight, rel=0.1)


def test_under_five_a_month_no_season_is_assumed():
    _, few = rates(history(monthly(3, 60, swing=0.6), 12))
    _, more = rates(history(monthly(8, 60, swing=0.6), 12))
    per_day = [exposure[:12] / exposure[:12].mean() for exposure in (few, more)]
    assert np.ptp(per_day[0]) < 0.12
    assert np.ptp(per_day[1]) > 0.3


def test_a_month_that_had_none_is_no_month_without_any():
    counted = monthly(7, 36, swing=0)
    counted[[month for month in counted.index if month.month == 8]] = 0
    _, exposure = rates(history(counted, 12))
    assert 0.2 < exposure[7] < 0.6
    assert (exposure > 0).all()


def test_a_rate_that_moves_is_forgotten_faster():
    jump = monthly(2, 60, swing=0)
    jump.iloc[30:] = np.random.default_rng(5).poisson(9, 30)
    assert np.argmax(memory_weights(history(jump, 1))) > np.argmax(memory_weights(history(monthly(2, 60, swing=0), 1)))


def test_paths_are_whole_numbers_about_the_rate():
    paths = count_paths(history(monthly(3, 60, swing=0), 6), 4000, np.random.default_rng(0))
    assert paths.shape == (4000, 6)
    assert (paths % 1 == 0).all()
    assert (paths >= 0).all()
    assert paths.mean() == pytest.approx(3, abs=0.5)


def test_counts_swing_as_much_as_asked():
    drawn = swinging(np.full(40_000, 6.0), 2.5, np.random.default_rng(0))
    assert drawn.var() / drawn.mean() == pytest.approx(2.5, rel=0.05)
