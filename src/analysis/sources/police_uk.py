"""Street-level crime of data.police.uk: one file in, rows to keep and a tally of what was done out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.categories import NAMES, SLUGS
from analysis.sources.districts import district_of
from analysis.sources.street import COLUMNS, read_street

if TYPE_CHECKING:
    from analysis.sources.archive import StreetFile

ROWS: Final = ("category", "lsoa", "lsoa_name", "longitude", "latitude", "location", "outcome")
"""Columns of the rows that are kept. The Crime ID has done its work by then: it is no key across months."""


@dataclass(frozen=True)
class StreetMonth:
    """One month of one force.

    ``rows`` has columns ``ROWS``; ``tally`` has ``category, rows, without_location, duplicates_removed, outside``, one
    row for each of the fourteen categories: ``rows`` as published, ``without_location`` and ``outside`` (located in no
    district of the force; null where the register does not know the force's districts) among those kept.
    ``ids`` holds a hash of every Crime ID published, so that IDs which come back can be counted across months;
    ``alike_without_id`` counts rows that equal an earlier row and carry no ID: separate incidents, all kept.
    """

    force: str
    month: str
    where: str
    sha256: str
    read: int
    kept: int
    ids: pl.Series
    alike_without_id: int
    rows: pl.DataFrame
    tally: pl.DataFrame

    def without_rows(self) -> StreetMonth:
        """Return the same month with its rows let go, once they are stored."""
        return replace(self, rows=self.rows.clear())


def read_month(file: StreetFile, home: frozenset[str]) -> StreetMonth:
    """Read one street file and settle its repeats, places and categories; raises ``SourceError`` as ``read_street``.

    ``home`` names the districts the force polices, as their LSOAs name them.
    """
    data = file.read()
    published = read_street(file, data)
    kept = without_whole_repeats(published)
    return StreetMonth(
        file.force,
        file.month,
        file.where,
        sha256(data).hexdigest(),
        published.height,
        kept.height,
        ids=published["Crime ID"].drop_nulls().hash(),
        alike_without_id=_alike_without_id(published),
        rows=_rows(kept),
        tally=_tally(published, kept, home),
    )


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


def _alike_without_id(published: pl.DataFrame) -> int:
    anonymous = published.filter(pl.col("Crime ID").is_null())
    return anonymous.height - anonymous.select(pl.struct(COLUMNS).n_unique()).item() if anonymous.height else 0


def _rows(kept: pl.DataFrame) -> pl.DataFrame:
    return kept.select(
        category=pl.col("Crime type").replace_strict(SLUGS, return_dtype=pl.Enum(list(NAMES))),
        lsoa=pl.col("LSOA code"),
        lsoa_name=pl.col("LSOA name"),
        longitude=pl.col("Longitude").cast(pl.Float64),
        latitude=pl.col("Latitude").cast(pl.Float64),
        location=pl.col("Location"),
        outcome=pl.col("Last outcome category"),
    )


def _tally(published: pl.DataFrame, kept: pl.DataFrame, home: frozenset[str]) -> pl.DataFrame:
    located = pl.col("LSOA code").is_not_null()
    away = located & ~district_of(pl.col("LSOA name")).is_in(list(home)).fill_null(False)
    counted = published.group_by("Crime type").agg(rows=pl.len())
    settled = kept.group_by("Crime type").agg(kept=pl.len(), without_location=(~located).sum(), outside=away.sum())
    every = pl.DataFrame({"category": list(NAMES), "Crime type": list(NAMES.values())})
    tally = every.join(counted, on="Crime type", how="left").join(settled, on="Crime type", how="left").fill_null(0)
    return tally.select(
        "category",
        pl.col("rows").cast(pl.Int64),
        pl.col("without_location").cast(pl.Int64),
        duplicates_removed=pl.col("rows").cast(pl.Int64) - pl.col("kept").cast(pl.Int64),
        outside=pl.col("outside").cast(pl.Int64) if home else pl.lit(None, pl.Int64),
    ).sort("category")
