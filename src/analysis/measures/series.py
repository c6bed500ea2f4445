"""One series out of a counts frame, with its gaps left as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.counts import FREQUENCIES, period_text


def series(counts: pd.DataFrame, categories: str | Sequence[str], areas: Sequence[str] | None = None) -> pd.Series:
    """Sum ``categories`` over ``areas`` (all of the frame when None) period by period.

    Returns nullable integers over every period from the frame's first to its last. A period is known only where every
    asked (area, category) has a row with status ``present``: a missing row, like a missing count, is not a zero. The
    index is empty for an empty frame.
    """
    wanted = {categories} if isinstance(categories, str) else set(categories)
    if counts.empty:
        return pd.Series([], index=pd.PeriodIndex([], freq="M"), dtype="Int64", name="count")
    places = set(counts["area"].unique()) if areas is None else set(areas)
    frame = counts if areas is None else counts[counts["area"].isin(places)]
    rows = frame[frame["category"].isin(wanted) & (frame["status"] == "present")]
    months = _steps(counts)
    first, last = months.min(), months.max()
    at = _steps(rows) - first
    size = np.bincount(at, minlength=last - first + 1)
    found = np.bincount(at, rows["count"].to_numpy(dtype=np.float64), minlength=last - first + 1)
    freq = counts["month"].dt.freq
    span = pd.period_range(pd.Period(ordinal=first, freq=freq), periods=len(size), freq=freq)
    complete = size == len(places) * len(wanted)
    return pd.Series(found, index=span, name="count").astype("Int64").where(complete)


def _steps(frame: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Each row's period as the number of its step, which sums much faster than periods do."""
    return pd.PeriodIndex(frame["month"]).asi8


def periods_of(series: pd.Series) -> pd.PeriodIndex:
    """The periods of a series; for the type checker, which sees only an index."""
    return cast("pd.PeriodIndex", series.index)


def checked(counted: pd.Series, *, least: int = 1) -> pd.Series:
    """Check a series of counts that someone handed in, and return it as nullable integers in order of its periods.

    Raises ``ValueError``, in words, for an index that is not of months, quarters or financial years, a period twice or
    out of order, periods left out (a gap is a row without a count), and counts that are negative, not whole or not
    numbers. ``least`` is the fewest periods that make sense at all.
    """
    if not isinstance(counted.index, pd.PeriodIndex) or counted.index.freqstr not in FREQUENCIES:
        raise ValueError("a series needs an index of months, quarters or financial years (pandas periods)")
    if len(counted) < least:
        raise ValueError(f"a series of {len(counted)} periods is too short: at least {least} are needed")
    if bool((np.diff(counted.index.asi8) == 1).all()):
        return _whole_numbers(counted)
    if counted.index.has_duplicates:
        raise ValueError(f"{period_text(counted.index[counted.index.duplicated()][0])} is in the series more than once")
    whole = pd.period_range(counted.index.min(), counted.index.max(), freq=counted.index.freq)
    if not counted.index.is_monotonic_increasing:
        raise ValueError("the periods of the series are not in order")
    if len(whole) != len(counted):
        gap = period_text(whole.difference(counted.index)[0])
        raise ValueError(f"{gap} is left out of the series: give it a row without a count, since a gap is not a zero")
    return _whole_numbers(counted)


def _whole_numbers(counted: pd.Series) -> pd.Series:
    if counted.dtype == "Int64" and not (counted < 0).any():
        return counted.copy()
    numeric = pd.to_numeric(counted, errors="coerce").astype("Float64")
    for when, given, value in zip(periods_of(counted), counted, numeric, strict=True):
        if pd.isna(value) and not pd.isna(given):
            raise ValueError(f"{period_text(when)} has {given!r}, which is not a number")
        if not pd.isna(value) and not (0 <= value < np.inf and value % 1 == 0):
            raise ValueError(f"{period_text(when)} has {given!r}: a count is a whole number of at least 0")
    return numeric.astype("Int64")
