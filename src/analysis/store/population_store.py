"""Population estimates in the store and in the open extracts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import StoreError
from analysis.sources.population import read_authorities, read_small_areas
from analysis.sources.record import POPULATION, SMALL_AREA_POPULATION, SourceRecord
from analysis.store.describe import describe_files, describe_source
from analysis.store.ingested import Ingested, outcome_of, settle
from analysis.store.manifest import Manifest, file_sha256, read_manifest, write_manifest
from analysis.store.whole import being_built, put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE: Final = "population.csv"
SMALL_AREAS: Final = "mid-2017-small-areas"
VINTAGE: Final = "mid-2020"


def ingest_population(path: Path, *, store: Path, replace: bool = False) -> Ingested:
    """Ingest the ONS mid-year estimates (``.xls`` or ``.xlsx``) or the mid-2017 small-area file (``.json``).

    The vintage is the last year in the workbook (``mid-2020``), or ``mid-2017-small-areas``. Raises ``SourceError`` and
    ``StoreError`` as ``ingest_police_uk`` does.
    """
    small = path.suffix.lower() == ".json"
    frame = read_small_areas(path) if small else read_authorities(path)
    vintage = SMALL_AREAS if small else f"mid-{max(frame['year'].to_list())}"
    target = population_folder(store, vintage)
    with being_built(target) as folder:
        frame.write_csv(folder / FILE)
        manifest = {
            "content": file_sha256(folder / FILE),
            "source": {"name": path.name, "sha256": file_sha256(path)},
            "rows": frame.height,
        }
        write_manifest(folder, manifest)
        outcome = outcome_of(target, manifest, replace=replace)
        settle(folder, target, outcome)
    years, areas = frame["year"].unique().sort().to_list(), frame["area"].n_unique()
    span = f"mid-{years[0]}" + (f" to mid-{years[-1]}" if len(years) > 1 else "")
    remark = f"{areas} area{'s' if areas > 1 else ''}, {span}"
    return Ingested("population", vintage, "", outcome, 1, frame.height, frame.height, (remark,))


def population_folder(store: Path, vintage: str) -> Path:
    """Where one vintage stands."""
    return store / "population" / vintage


def read_population(folder: Path) -> pl.DataFrame:
    """Read ``population.csv`` of a folder of the store or of the open extracts; columns ``POPULATION``."""
    return pl.read_csv(
        folder / FILE, schema={"area": pl.String, "year": pl.Int64, "population": pl.Int64, "basis": pl.String}
    )


def extract_population(store: Path, open_data: Path, areas: Sequence[str]) -> Path:
    """Write ``population-mid-2020`` under ``open_data``: every authority, and the small areas among ``areas``."""
    folders = {vintage: population_folder(store, vintage) for vintage in (VINTAGE, SMALL_AREAS)}
    manifests = {vintage: read_manifest(folder) for vintage, folder in folders.items()}
    if gone := [vintage for vintage, manifest in manifests.items() if manifest is None]:
        raise StoreError.at(store, f"holds no population {gone[0]}", "ingest it first: csp ingest population")
    small = read_population(folders[SMALL_AREAS]).filter(pl.col("area").is_in(list(areas)))
    target = open_data / f"population-{VINTAGE}"
    with being_built(target) as folder:
        pl.concat([read_population(folders[VINTAGE]), small]).sort("area", "year").write_csv(folder / FILE)
        write_manifest(folder, _manifest(folder, manifests))
        put(folder, target)
    return target


def _manifest(folder: Path, manifests: dict[str, Manifest | None]) -> Manifest:
    sources = {vintage: (manifest or {})["source"] for vintage, manifest in manifests.items()}
    return describe_source(POPULATION, VINTAGE) | {"sources": sources, "files": describe_files(folder)}


def populations(store: Path, open_data: Path, areas: Sequence[str]) -> tuple[pl.DataFrame, tuple[SourceRecord, ...]]:
    """Return the population of ``areas`` in every year held, and what to say of it: the store's, else the extract's."""
    shipped = open_data / f"population-{VINTAGE}"
    frames, records = [], []
    for vintage, record in ((VINTAGE, POPULATION), (SMALL_AREAS, SMALL_AREA_POPULATION)):
        stored = population_folder(store, vintage)
        manifest = read_manifest(stored)
        source = manifest["source"] if manifest else (read_manifest(shipped) or {}).get("sources", {}).get(vintage)
        if source is None:
            raise StoreError.at(open_data, f"holds no population {vintage}", "ingest it: csp ingest population")
        frame = read_population(stored if manifest else shipped).filter(pl.col("area").is_in(list(areas)))
        is_small = pl.col("area").str.contains(r"^[EW]01")
        frames.append(frame.filter(is_small if vintage == SMALL_AREAS else ~is_small))
        if frames[-1].height:
            records.append(record.of(vintage, f"csp ingest population {source['name']}", source["sha256"]))
    return pl.concat(frames).sort("area", "year"), tuple(records)


def simulated_population(folder: Path, areas: Sequence[str]) -> tuple[pl.DataFrame, tuple[SourceRecord, ...]]:
    """Return the population of a fictional place, which stands in its own extract and has no source of its own."""
    path = folder / "population.parquet"
    if not path.is_file():
        raise StoreError.at(path, "is not there", "Simulated populations are written with the figures they belong to.")
    return pl.scan_parquet(path).filter(pl.col("area").is_in(list(areas))).sort("area", "year").collect(), ()
