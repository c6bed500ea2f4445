"""Rows that come back within one file: which are the same record twice, and which are two incidents."""

from __future__ import annotations

from typing import Final

import polars as pl

from analysis.sources.street import COLUMNS

PARTICULARS: Final = tuple(name for name in COLUMNS if name not in {"Crime ID", "Month"})
"""What can differ between rows of one file that carry no Crime ID."""


def crime_ids(published: pl.DataFrame) -> pl.Series:
    """Return a 64-bit hash of every Crime ID published: shorter to keep and to compare than its 64 letters."""
    return published["Crime ID"].drop_nulls().hash()


def whole_repeats(published: pl.DataFrame) -> pl.Series:
    """Find the rows of one file that repeat an earlier row whole and carry a Crime ID; returns their places, from 0.

    Rows without an ID (all anti-social behaviour) may look alike and be separate incidents; an ID that comes back with
    other particulars, or in another month, may be another crime.
    """
    ids = crime_ids(published)
    if ids.n_unique() == len(ids):
        return pl.Series("row", [], dtype=pl.UInt32)
    # Only rows whose ID stands more than once can repeat one another: few, so comparing them whole costs little.
    of_id = pl.col("Crime ID").hash()
    suspect = published.with_row_index("row").filter(pl.col("Crime ID").is_not_null() & of_id.is_duplicated())
    return suspect.filter(~pl.struct(COLUMNS).is_first_distinct())["row"]


def without(published: pl.DataFrame, repeats: pl.Series) -> pl.DataFrame:
    """Return ``published`` without the rows at the places ``repeats``, in its order."""
    if repeats.is_empty():
        return published
    return published.filter(~pl.int_range(pl.len(), dtype=pl.UInt32).is_in(repeats.implode()))


def alike_without_id(published: pl.DataFrame) -> int:
    """Count rows without a Crime ID that equal an earlier one: what a blanket drop of duplicates would have deleted.

    Compared by 64-bit hashes: exact but for one chance in a billion, and only ever reported.
    """
    anonymous = published.filter(pl.col("Crime ID").is_null()).select(PARTICULARS)
    return anonymous.height - anonymous.hash_rows().n_unique() if anonymous.height else 0
