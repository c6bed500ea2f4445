"""Series to look ahead from, made with a seed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.params.recording import RecordingBreak


def monthly(mean: float, months: int, *, first: str = "2015-01", swing: float = 0.2, seed: int = 1) -> pd.Series:
    """Counts about ``mean`` with a yearly wave, Poisson, from a month on."""
    wave = 1 + swing * np.sin(2 * np.pi * np.arange(months) / 12)
    counts = np.random.default_rng(seed).poisson(mean * wave)
    return pd.Series(counts, index=pd.period_range(first, periods=months, freq="M"), name="count").astype("Int64")


def recording_break(start: str, end: str, kind: str = "pulse") -> RecordingBreak:
    """A break of the register."""
    return RecordingBreak(
        id="made", name="A change made up", start=start, end=end, kind=kind, countries=("england",), effect="some",
        source="a test",
    )  # fmt: skip


def without(series: pd.Series, *months: str) -> pd.Series:
    """The same series with some months unknown."""
    gapped = series.copy()
    gapped[[pd.Period(month, "M") for month in months]] = pd.NA
    return gapped
