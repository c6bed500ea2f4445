"""Exponential smoothing against statsmodels', and with gaps, which statsmodels does not take."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from analysis.outlook.ets import DAMPING, Smoothing, ets_ahead, ets_fitted, ets_run
from analysis.outlook.history import history

from .made import monthly, recording_break, without


def theirs(past, by):
    """statsmodels' ``ETSModel`` with the same smoothing, its starting states by maximum likelihood."""
    trend = {"trend": "add", "damped_trend": True} if by.trend else {}
    logs = pd.Series(past.logs, index=past.months[: past.length].to_timestamp())
    model = ETSModel(logs, error="add", seasonal="add", seasonal_periods=12, **trend)
    fixed = {"smoothing_level": by.alpha, "smoothing_seasonal": by.gamma}
    fixed |= {"smoothing_trend": by.beta, "damping_trend": DAMPING} if by.trend else {}
    with model.fix_params(fixed):
        return model.fit(disp=0, maxiter=3000)


@pytest.mark.parametrize("by", [Smoothing(0.3, 0.0, 0.1, trend=False), Smoothing(0.3, 0.06, 0.1, trend=True)])
def test_given_its_parameters_it_says_what_statsmodels_says(by):
    past = history(monthly(80, 72), 14)
    found, ours = theirs(past, by), ets_ahead(past, by)[0]
    np.testing.assert_allclose(ours.mean, found.forecast(14), rtol=1e-4)
    np.testing.assert_allclose(np.nansum(ets_run(past, by).errors ** 2), np.sum(found.resid**2), rtol=1e-4)


@pytest.mark.parametrize("by", [Smoothing(0.3, 0.0, 0.1, trend=False), Smoothing(0.3, 0.06, 0.1, trend=True)])
def test_its_spread_grows_with_the_horizon_as_that_of_statsmodels(by):
    past = history(monthly(80, 72), 14)
    ours = np.diag(ets_ahead(past, by)[0].scale)
    theirs_ = np.asarray(theirs(past, by).get_prediction(72, 85).forecast_variance)
    np.testing.assert_allclose(ours / ours[0], theirs_ / theirs_[0], rtol=1e-6)


def test_its_own_parameters_fit_as_closely_as_theirs():
    past = history(monthly(80, 72), 12)
    own = ets_run(past, ets_fitted(past))
    found = ETSModel(past.logs, error="add", seasonal="add", seasonal_periods=12).fit(disp=0)
    assert np.sum(own.errors**2) <= 1.02 * np.sum(found.resid**2)


def test_a_gap_moves_nothing():
    past = history(without(monthly(80, 72), "2017-05"), 12)
    run = ets_run(past, Smoothing(0.3, 0.0, 0.1, trend=False))
    assert np.isnan(run.errors[28])
    assert np.isfinite(np.delete(run.errors, 28)).all()


def test_one_month_less_leaves_the_outlook_nearly_as_it_was():
    whole = history(monthly(80, 72), 12)
    gapped = history(without(monthly(80, 72), "2017-05"), 12)
    by = Smoothing(0.2, 0.0, 0.05, trend=False)
    np.testing.assert_allclose(ets_ahead(gapped, by)[0].mean, ets_ahead(whole, by)[0].mean, atol=0.05)


def test_a_season_alone_errs_no_more_the_farther_ahead():
    past = history(monthly(80, 72), 12)
    spread = np.diag(ets_ahead(past, Smoothing(1e-4, 0.0, 1e-4, trend=False))[0].scale)
    np.testing.assert_allclose(spread, spread[0], rtol=1e-3)


def test_a_random_walk_errs_more_with_every_month():
    past = history(monthly(80, 72), 6)
    spread = np.diag(ets_ahead(past, Smoothing(0.9999, 0.0, 1e-4, trend=False))[0].scale)
    np.testing.assert_allclose(spread / spread[0], np.arange(1, 7), rtol=1e-2)


def test_the_level_after_a_pulse_is_free():
    counted = monthly(80, 72)
    counted[counted.index > "2018-06"] = (counted[counted.index > "2018-06"] * 2).astype("Int64")
    past = history(counted, 3, [recording_break("2018-03", "2018-06")])
    flat = ets_ahead(past, Smoothing(1e-4, 0.0, 1e-4, trend=False))[0].mean
    np.testing.assert_allclose(np.exp(flat).mean() / 2, np.exp(past.logs[:36]).mean(), rtol=0.25)
    assert ets_run(replace(past, after=past.after[:, :0]), Smoothing(1e-4, 0.0, 1e-4, trend=False)).fitted == 14
