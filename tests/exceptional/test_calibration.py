"""A small seeded study: where nothing is exceptional, how often is a month called so? The large one is a benchmark."""

import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import said
from analysis.exceptional import exceptional_month

from .months import COVID, months

GAPS = pd.period_range("2019-03", "2019-11", freq="M")


def ordinary(rng, mean, phi, *, gaps):
    """A series in which nothing is exceptional: 36 months, or 41 outside a gap of nine and with Covid months."""
    index = pd.period_range("2018-10" if gaps else "2019-12", "2022-11", freq="M")
    rate = mean * np.exp(0.2 * np.sin(2 * np.pi * index.month / 12) * (mean > 5))
    counts = rng.poisson(rate) if phi == 1 else rng.negative_binomial(rate / (phi - 1), 1 / phi)
    return months([None if gaps and at in GAPS else int(n) for at, n in zip(index, counts, strict=True)], str(index[0]))


def p_values(mean, phi, *, gaps, series=60, seed=7):
    rng = np.random.default_rng([seed, mean, int(10 * phi), gaps])
    found = []
    for _ in range(series):
        counted = ordinary(rng, mean, phi, gaps=gaps)
        answers = [exceptional_month(counted, when, breaks=[COVID] if gaps else []) for when in counted.index[-12::4]]
        found += [(each.p_random(rng), each.verdict != "ordinary") for each in answers if said(each)]
    return np.array(found)


@pytest.mark.parametrize("gaps", [False, True])
@pytest.mark.parametrize(("mean", "phi"), [(2, 1), (10, 1.5), (40, 3)])
def test_randomised_p_values_are_uniform_enough_at_5_and_1_percent(mean, phi, gaps):
    found = p_values(mean, phi, gaps=gaps)
    # Within three standard errors of a rate of 5 and of 1 % of 180; the benchmark narrows this down.
    assert np.mean(found[:, 0] < 0.05) <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / len(found))
    assert np.mean(found[:, 0] < 0.01) <= 0.01 + 3 * np.sqrt(0.01 * 0.99 / len(found))
    assert np.mean(found[:, 1]) <= 0.01 + 3 * np.sqrt(0.01 * 0.99 / len(found))


def test_a_month_of_one_and_a_half_times_forty_is_mostly_found():
    rng = np.random.default_rng(11)
    found = 0
    for _ in range(40):
        series = ordinary(rng, 40, 1, gaps=False)
        series.iloc[-3] = int(rng.poisson(72))
        found += exceptional_month(series, series.index[-3]).verdict == "high"
    assert found >= 32
