"""Small areas summed to districts: unknown is not zero."""

from __future__ import annotations

from typing import Final

import polars as pl

WORST: Final = ("present", "missing", "failed", "suppressed")
"""Statuses from best to worst, as ``analysis.counts.total`` ranks them."""


def summed(cells: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Sum a counts frame of Polars over everything but ``by``, as ``analysis.counts.total`` does for one of pandas.

    A sum is present only where every part is; otherwise it has no count and the worst status of its parts. Returns
    columns ``by + [count, status]``, sorted by ``by``.
    """
    rank = pl.col("status").replace_strict(list(WORST), range(len(WORST)), return_dtype=pl.Int8)
    grouped = cells.group_by(by).agg(pl.col("count").sum(), worst=rank.max()).sort(by)
    return grouped.select(
        *by,
        count=pl.when(pl.col("worst") == 0).then(pl.col("count")),
        status=pl.col("worst").replace_strict(range(len(WORST)), list(WORST), return_dtype=pl.String),
    )
