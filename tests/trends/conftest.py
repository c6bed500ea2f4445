"""Series whose truth is known."""

import numpy as np
import pandas as pd
import pytest

from analysis.params.recording import RecordingBreak


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


@pytest.fixture
def monthly(rng):
    """Make a series of months: Poisson counts around a mean with a season, growing by ``percent`` a year."""

    def make(mean, percent=0.0, first="2018-12", last="2022-11", missing=(), theta=None):
        when = pd.period_range(first, last, freq="M")
        at = np.arange(len(when))
        expected = mean * (1 + percent / 100) ** (at / 12) * np.exp(0.15 * np.sin(2 * np.pi * at / 12))
        noise = rng.gamma(theta, 1 / theta, len(when)) if theta else 1.0
        series = pd.Series(rng.poisson(expected * noise), index=when, dtype="Int64")
        series[[pd.Period(each, freq="M") for each in missing]] = pd.NA
        return series

    return make


@pytest.fixture
def yearly():
    """Make a series of financial years from the first year's end and the counts."""

    def make(first, counts):
        return pd.Series(
            list(counts), index=pd.period_range(str(first), periods=len(counts), freq="Y-MAR"), dtype="Int64"
        )

    return make


@pytest.fixture
def covid():
    return RecordingBreak(
        id="covid", name="Covid restrictions", start="2020-03", end="2021-07", kind="pulse",
        countries=("england", "scotland"), effect="fewer people out", source="regulations",
    )  # fmt: skip


@pytest.fixture
def police_scotland():
    return RecordingBreak(
        id="police-scotland", name="Police Scotland formed", start="2013-04", end="2013-04", kind="step",
        countries=("scotland",), effect="one way of recording", source="Act of 2012",
    )  # fmt: skip
