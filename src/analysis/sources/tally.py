"""Counting rows by category and place, and what of them has no place or another force's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.categories import NAMES
from analysis.sources.districts import district_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MICRODEGREES: Final = 1_000_000


def count_places(rows: pl.DataFrame) -> pl.DataFrame:
    """Count rows by category and small area, with the sum of their points in whole microdegrees (no order shows).

    ``rows`` are those of ``read_street``. Returns ``category, lsoa, lsoa_name, rows, points, longitude, latitude``;
    ``lsoa`` is null for rows without one.
    """
    whole = (pl.col("longitude", "latitude") * MICRODEGREES).round().cast(pl.Int64)
    pointed = pl.col("longitude").is_not_null() & pl.col("latitude").is_not_null()
    point = pl.when(pointed).then(whole)
    placed = rows.select("category", pl.col("LSOA code").alias("lsoa"), pl.col("LSOA name").alias("lsoa_name"), point)
    return placed.group_by("category", "lsoa").agg(
        pl.col("lsoa_name").first(),
        pl.len().cast(pl.Int64).alias("rows"),
        pl.col("longitude").count().cast(pl.Int64).alias("points"),
        pl.col("longitude", "latitude").sum(),
    )


def tally(months: Sequence[str], places: pl.DataFrame, repeats: pl.DataFrame, home: frozenset[str]) -> pl.DataFrame:
    """Set the rows kept beside the repeats removed, for each of ``months`` and all fourteen categories, sorted.

    A month's file may hold no row at all: it is there, and its counts are zero. ``places`` is that of ``count_places``
    with a column ``month``, ``repeats`` has ``month, category`` of each row removed; ``home`` names the force's
    districts as their LSOAs name them. Returns ``month, category, rows, without_location, duplicates_removed,
    outside``: rows as published; ``without_location`` and ``outside`` (located in no district of the force; null where
    no district of the force is known) among those kept.
    """
    key = ["month", "category"]
    every = pl.DataFrame({"month": months}, schema={"month": pl.String}).join(
        pl.DataFrame({"category": list(NAMES)}), how="cross"
    )
    removed = repeats.group_by(key).agg(duplicates_removed=pl.len()).with_columns(pl.col("category").cast(pl.String))
    joined = every.join(_settled(places, home), on=key, how="left").join(removed, on=key, how="left")
    whole = joined.with_columns(pl.exclude(key).fill_null(0).cast(pl.Int64))
    return whole.select(
        *key,
        rows=pl.col("kept") + pl.col("duplicates_removed"),
        without_location="without_location",
        duplicates_removed="duplicates_removed",
        outside=pl.col("outside") if home else pl.lit(None, pl.Int64),
    ).sort(key)


def _settled(places: pl.DataFrame, home: frozenset[str]) -> pl.DataFrame:
    names = places.select(pl.col("lsoa_name").drop_nulls().unique())
    away = names.filter(~district_of(pl.col("lsoa_name")).is_in(list(home)).fill_null(False)).to_series()
    rows, nowhere = pl.col("rows"), pl.col("lsoa").is_null()
    settled = places.group_by("month", "category").agg(
        kept=rows.sum(),
        without_location=rows.filter(nowhere).sum(),
        outside=rows.filter(pl.col("lsoa_name").is_in(away.implode())).sum(),
    )
    return settled.with_columns(pl.col("category").cast(pl.String))
