"""Counts laid out place by place."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def by_place(counts: pd.DataFrame, categories: str | Sequence[str]) -> pd.DataFrame:
    """Sum ``categories`` for every area of a counts frame: periods down, areas across, nullable integers.

    A cell is known only where every asked category has a row with status ``present`` there and then.
    """
    wanted = [categories] if isinstance(categories, str) else sorted(set(categories))
    rows = counts[counts["category"].isin(wanted) & (counts["status"] == "present")]
    span = pd.period_range(counts["month"].min(), counts["month"].max(), freq=counts["month"].dt.freq)
    areas = pd.Index(sorted(set(counts["area"])), name="area")
    sums, sizes = (
        rows.pivot_table(index="month", columns="area", values="count", aggfunc=how).reindex(index=span, columns=areas)
        for how in ("sum", "size")
    )
    return sums.astype("Int64").where(sizes.fillna(0) == len(wanted))
