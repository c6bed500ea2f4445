"""An answer as plain values: valid JSON always, every field of it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import Window, change
from analysis.methods.plain import plain


@dataclass(frozen=True)
class Found:
    """A result of all that may be in one."""

    when: pd.Period
    value: float
    none: float
    limits: tuple[float, float]
    counts: np.ndarray
    missing: object
    refused: CannotSay
    window: Window

    @property
    def verdict(self) -> str:
        """What is derived."""
        return "rose"


def test_every_field_and_property_is_written_down() -> None:
    month = pd.Period("2022-06", "M")
    found = Found(
        month, np.float64(1.5), math.nan, (-math.inf, math.inf), np.array([1, 2]), pd.NA,
        CannotSay("too few", "too-short"), Window(month, month + 1),
    )  # fmt: skip
    assert json.loads(json.dumps(plain(found), allow_nan=False)) == {
        "when": "2022-06",
        "value": 1.5,
        "none": None,
        "limits": ["-inf", "inf"],
        "counts": [1, 2],
        "missing": None,
        "refused": {"cannot_say": "too few", "rule": "too-short"},
        "window": {"start": "2022-06", "end": "2022-07"},
        "verdict": "rose",
    }


def test_a_change_gives_its_verdict_and_its_refused_percentage() -> None:
    found = plain(change(7, 0))
    assert isinstance(found, dict)
    assert found["verdict"] == "fell"
    assert found["percent"] == {
        "cannot_say": "a percentage of fewer than 10 incidents misleads", "rule": "small-total",
    }  # fmt: skip


def test_a_series_is_written_by_its_periods() -> None:
    series = pd.Series([1, None], index=pd.period_range("2021", periods=2, freq="Y-MAR"), dtype="Int64")
    assert plain(series) == {"2020/21": 1, "2021/22": None}
