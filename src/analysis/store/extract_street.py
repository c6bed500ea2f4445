"""The open extract of street-level crime: counts by small area and month that ship with the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import StoreError
from analysis.sources.record import POLICE_UK
from analysis.store.describe import describe_files, describe_source
from analysis.store.holdings import Stored
from analysis.store.manifest import Manifest, read_manifest, write_manifest
from analysis.store.street_areas import NOT_DISTRICTS
from analysis.store.street_points import FILE as POINTS
from analysis.store.street_store import street_folder
from analysis.store.whole import being_built, put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


ORDER: Final = ("area", "point", "category", "longitude", "month", "latitude")
"""Rows of map points as they take least room: what repeats stands together."""


def extract_street(
    store: Path, open_data: Path, vintage: str, forces: Sequence[str], points_of: Sequence[str] = ()
) -> Path:
    """Write ``police-uk-<vintage>`` under ``open_data``: every district of ``forces``, from the store, replaced whole.

    Map points are those of the districts ``points_of`` alone: of all districts they would be megabytes. The same store
    gives the same bytes. Raises ``StoreError`` where the store lacks a force.
    """
    held = [_stored(store, vintage, force) for force in sorted(forces)]
    target = open_data / f"police-uk-{vintage}"
    with being_built(target) as folder:
        areas = {each.force: each.areas() for each in held}
        pl.concat(areas.values()).write_csv(folder / "areas.csv")
        _write(folder / "counts.parquet", [each.counts(_small(areas[each.force])) for each in held])
        _write(folder / "unlocated.parquet", [each.unlocated() for each in held])
        _write_points(folder / POINTS, held, areas, points_of)
        pl.concat([each.completeness() for each in held]).write_csv(folder / "completeness.csv")
        write_manifest(folder, _manifest(folder, vintage, held, areas))
        put(folder, target)
    return target


def _stored(store: Path, vintage: str, force: str) -> Stored:
    folder = street_folder(store, vintage, force)
    if read_manifest(folder) is None:
        raise StoreError.at(
            store, f"holds no police-uk {vintage} of {force}", "ingest its archive first: csp ingest police-uk"
        )
    return Stored(folder, vintage, force)


def _write_points(
    path: Path, held: Sequence[Stored], areas: Mapping[str, pl.DataFrame], districts: Sequence[str]
) -> None:
    small = {force: _small(each.filter(pl.col("parent").is_in(list(districts)))) for force, each in areas.items()}
    found = [each.points(small[each.force]) for each in held if small[each.force]]
    if found:
        pl.concat(found).sort("area", "point", "category", "month", "longitude").write_parquet(
            path, compression_level=19
        )


def _small(areas: pl.DataFrame) -> list[str]:
    return areas.filter(pl.col("kind") == "lsoa")["code"].to_list()


def _write(path: Path, frames: Sequence[pl.DataFrame]) -> None:
    pl.concat(frames).sort("area", "category", "month").write_parquet(path, compression_level=19)


def _manifest(folder: Path, vintage: str, held: Sequence[Stored], areas: Mapping[str, pl.DataFrame]) -> Manifest:
    return describe_source(POLICE_UK, vintage) | {
        "forces": {each.force: _force(each, areas[each.force]) for each in held},
        "files": describe_files(folder),
    }


def _force(held: Stored, areas: pl.DataFrame) -> Manifest:
    manifest = read_manifest(held.folder) or {}
    kept = ("source", "content", "rows", "kept", "ids_that_come_back", "alike_without_id")
    districts = areas.filter(~pl.col("kind").is_in(NOT_DISTRICTS))["code"].to_list()
    return {name: manifest[name] for name in kept} | {"districts": districts}
