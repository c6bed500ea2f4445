"""The local level, against statsmodels' own."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.tsa.statespace.structural import UnobservedComponents

from analysis.outlook.history import history
from analysis.outlook.level import level_paths, levels_ahead

from .made import monthly, recording_break, without

RATIO = 0.1


def filtered(past):
    """The same model with the same ratio and noise variance, filtered by statsmodels."""
    ours = levels_ahead(past, (RATIO,))[RATIO]
    model = UnobservedComponents(
        past.logs, level="llevel", exog=past.columns[: past.length], mle_regression=False, use_exact_diffuse=True
    )
    noise = ours.scale[0, 0]
    ahead = model.smooth([1.0, RATIO]).get_forecast(past.ahead, exog=past.columns[past.length :])
    return ours, ahead, noise


@pytest.mark.parametrize(
    "counted", [monthly(60, 60), without(monthly(60, 60), "2016-03", "2017-08")], ids=["whole", "gaps"]
)
def test_the_months_ahead_are_those_of_the_kalman_filter(counted):
    ours, ahead, _ = filtered(history(counted, 6))
    np.testing.assert_allclose(ours.mean, ahead.predicted_mean, rtol=1e-6)
    theirs = np.asarray(ahead.var_pred_mean)
    np.testing.assert_allclose(np.diag(ours.scale) / ours.scale[0, 0], theirs / theirs[0], rtol=1e-5)


def test_a_masked_pulse_leaves_the_filter_agreeing_too():
    past = history(monthly(60, 72), 4, [recording_break("2018-03", "2019-07")])
    ours, ahead, _ = filtered(past)
    np.testing.assert_allclose(ours.mean, ahead.predicted_mean, rtol=1e-6)


def test_the_likeliest_ratio_has_weight_one():
    weights = [each.weight for each in levels_ahead(history(monthly(60, 60), 2)).values()]
    assert max(weights) == 1
    assert min(weights) > 0


def test_a_wandering_level_is_told_from_a_steady_one():
    steady = levels_ahead(history(monthly(400, 120, swing=0), 1))
    rng = np.random.default_rng(3)
    walk = monthly(400, 120, swing=0)
    walk = (walk * np.exp(np.cumsum(rng.normal(0, 0.15, 120)))).round().astype("Int64")
    wandering = levels_ahead(history(walk, 1))
    assert max(steady, key=lambda ratio: steady[ratio].weight) <= 0.03
    assert max(wandering, key=lambda ratio: wandering[ratio].weight) >= 0.3


def test_months_ahead_hang_together():
    rng = np.random.default_rng(0)
    walk = (200 * np.exp(np.cumsum(rng.normal(0, 0.1, 60)))).round().astype(int)
    past = history(pd.Series(walk, index=monthly(1, 60).index).astype("Int64"), 12)
    paths = level_paths(past, 4000, np.random.default_rng(0))
    assert np.corrcoef(paths[:, 10], paths[:, 11])[0, 1] > 0.8
