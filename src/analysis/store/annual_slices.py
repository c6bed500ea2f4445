"""From annual figures by council area to the slices of one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.counts import counts_frame
from analysis.errors import StoreError
from analysis.sources.record import SCOTLAND, SourceRecord
from analysis.store.manifest import Manifest, read_manifest
from analysis.store.pandas_frames import to_pandas
from analysis.store.slices import Slices
from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def annual_slices(
    folder: Path,
    vintage: str,
    own: Sequence[str],
    peers: Sequence[str],
    people: Callable[[Sequence[str]], tuple[pl.DataFrame, tuple[SourceRecord, ...]]],
) -> Slices:
    """Take the slices of a council edition from ``folder``; ``counts`` is its own councils, there are no smaller areas.

    Years are ``period[Y-MAR]``; nothing is unlocated, so that frame is empty. Raises ``StoreError`` for a code that is
    no council area.
    """
    wanted = [*own, *peers]
    areas = read_areas(folder)
    _refuse_unknown(wanted, areas)
    counts = counts_frame(to_pandas(pl.read_parquet(folder / "counts.parquet").filter(pl.col("area").is_in(wanted))))
    population, records = people(wanted)
    mine = counts[counts["area"].isin(list(own))].reset_index(drop=True)
    return Slices(
        counts=mine,
        districts=counts,
        unlocated=mine.iloc[:0],
        completeness=to_pandas(pl.read_csv(folder / "completeness.csv", schema_overrides={"month": pl.String})),
        population=to_pandas(population),
        areas=to_pandas(areas.filter(pl.col("code").is_in(wanted))),
        sources=(_record(vintage, read_manifest(folder) or {}), *records),
    )


def _refuse_unknown(codes: Sequence[str], known: pl.DataFrame) -> None:
    for code in codes:
        if code not in set(known["code"]):
            names = ", ".join(f"{row['code']} {row['name']}" for row in known.iter_rows(named=True))
            raise StoreError.at(f"area {code}", "is no council area of the annual figures", f"held are {names}")


def _record(vintage: str, manifest: Manifest) -> SourceRecord:
    source = manifest["source"]
    return SCOTLAND.of(vintage, f"csp ingest scotland {source['name']}", source["sha256"])
