"""Counts with every zero said: areas by month by category, each cell with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.store.sparse import KEYS, sparse_counts, sparse_unlocated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COUNTS: Final = ("area", "month", "category", "count", "status")


def street_counts(folder: Path, areas: Sequence[str]) -> pl.DataFrame:
    """Count the stored rows of one force by month and category in each of ``areas`` (small areas or districts).

    Returns columns ``COUNTS``, months as text, sorted by area, category and month: a zero where the month was published
    and nothing recorded; no count where the month is missing or its feed failed. What is known of a force's month is
    known of all its small areas, so a district's sum is known where the month is.
    """
    return _dense(sparse_counts(folder, areas), areas, folder)


def unlocated_counts(folder: Path, force: str) -> pl.DataFrame:
    """Count the stored rows of one force that have no location, as area ``<force>:unlocated``; columns ``COUNTS``."""
    area = f"{force}:unlocated"
    return _dense(sparse_unlocated(folder).with_columns(area=pl.lit(area)), [area], folder)


def read_completeness(folder: Path) -> pl.DataFrame:
    """Read ``completeness.csv`` of a folder of the store or of the open extracts."""
    whole = dict.fromkeys(("rows", "without_location", "duplicates_removed", "outside"), pl.Int64)
    return pl.read_csv(folder / "completeness.csv", schema_overrides={"month": pl.String, **whole})


def _dense(counted: pl.DataFrame, areas: Sequence[str], folder: Path) -> pl.DataFrame:
    status = read_completeness(folder).select("month", "category", "status").sort("category", "month")
    every = pl.DataFrame({"area": sorted(areas)}, schema={"area": pl.String}).join(status, how="cross")
    joined = every.join(counted, on=KEYS, how="left", maintain_order="left")
    known = pl.when(pl.col("status") == "present").then(pl.col("count").fill_null(0))
    return joined.with_columns(count=known).select(COUNTS)
