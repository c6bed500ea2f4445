"""One series out of a counts frame, with its gaps left as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pandas as pd


def series(counts: pd.DataFrame, categories: str | Sequence[str], areas: Sequence[str] | None = None) -> pd.Series:
    """Sum ``categories`` over ``areas`` (all of the frame when None) period by period.

    Returns nullable integers over every period from the frame's first to its last. A period is known only where every
    asked (area, category) has a row with status ``present``: a missing row, like a missing count, is not a zero. The
    index is empty for an empty frame.
    """
    wanted = [categories] if isinstance(categories, str) else list(categories)
    frame = counts if areas is None else counts[counts["area"].isin(list(areas))]
    places = sorted(set(counts["area"])) if areas is None else sorted(set(areas))
    rows = frame[frame["category"].isin(wanted) & (frame["status"] == "present")]
    found = rows.groupby("month")["count"].agg(["sum", "size"])
    if counts.empty:
        return pd.Series([], index=pd.PeriodIndex([], freq="M"), dtype="Int64", name="count")
    span = pd.period_range(counts["month"].min(), counts["month"].max(), freq=counts["month"].dt.freq)
    found = found.reindex(span)
    complete = found["size"].fillna(0) == len(places) * len(set(wanted))
    return found["sum"].astype("Int64").where(complete).rename("count")


def periods_of(series: pd.Series) -> pd.PeriodIndex:
    """The periods of a series; for the type checker, which sees only an index."""
    return cast("pd.PeriodIndex", series.index)
