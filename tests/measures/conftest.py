"""Series and counts frames to compare, made by hand so that the answers are known."""

import numpy as np
import pandas as pd
import pytest

from analysis.counts import counts_frame
from analysis.params.recording import RecordingBreak


@pytest.fixture
def monthly():
    """Make a nullable series of months from its first month, counts and the months that are not known."""

    def make(first, counts, missing=()):
        series = pd.Series(list(counts), index=pd.period_range(first, periods=len(counts), freq="M"), dtype="Int64")
        series[[pd.Period(each, freq="M") for each in missing]] = pd.NA
        return series

    return make


@pytest.fixture
def frame():
    """Make a counts frame of months from (area, category): counts, None where missing."""

    def make(first, given):
        rows = [
            (area, when, category, count, "missing" if count is None else "present")
            for (area, category), counts in given.items()
            for when, count in zip(pd.period_range(first, periods=len(counts), freq="M"), counts, strict=True)
        ]
        return counts_frame(pd.DataFrame(rows, columns=["area", "month", "category", "count", "status"]))

    return make


@pytest.fixture
def covid():
    return RecordingBreak(
        id="covid", name="Covid restrictions", start="2020-03", end="2021-07", kind="pulse",
        countries=("england",), effect="fewer people out", source="regulations",
    )  # fmt: skip


@pytest.fixture
def step():
    return RecordingBreak(
        id="new-rules", name="New counting rules", start="2021-04", end="2021-04", kind="step",
        countries=("england",), categories=("drugs",), forces=("loamshire",), effect="counts differ", source="rules",
    )  # fmt: skip


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)
