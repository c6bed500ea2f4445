"""Counts with every zero said: small areas by month by category, each cell with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COUNTS: Final = ("area", "month", "category", "count", "status")


def street_counts(folder: Path, areas: Sequence[str]) -> pl.DataFrame:
    """Count the stored rows of one force by month and category in each of ``areas`` (small-area codes).

    Returns columns ``COUNTS``, months as text, sorted by area, category and month: a zero where the month was published
    and nothing recorded; no count where the month is missing or its feed failed.
    """
    seen = _rows(folder).filter(pl.col("lsoa").is_in(list(areas))).rename({"lsoa": "area"})
    return _dense(_counted(seen), pl.DataFrame({"area": list(areas)}, schema={"area": pl.String}), folder)


def unlocated_counts(folder: Path, force: str) -> pl.DataFrame:
    """Count the stored rows of one force that have no location, as area ``<force>:unlocated``; columns ``COUNTS``."""
    area = f"{force}:unlocated"
    seen = _rows(folder).filter(pl.col("lsoa").is_null()).with_columns(area=pl.lit(area))
    return _dense(_counted(seen), pl.DataFrame({"area": [area]}), folder)


def read_completeness(folder: Path) -> pl.DataFrame:
    """Read ``completeness.csv`` of a folder of the store or of the open extracts."""
    whole = dict.fromkeys(("rows", "without_location", "duplicates_removed", "outside"), pl.Int64)
    return pl.read_csv(folder / "completeness.csv", schema_overrides={"month": pl.String, **whole})


def _rows(folder: Path) -> pl.LazyFrame:
    return pl.scan_parquet(
        folder / "month=*" / "rows.parquet",
        hive_partitioning=True,
        hive_schema={"force": pl.String, "month": pl.String},
    )


def _counted(rows: pl.LazyFrame) -> pl.DataFrame:
    counted = rows.with_columns(pl.col("category").cast(pl.String)).group_by("area", "month", "category").len("count")
    return counted.with_columns(pl.col("count").cast(pl.Int64)).collect()


def _dense(counted: pl.DataFrame, areas: pl.DataFrame, folder: Path) -> pl.DataFrame:
    status = read_completeness(folder).select("month", "category", "status")
    every = areas.join(status, how="cross").join(counted, on=["area", "month", "category"], how="left")
    known = pl.when(pl.col("status") == "present").then(pl.col("count").fill_null(0))
    return every.with_columns(count=known).select(COUNTS).sort("area", "category", "month")
