"""Counts as they are stored: a row for each area, month and category in which anything was recorded.

They are counted once, at ingest, for small areas and for the districts they make up, and lie in order of area, so that
a slice reads its own areas and passes over the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE: Final = "counts.parquet"
KEYS: Final = ("area", "month", "category")
GROUP: Final = 16_384
"""Rows of Parquet that are read or passed over together: some forty small areas over three years."""


def write_sparse(folder: Path, places: pl.DataFrame, areas: pl.DataFrame) -> None:
    """Write the counts of ``places`` (``analysis.sources.tally``, with ``month``); no area is no location.

    ``areas`` has the district of each small area, columns ``AREAS``.
    """
    counts = places.select(area="lsoa", month="month", category=pl.col("category").cast(pl.String), count="rows")
    ordered = _with_districts(counts.lazy(), areas).sort(KEYS).collect()
    ordered.write_parquet(folder / FILE, compression_level=1, statistics=True, row_group_size=GROUP)


def sparse_counts(folder: Path, areas: Sequence[str]) -> pl.DataFrame:
    """Read the counts of ``areas``, small or districts; columns ``area, month, category, count``, in no order."""
    return _scan(folder).filter(_among(list(areas))).collect()


def sparse_unlocated(folder: Path) -> pl.DataFrame:
    """Read the counts of what has no location; ``area`` is null."""
    return _scan(folder).filter(pl.col("area").is_null()).collect()


def _among(areas: list[str]) -> pl.Expr:
    """Also the span they lie in: it is what tells a reader which parts of a file to pass over."""
    if not areas:
        return pl.lit(False)
    return pl.col("area").is_between(pl.lit(min(areas)), pl.lit(max(areas))) & pl.col("area").is_in(areas)


def _scan(folder: Path) -> pl.LazyFrame:
    """The counts as stored; counted from the rows where an earlier version of the program stored rows alone."""
    if (folder / FILE).is_file():
        return pl.scan_parquet(folder / FILE)
    rows = pl.scan_parquet(
        folder / "month=*" / "rows.parquet",
        hive_partitioning=True,
        hive_schema={"force": pl.String, "month": pl.String},
    )
    named = rows.select(area="lsoa", month="month", category=pl.col("category").cast(pl.String))
    counts = named.group_by(KEYS).len("count").with_columns(pl.col("count").cast(pl.Int64))
    return _with_districts(counts, read_areas(folder))


def _with_districts(counts: pl.LazyFrame, areas: pl.DataFrame) -> pl.LazyFrame:
    """Set the sum of each district beside the counts of its small areas."""
    small = areas.lazy().filter(pl.col("kind") == "lsoa").select(area="code", parent="parent")
    within = counts.join(small, on="area").select(pl.col("parent").alias("area"), "month", "category", "count")
    return pl.concat([counts, within.group_by(KEYS).agg(pl.col("count").sum())])
