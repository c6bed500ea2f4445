"""Annual figures by council area, in the store and in the open extracts: the same files in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import StoreError
from analysis.sources.completeness import COMPLETENESS
from analysis.sources.districts import read_register
from analysis.sources.record import SCOTLAND
from analysis.sources.scotland import read_scotland
from analysis.store.describe import describe_files, describe_source
from analysis.store.ingested import Ingested, outcome_of, settle
from analysis.store.manifest import Manifest, file_sha256, listing_sha256, read_manifest, write_manifest
from analysis.store.pandas_frames import to_pandas
from analysis.store.street_areas import AREAS
from analysis.store.whole import being_built, put

if TYPE_CHECKING:
    from pathlib import Path

FORCE: Final = "scotland"
FILES: Final = ("counts.parquet", "completeness.csv", "areas.csv")


def ingest_scotland(
    path: Path, *, store: Path, register: Path, vintage: str | None = None, replace: bool = False
) -> Ingested:
    """Ingest the annual counts by council area; the vintage defaults to the last year in the file (``2021-22``).

    Raises ``SourceError`` and ``StoreError`` as ``ingest_police_uk`` does.
    """
    known = read_register(register)
    counts = read_scotland(path, known)
    vintage = vintage or str(counts["month"].max()).replace("/", "-")
    report = _report(counts)
    target = annual_folder(store, vintage)
    with being_built(target) as folder:
        counts.write_parquet(folder / "counts.parquet", compression_level=19)
        report.write_csv(folder / "completeness.csv")
        _areas(known, counts).write_csv(folder / "areas.csv")
        # The content is hashed as text: a Parquet file's bytes may change with the library that writes it.
        content = listing_sha256(
            [(path.name and "source", file_sha256(path)), *((n, file_sha256(folder / n)) for n in FILES[1:])]
        )
        source = {"name": path.name, "sha256": file_sha256(path)}
        present = counts.filter(pl.col("status") == "present").height
        manifest = {"content": content, "source": source, "force": FORCE, "rows": present, "kept": present}
        write_manifest(folder, manifest)
        outcome = outcome_of(target, manifest, replace=replace)
        settle(folder, target, outcome)
    return Ingested("scotland", vintage, FORCE, outcome, 1, present, present, _remarks(counts), to_pandas(report))


def annual_folder(store: Path, vintage: str) -> Path:
    """Where one vintage stands."""
    return store / "scotland" / vintage / f"force={FORCE}"


def _report(counts: pl.DataFrame) -> pl.DataFrame:
    """Make the completeness report of annual figures: ``rows`` is the number of councils with a figure."""
    given = (pl.col("status") == "present").sum().cast(pl.Int64)
    status = pl.when((pl.col("status") == "present").all()).then(pl.lit("present")).otherwise(pl.lit("missing"))
    none = [pl.lit(0, pl.Int64).alias(name) for name in ("without_location", "duplicates_removed", "outside")]
    grouped = (
        counts.group_by("month", "category").agg(rows=given, status=status).with_columns(none, force=pl.lit(FORCE))
    )
    return grouped.select(COMPLETENESS).sort("month", "category")


def _remarks(counts: pl.DataFrame) -> tuple[str, ...]:
    gone = counts.filter(pl.col("status") == "missing").sort("area", "category", "month")
    first = str(counts["month"].min())
    late = counts.group_by("category").agg(pl.col("month").min()).filter(pl.col("month") > first).height
    lines = [
        f"{row['area']} has no figure of {row['category']} in {row['month']}" for row in gone.iter_rows(named=True)
    ]
    they = "1 category starts", "it was"
    if late != 1:
        they = f"{late} categories start", "they were"
    told = f"{they[0]} after {first}: before that {they[1]} not counted apart, which is not zero"
    return (*lines, told) if late else tuple(lines)


def _areas(register: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    councils = register.filter(pl.col("code").is_in(counts["area"].unique().to_list())).sort("code")
    nowhere = [pl.lit(None, pl.Float64).alias(name) for name in ("longitude", "latitude")]
    return councils.select("code", "name", "kind", pl.col("county").alias("parent"), *nowhere).select(AREAS)


def extract_annual(store: Path, open_data: Path, vintage: str) -> Path:
    """Write ``scotland-<vintage>`` under ``open_data`` from the store, replaced whole; every council, every year."""
    stored = annual_folder(store, vintage)
    held = read_manifest(stored)
    if held is None:
        raise StoreError.at(store, f"holds no scotland {vintage}", "ingest it first: csp ingest scotland")
    target = open_data / f"scotland-{vintage}"
    with being_built(target) as folder:
        for name in FILES:
            (folder / name).write_bytes((stored / name).read_bytes())
        write_manifest(folder, _manifest(folder, vintage, held))
        put(folder, target)
    return target


def _manifest(folder: Path, vintage: str, held: Manifest) -> Manifest:
    kept = {name: held[name] for name in ("source", "content", "rows")}
    return describe_source(SCOTLAND, vintage) | kept | {"files": describe_files(folder)}


def annual_holding(vintage: str, store: Path, open_data: Path) -> Path | None:
    """Return the folder of that vintage: the store's, else the extract's, else None."""
    candidates = (annual_folder(store, vintage), open_data / f"scotland-{vintage}")
    return next((folder for folder in candidates if read_manifest(folder) is not None), None)
