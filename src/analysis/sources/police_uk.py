"""Street-level crime of data.police.uk: one file in, rows to keep and a tally of what was done out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.repeats import alike_without_id, crime_ids, whole_repeats, without
from analysis.sources.street import read_street
from analysis.sources.tally import count_places

if TYPE_CHECKING:
    from analysis.sources.archive import StreetFile

ROWS: Final = {
    "category": "category",
    "lsoa": "LSOA code",
    "longitude": "longitude",
    "latitude": "latitude",
    "location": "Location",
    "outcome": "Last outcome category",
}
"""Columns of the rows that are kept, and what they are called before (``read_street``).

The Crime ID has done its work by then: it is no key across months.
"""


@dataclass(frozen=True)
class StreetMonth:
    """One month of one force.

    ``rows`` has columns ``ROWS``, ``places`` counts them (``count_places``); ``repeats`` is the category of each row
    removed. ``ids`` holds a hash of every Crime ID published, so that IDs which come back can be counted across
    months; ``alike_without_id`` counts rows that equal an earlier row and carry no ID: separate incidents, all kept.
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
    places: pl.DataFrame
    repeats: pl.Series

    def without_rows(self) -> StreetMonth:
        """Return the same month with its rows let go, once they are stored."""
        return replace(self, rows=self.rows.clear())


def read_month(file: StreetFile) -> StreetMonth:
    """Read one street file and settle its repeats and categories; raises ``SourceError`` as ``read_street`` does."""
    content = file.read()
    published = read_street(file, content)
    repeats = whole_repeats(published)
    kept = without(published, repeats)
    return StreetMonth(
        force=file.force,
        month=file.month,
        where=file.where,
        sha256=content.sha256,
        read=published.height,
        kept=kept.height,
        alike_without_id=alike_without_id(published),
        ids=crime_ids(published),
        rows=kept.select(**ROWS),
        places=count_places(kept),
        repeats=published["category"].gather(repeats),
    )
