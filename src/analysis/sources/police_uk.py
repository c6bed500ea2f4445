"""Street-level crime of data.police.uk: one file in, rows to keep and a tally of what was done out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.repeats import alike_without_id, without_whole_repeats
from analysis.sources.street import read_street
from analysis.sources.tally import count_places, count_published, slug_of

if TYPE_CHECKING:
    from analysis.sources.archive import StreetFile

ROWS: Final = ("category", "lsoa", "lsoa_name", "longitude", "latitude", "location", "outcome")
"""Columns of the rows that are kept. The Crime ID has done its work by then: it is no key across months."""


@dataclass(frozen=True)
class StreetMonth:
    """One month of one force.

    ``rows`` has columns ``ROWS``; ``published`` and ``places`` are its counts before and after repeats were removed
    (``analysis.sources.tally``). ``ids`` holds a hash of every Crime ID published, so that IDs which come back can be
    counted across months; ``alike_without_id`` counts rows that equal an earlier row and carry no ID: separate
    incidents, all kept.
    """

    force: str
    month: str
    where: str
    sha256: str
    read: int
    kept: int
    alike_without_id: int
    ids: pl.Series
    rows: pl.DataFrame
    published: pl.DataFrame
    places: pl.DataFrame

    def without_rows(self) -> StreetMonth:
        """Return the same month with its rows let go, once they are stored."""
        return replace(self, rows=self.rows.clear())


def read_month(file: StreetFile) -> StreetMonth:
    """Read one street file and settle its repeats and categories; raises ``SourceError`` as ``read_street`` does."""
    data = file.read()
    published = read_street(file, data)
    rows = _rows(without_whole_repeats(published))
    return StreetMonth(
        force=file.force,
        month=file.month,
        where=file.where,
        sha256=sha256(data).hexdigest(),
        read=published.height,
        kept=rows.height,
        alike_without_id=alike_without_id(published),
        ids=published["Crime ID"].drop_nulls().hash(),
        rows=rows,
        published=count_published(published),
        places=count_places(rows),
    )


def _rows(kept: pl.DataFrame) -> pl.DataFrame:
    return kept.select(
        category=slug_of("Crime type"),
        lsoa=pl.col("LSOA code"),
        lsoa_name=pl.col("LSOA name"),
        longitude=pl.col("Longitude").cast(pl.Float64),
        latitude=pl.col("Latitude").cast(pl.Float64),
        location=pl.col("Location"),
        outcome=pl.col("Last outcome category"),
    )
