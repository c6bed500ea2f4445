"""Rows that come back within one file: which are the same record twice, and which are two incidents."""

from __future__ import annotations

import polars as pl

from analysis.sources.street import COLUMNS


def without_whole_repeats(published: pl.DataFrame) -> pl.DataFrame:
    """Drop the rows of one file that repeat an earlier row whole and carry a Crime ID; keep everything else.

    Rows without an ID (all anti-social behaviour) may look alike and be separate incidents; an ID that comes back with
    other particulars, or in another month, may be another crime.
    """
    twice = pl.col("Crime ID").is_not_null() & pl.col("Crime ID").is_duplicated()
    suspect = published.with_row_index("row").filter(twice)
    repeated = suspect.filter(~pl.struct(COLUMNS).is_first_distinct())
    if repeated.is_empty():
        return published
    return published.with_row_index("row").join(repeated, on="row", how="anti", maintain_order="left").drop("row")


def alike_without_id(published: pl.DataFrame) -> int:
    """Count rows without a Crime ID that equal an earlier one: what a blanket drop of duplicates would have deleted.

    Compared by 64-bit hashes: exact but for one chance in a billion, and only ever reported.
    """
    anonymous = published.filter(pl.col("Crime ID").is_null()).drop("Crime ID")
    return anonymous.height - anonymous.hash_rows().n_unique() if anonymous.height else 0
