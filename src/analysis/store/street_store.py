"""Street-level rows in the store: by vintage, force and month, with their report and their areas beside them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.archive import StreetFile, street_files
from analysis.sources.completeness import judge, problems
from analysis.sources.districts import home_districts, read_register
from analysis.sources.police_uk import StreetMonth, read_month
from analysis.sources.street_source import street_source
from analysis.sources.tally import tally
from analysis.store.ingested import Ingested, outcome_of, settle
from analysis.store.manifest import Manifest, file_sha256, listing_sha256, write_manifest
from analysis.store.pandas_frames import to_pandas
from analysis.store.sparse import FILE as COUNTS
from analysis.store.sparse import write_sparse
from analysis.store.street_areas import street_areas
from analysis.store.whole import being_built

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT: Final = 1
"""Raised when the reader keeps other rows of the same files than before, so that old and new are told apart."""
THREADS: Final = 3
"""Files read side by side: enough to keep Polars busy, few enough to hold memory down."""


def ingest_police_uk(
    path: Path, *, store: Path, register: Path, vintage: str | None = None, replace: bool = False
) -> tuple[Ingested, ...]:
    """Ingest an archive, a folder or a CSV of data.police.uk, force by force, each whole or not at all.

    ``register`` is ``params/areas.csv``; ``vintage`` defaults to the last month in ``path``. Ingesting the same again
    changes nothing. Raises ``SourceError`` for anything not as published and ``StoreError`` where the vintage is held
    with other figures and ``replace`` is not given; the store is then as it was, for every force.
    """
    files = street_files(path)
    last = max(file.month for file in files)
    vintage = vintage or last
    areas = read_register(register)
    archive = file_sha256(path) if path.is_file() else ""
    with ExitStack() as stack:
        ready = []
        for force in sorted({file.force for file in files}):
            target = street_folder(store, vintage, force)
            building = stack.enter_context(being_built(target))
            own = [file for file in files if file.force == force]
            manifest, report = _build(building, own, last, areas, {"source": {"name": path.name, "sha256": archive}})
            outcome = outcome_of(target, manifest, replace=replace)
            ready.append((building, target, outcome, manifest, report))
        for building, target, outcome, _, _ in ready:
            # An earlier version of the program stored the same rows without their counts.
            settle(building, target, outcome if (target / COUNTS).is_file() else "new")
    return tuple(
        Ingested(
            street_source(manifest["force"]),
            vintage,
            str(manifest["force"]),
            outcome,
            len(manifest["files"]),
            manifest["rows"],
            manifest["kept"],
            tuple(problems(report)),
            to_pandas(report),
        )
        for _, _, outcome, manifest, report in ready
    )


def street_folder(store: Path, vintage: str, force: str) -> Path:
    """Where one force of one vintage stands; a fictional force is kept apart, under ``simulated``."""
    return store / street_source(force) / vintage / f"force={force}"


def _build(
    folder: Path, files: list[StreetFile], last: str, register: pl.DataFrame, source: Manifest
) -> tuple[Manifest, pl.DataFrame]:
    force = files[0].force
    home = home_districts(register, force)
    with ThreadPoolExecutor(THREADS) as pool:
        months = list(pool.map(lambda file: _store_month(folder, file), files))
    names = [month.month for month in months]
    places = _by_month(names, [month.places for month in months])
    repeats = _by_month(names, [month.repeats.to_frame() for month in months])
    report = judge(force, tally(names, places, repeats, frozenset(home["district_name"])), last)
    report.write_csv(folder / "completeness.csv")
    areas = street_areas(places, home, force)
    areas.write_csv(folder / "areas.csv")
    write_sparse(folder, places, areas)
    manifest = _manifest(folder, months) | source
    write_manifest(folder, manifest)
    return manifest, report


def _by_month(months: Sequence[str], frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Put the months' frames under each other, each row with its month; one step, where one a month would be slow."""
    rows = pl.DataFrame({"month": months, "rows": [frame.height for frame in frames]})
    named = rows.filter(pl.col("rows") > 0).select(pl.col("month").repeat_by("rows").explode())
    return pl.concat([*frames]).with_columns(named.to_series())


def _store_month(folder: Path, file: StreetFile) -> StreetMonth:
    month = read_month(file)
    place = folder / f"month={file.month}"
    place.mkdir()
    month.rows.write_parquet(place / "rows.parquet", compression_level=1, statistics=False)
    return month.without_rows()


def _manifest(folder: Path, months: list[StreetMonth]) -> Manifest:
    files = [
        {"force": month.force, "month": month.month, "sha256": month.sha256, "rows": month.read, "kept": month.kept}
        for month in months
    ]
    ids = pl.concat([month.ids for month in months])
    parts = [(month.month, month.sha256) for month in months]
    parts += [(name, file_sha256(folder / name)) for name in ("areas.csv", "completeness.csv")]
    return {
        "format": FORMAT,
        "content": f"{FORMAT}:{listing_sha256(parts)}",
        "force": months[0].force,
        "files": files,
        "rows": sum(month.read for month in months),
        "kept": sum(month.kept for month in months),
        "ids_that_come_back": len(ids) - ids.n_unique(),
        "alike_without_id": sum(month.alike_without_id for month in months),
    }
