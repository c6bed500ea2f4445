"""The published map points of street-level rows: how many records stand at each, by month and category.

A point is where the publisher moves records of a neighbourhood of addresses to; it is no address. Rows without a place
or a point are none of these. A month or a category without a row may be zero or unknown: the counts frame says which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE: Final = "points.parquet"
KEYS: Final = ("area", "point", "longitude", "latitude", "month", "category")
POINTS: Final = {
    "area": pl.String, "point": pl.String, "longitude": pl.Float64, "latitude": pl.Float64, "month": pl.String,
    "category": pl.String, "count": pl.Int64,
}  # fmt: skip
"""Columns of a points frame; ``point`` is the name published, such as ``On or near Park Lane``."""
PLACES: Final = 6
"""Decimals of a degree that are published."""


def count_points(folder: Path, areas: Sequence[str]) -> pl.DataFrame:
    """Count the stored rows of ``areas`` (small areas) by point, month and category; columns ``POINTS``, sorted."""
    rows = pl.scan_parquet(
        folder / "month=*" / "rows.parquet",
        hive_partitioning=True,
        hive_schema={"force": pl.String, "month": pl.String},
    )
    own = rows.filter(pl.col("lsoa").is_in(list(areas)) & pl.col("longitude").is_not_null())
    named = own.select(
        area=pl.col("lsoa").cast(pl.String), point=pl.col("location").cast(pl.String).fill_null(""),
        longitude=pl.col("longitude").round(PLACES), latitude=pl.col("latitude").round(PLACES),
        month=pl.col("month").cast(pl.String), category=pl.col("category").cast(pl.String),
    )  # fmt: skip
    counted = named.group_by(KEYS).len("count").with_columns(pl.col("count").cast(pl.Int64))
    return counted.sort(KEYS).collect()


def read_points(folder: Path, areas: Sequence[str]) -> pl.DataFrame:
    """Read the points of ``areas`` out of an open extract; no rows where it holds none of them."""
    if not (folder / FILE).is_file():
        return pl.DataFrame(schema=POINTS)
    return pl.scan_parquet(folder / FILE).filter(pl.col("area").is_in(list(areas))).sort(KEYS).collect()
