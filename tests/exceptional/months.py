"""Series for the tests: months of made-up counts, and the breaks that bear on them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.params.recording import RecordingBreak

COVID = RecordingBreak.model_validate(
    {
        "id": "covid", "name": "Covid restrictions", "start": "2020-03", "end": "2021-07", "kind": "pulse",
        "countries": ["england"], "effect": "Movement and recording changed.", "source": "made up",
    }
)  # fmt: skip
NEW_RULE = RecordingBreak.model_validate(
    {
        "id": "rule", "name": "New counting rule", "start": "2021-01", "end": "2021-01", "kind": "step",
        "countries": ["england"], "effect": "More was counted.", "source": "made up",
    }
)  # fmt: skip


def months(counts: Sequence[int | None], first: str = "2019-12") -> pd.Series:
    """Counts from ``first`` on; None is a month without a figure."""
    return pd.Series(counts, index=pd.period_range(first, periods=len(counts), freq="M"), dtype="Int64")


def when(text: str) -> pd.Period:
    return pd.Period(text, "M")


def steady(mean: float = 40, length: int = 36, seed: int = 1, season: float = 0.0, first: str = "2019-12") -> pd.Series:
    """Poisson counts around ``mean``, swinging by ``season`` over the year."""
    index = pd.period_range(first, periods=length, freq="M")
    rate = mean * np.exp(season * np.sin(2 * np.pi * index.month / 12))
    return months(list(np.random.default_rng(seed).poisson(rate)), first)
