"""The areas behind street-level rows: each small area with its district and the middle of its published points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.districts import district_of
from analysis.sources.tally import MICRODEGREES

if TYPE_CHECKING:
    from pathlib import Path

AREAS: Final = ("code", "name", "kind", "parent", "longitude", "latitude")
"""Columns of an areas frame; ``parent`` is the district of a small area, the county of a district (empty for none)."""
NOT_DISTRICTS: Final = ("lsoa", "unlocated")
AREA_TYPES: Final = dict.fromkeys(AREAS[:4], pl.String) | dict.fromkeys(AREAS[4:], pl.Float64)


def street_areas(places: pl.DataFrame, home: pl.DataFrame, force: str) -> pl.DataFrame:
    """List the force's districts and the small areas in them, with the mean of the points published (4 decimals).

    ``places`` is that of ``analysis.sources.tally``, ``home`` comes from ``home_districts``.
    The points are snapped by the publisher, so they show about where an area's crime is recorded, not its centre.
    Returns columns ``AREAS``, and a last row for what has no location, ``<force>:unlocated``.
    """
    placed = places.filter(pl.col("lsoa").is_not_null())
    points = placed.group_by("lsoa").agg(pl.col("lsoa_name").first(), pl.col("points", "longitude", "latitude").sum())
    small = points.with_columns(district_name=district_of(pl.col("lsoa_name"))).join(home, on="district_name")
    mean = [
        (pl.col(name) / pl.col("points") / MICRODEGREES).fill_nan(None).round(4).alias(name)
        for name in ("longitude", "latitude")
    ]
    nowhere = [pl.lit(None, pl.Float64).alias(name) for name in ("longitude", "latitude")]
    lsoas = small.select(
        code="lsoa", name="lsoa_name", kind=pl.lit("lsoa"), parent="code", longitude=mean[0], latitude=mean[1]
    )
    districts = home.unique("code").select("code", "name", "kind", pl.col("county").alias("parent"), *nowhere)
    unlocated = pl.DataFrame(
        {"code": [f"{force}:unlocated"], "name": ["No location given"], "kind": ["unlocated"], "parent": [force]}
    ).with_columns(nowhere)
    return pl.concat([districts.sort("code"), lsoas.sort("code"), unlocated]).select(AREAS)


def read_areas(folder: Path) -> pl.DataFrame:
    """Read ``areas.csv`` of a folder of the store or of the open extracts; columns ``AREAS``."""
    return pl.read_csv(folder / "areas.csv", schema_overrides=AREA_TYPES).with_columns(pl.col("parent").fill_null(""))
