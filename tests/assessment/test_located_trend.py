"""A trend that could be one of the share of records with a location is not said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.assessment.located_trend import HANGS, trend_of_located
from analysis.cannot_say import CannotSay, said

MONTHS = pd.period_range("2014-01", periods=60, freq="M")
PEOPLE = dict.fromkeys(range(2013, 2020), 100000.0)


def recorded(percent: float) -> pd.Series:
    """Poisson counts around 200 a month that grow by ``percent`` a year."""
    rng = np.random.default_rng(20221130)
    expected = 200 * (1 + percent / 100) ** (np.arange(60) / 12)
    return pd.Series(rng.poisson(expected), index=MONTHS, dtype="Int64")


def located(first: float, last: float) -> pd.DataFrame:
    """A force that places a share of its 10,000 records, moving evenly from ``first`` to ``last``."""
    kept = np.full(60, 10_000.0)
    return pd.DataFrame({"kept": kept, "placed": kept * np.linspace(first, last, 60)}, index=MONTHS)


@pytest.mark.parametrize("percent", [20.0, -20.0])
def test_a_trend_with_a_steady_share_is_said(percent: float) -> None:
    found = trend_of_located(recorded(percent), located(0.95, 0.95), (), PEOPLE)
    assert said(found)
    assert found.direction == ("rising" if percent > 0 else "falling")


def test_a_rise_that_is_one_of_the_share_is_not_said() -> None:
    series = recorded(0.0)
    share = np.linspace(0.5, 1.0, 60)
    placed = (series.astype(float) * share).round().astype("Int64")
    assert trend_of_located(placed, located(0.5, 1.0), (), PEOPLE) is HANGS


def test_a_refusal_for_another_reason_stays_what_it_is() -> None:
    found = trend_of_located(recorded(20.0)[:12], located(0.5, 1.0), (), PEOPLE)
    assert isinstance(found, CannotSay) and found is not HANGS
    assert "too few" in found.reason


def test_periods_that_no_share_is_known_of_are_left_as_gaps() -> None:
    found = trend_of_located(recorded(20.0), located(0.95, 0.95).iloc[6:], (), PEOPLE)
    assert said(found) and found.direction == "rising"
