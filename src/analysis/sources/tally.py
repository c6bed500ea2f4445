"""Counting rows by category and place, and what of them has no place or another force's."""

from __future__ import annotations

from typing import Final

import polars as pl

from analysis.sources.categories import NAMES, SLUGS
from analysis.sources.districts import district_of

CATEGORY: Final = pl.Enum(list(NAMES))
MICRODEGREES: Final = 1_000_000


def slug_of(crime_type: str) -> pl.Expr:
    """Return the slugs of a column of published crime types."""
    return pl.col(crime_type).replace_strict(SLUGS, return_dtype=CATEGORY)


def count_published(published: pl.DataFrame) -> pl.DataFrame:
    """Count the rows of one file as published; returns ``category, rows``, without the categories it lacks."""
    return published["Crime type"].value_counts(name="rows").select(pl.col("rows"), category=slug_of("Crime type"))


def count_places(rows: pl.DataFrame) -> pl.DataFrame:
    """Count rows by category and small area, with the sum of their points in whole microdegrees (no order shows).

    Returns ``category, lsoa, lsoa_name, rows, points, longitude, latitude``; ``lsoa`` is null for rows without one.
    """
    pointed = pl.col("longitude").is_not_null() & pl.col("latitude").is_not_null()
    whole = (pl.col("longitude", "latitude") * MICRODEGREES).round().cast(pl.Int64)
    return rows.group_by("category", "lsoa").agg(
        pl.col("lsoa_name").first(),
        pl.len().cast(pl.Int64).alias("rows"),
        pointed.sum().cast(pl.Int64).alias("points"),
        whole.filter(pointed).sum(),
    )


def tally(published: pl.DataFrame, places: pl.DataFrame, home: frozenset[str]) -> pl.DataFrame:
    """Set the rows published beside those kept, by month and category: all fourteen for every month, sorted.

    ``published`` and ``places`` are those of ``count_published`` and ``count_places`` with a column ``month``; ``home``
    names the force's districts as their LSOAs name them. Returns ``month, category, rows, without_location,
    duplicates_removed, outside``: rows as published; ``without_location`` and ``outside`` (located in no district of
    the force; null where no district of the force is known) among those kept.
    """
    key = ["month", "category"]
    months = published.select(pl.col("month").unique())
    every = months.join(pl.DataFrame({"category": list(NAMES)}, schema={"category": CATEGORY}), how="cross")
    joined = every.join(published, on=key, how="left").join(_settled(places, home), on=key, how="left")
    whole = joined.with_columns(pl.exclude(key).fill_null(0).cast(pl.Int64))
    removed = pl.col("rows") - pl.col("kept")
    outside = pl.col("outside") if home else pl.lit(None, pl.Int64)
    chosen = whole.select(*key, "rows", "without_location", duplicates_removed=removed, outside=outside)
    return chosen.with_columns(pl.col("category").cast(pl.String)).sort(key)


def _settled(places: pl.DataFrame, home: frozenset[str]) -> pl.DataFrame:
    names = places.select(pl.col("lsoa_name").drop_nulls().unique())
    away = names.filter(~district_of(pl.col("lsoa_name")).is_in(list(home)).fill_null(False)).to_series()
    rows, nowhere = pl.col("rows"), pl.col("lsoa").is_null()
    return places.group_by("month", "category").agg(
        kept=rows.sum(),
        without_location=rows.filter(nowhere).sum(),
        outside=rows.filter(pl.col("lsoa_name").is_in(away.implode())).sum(),
    )
