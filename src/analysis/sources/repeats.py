"""Rows that come back within one file: which are the same record twice, and which are two incidents."""

from __future__ import annotations

from typing import Final

import polars as pl

from analysis.sources.street import COLUMNS

PARTICULARS: Final = tuple(name for name in COLUMNS if name not in {"Crime ID", "Month"})
"""What can differ between rows of one file that carry no Crime ID."""


def whole_repeats(published: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of one file that repeat an earlier row whole and carry a Crime ID, with their place as ``row``.

    Rows without an ID (all anti-social behaviour) may look alike and be separate incidents; an ID that comes back with
    other particulars, or in another month, may be another crime.
    """
    ids = published["Crime ID"].drop_nulls()
    if ids.n_unique() == len(ids):
        return published.with_row_index("row").clear()
    suspect = published.with_row_index("row").filter(
        pl.col("Crime ID").is_not_null() & pl.col("Crime ID").is_duplicated()
    )
    return suspect.filter(~pl.struct(COLUMNS).is_first_distinct())


def without(published: pl.DataFrame, repeats: pl.DataFrame) -> pl.DataFrame:
    """Return ``published`` without ``repeats`` (see ``whole_repeats``), in its order."""
    if repeats.is_empty():
        return published
    return published.with_row_index("row").join(repeats, on="row", how="anti", maintain_order="left").drop("row")


def alike_without_id(published: pl.DataFrame) -> int:
    """Count rows without a Crime ID that equal an earlier one: what a blanket drop of duplicates would have deleted.

    Compared by 64-bit hashes: exact but for one chance in a billion, and only ever reported.
    """
    anonymous = published.filter(pl.col("Crime ID").is_null()).select(PARTICULARS)
    return anonymous.height - anonymous.hash_rows().n_unique() if anonymous.height else 0
