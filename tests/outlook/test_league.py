"""Where ours stand among published forecasts; the figures are those of ``cases/forecast-m3-monthly-a``."""

import numpy as np
import pandas as pd
import pytest

from analysis.outlook import mase, naive_scale
from analysis.outlook.history import history
from analysis.outlook.models import MEAN, NAIVE, models

R_SEASONAL_NAIVE = 1.2388
R_ETS_THETA_ARIMA = 1.0415
"""R's own mean of three; a credible forecaster comes within 5 % of it."""


@pytest.mark.data
def test_on_m3_set_a_ours_beat_seasonal_naive_and_come_within_five_per_cent_of_the_best(shared):
    table = pd.read_csv(shared / "cases" / "forecast-m3-monthly-a" / "series.csv")
    errors = {MEAN: [], NAIVE: [], "Theta": []}
    for _, each in table.groupby("id"):
        known, came = (each.loc[each.split == part, "y"].to_numpy(dtype=float) for part in ("train", "test"))
        index = pd.period_range(each["ym"].iloc[0], periods=len(known), freq="M")
        past = history(pd.Series(known, index=index).astype("Int64"), len(came))
        for name, found in errors.items():
            paths = models(past)[name](past)(past, 600, np.random.default_rng(0))
            found.append(mase(came, np.median(paths, axis=0), naive_scale(known)))
    scores = {name: np.mean(found) for name, found in errors.items()}
    assert len(errors[MEAN]) == 40
    assert scores[NAIVE] == pytest.approx(R_SEASONAL_NAIVE, abs=0.02)
    assert scores[MEAN] < 1.05 * R_ETS_THETA_ARIMA
    assert scores["Theta"] < 1.05 * R_ETS_THETA_ARIMA
