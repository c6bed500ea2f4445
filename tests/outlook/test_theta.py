"""The Theta method, as simple smoothing with half the drift."""

import numpy as np
import pytest

from analysis.outlook.history import history
from analysis.outlook.theta import theta_ahead, theta_fitted

from .made import monthly, without


def test_a_straight_line_goes_on_at_half_its_slope_from_where_it_stands():
    counted = monthly(1, 30)
    counted[:] = np.round(1000 * np.exp(0.01 * np.arange(30))).astype(int)
    past = history(counted, 3)
    plain = past.__class__(**{**vars(past), "days": np.ones_like(past.days), "season": past.season[:, :0]})
    ahead = theta_ahead(plain, 0.99)[0].mean
    np.testing.assert_allclose(np.diff(ahead), 0.005, atol=2e-4)
    assert ahead[0] == pytest.approx(plain.logs[-1] + 0.005, abs=2e-4)


def test_the_smoothing_found_is_no_worse_than_any_other():
    past = history(monthly(60, 72), 1)
    found = theta_fitted(past)
    spread = [theta_ahead(past, alpha)[0].scale[0, 0] for alpha in np.linspace(0.02, 0.98, 25)]
    assert theta_ahead(past, found)[0].scale[0, 0] <= min(spread) * 1.001
    assert 0 < found < 1


def test_the_uncertainty_of_the_drift_widens_what_lies_farther_ahead():
    past = history(monthly(60, 36), 12)
    spread = np.diag(theta_ahead(past, 0.01)[0].scale)
    assert (np.diff(spread) > 0).all()


def test_a_gap_is_left_out():
    whole = theta_ahead(history(monthly(60, 60), 6), 0.2)[0].mean
    gapped = theta_ahead(history(without(monthly(60, 60), "2018-04"), 6), 0.2)[0].mean
    assert np.isfinite(gapped).all()
    np.testing.assert_allclose(gapped, whole, atol=0.05)
