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
    """Mark the rows of one file that repeat an earlier row whole and carry a Crime ID; one truth value a row.

    Rows without an ID (all anti-social behaviour) may look alike and be separate incidents; an ID that comes back with
    other particulars, or in another month, may be another crime.
    """
    ids = crime_ids(published)
    if ids.n_unique() == len(ids):
        return pl.repeat(False, published.height, eager=True)
    twice = pl.col("Crime ID").is_not_null() & pl.col("Crime ID").is_duplicated()
    # Rows whose ID stands once are each distinct by that ID; only the others are compared in every column.
    first = pl.when(twice).then(pl.struct(COLUMNS)).is_first_distinct()
    return published.select(twice & ~first).to_series()


def alike_without_id(published: pl.DataFrame) -> int:
    """Count rows without a Crime ID that equal an earlier one: what a blanket drop of duplicates would have deleted.

    Compared by 64-bit hashes: exact but for one chance in a billion, and only ever reported.
    """
    anonymous = published.filter(pl.col("Crime ID").is_null()).select(PARTICULARS)
    return anonymous.height - anonymous.hash_rows().n_unique() if anonymous.height else 0
