"""What is held: which source, vintage and force, which months, which areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import polars as pl

from analysis.sources.street_source import STREET
from analysis.store.annual_store import annual_holding
from analysis.store.holdings import street_holding
from analysis.store.manifest import MANIFEST, read_manifest
from analysis.store.street_areas import NOT_DISTRICTS, read_areas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COVERAGE: Final = (
    "source", "vintage", "force", "first_month", "last_month", "months_present", "months_missing", "areas", "held",
)  # fmt: skip


def coverage(store: Path, open_data: Path) -> pd.DataFrame:
    """List what editions can be made from, one row for each source, vintage and force; columns ``COVERAGE``.

    Months (years for annual figures) as text; ``areas`` counts districts or councils; ``held`` is ``store`` or
    ``open``, the store standing before the extract.
    """
    rows = [*_street(store, open_data), *_annual(store, open_data)]
    return pd.DataFrame(rows, columns=list(COVERAGE)).sort_values(["source", "vintage", "force"], ignore_index=True)


def available(store: Path, open_data: Path) -> str:
    """Say in one line what is held, for the message that something is not."""
    held = coverage(store, open_data)
    each = [f"{row.source} {row.vintage} of {row.force}" for row in held.itertuples()]
    return f"held are {', '.join(each)}" if each else "nothing is held: csp ingest"


def _street(store: Path, open_data: Path) -> Iterator[tuple[object, ...]]:
    found = {
        (source, at.parent.name.removeprefix(f"{source}-"), force): "open"
        for source in STREET
        for at in _manifests(open_data, 2)
        if at.parent.name.startswith(f"{source}-")
        for force in (read_manifest(at.parent) or {})["forces"]
    }
    for source in STREET:
        for at in _manifests(store / source, 3):
            found[source, at.parent.parent.name, at.parent.name.removeprefix("force=")] = "store"
    for (source, vintage, force), held in found.items():
        holding = street_holding(source, vintage, force, store, open_data)
        if holding is not None:
            districts = holding.areas().filter(~pl.col("kind").is_in(NOT_DISTRICTS)).height
            yield (source, vintage, force, *_months(holding.completeness()), districts, held)


def _annual(store: Path, open_data: Path) -> Iterator[tuple[object, ...]]:
    stored = {at.parent.parent.name: "store" for at in _manifests(store / "scotland", 3)}
    shipped = {
        at.parent.name.removeprefix("scotland-"): "open"
        for at in _manifests(open_data, 2)
        if at.parent.name.startswith("scotland-")
    }
    for vintage, held in {**shipped, **stored}.items():
        folder = annual_holding(vintage, store, open_data)
        if folder is not None:
            years = pl.scan_parquet(folder / "counts.parquet").select("month", status=pl.lit("present")).collect()
            yield ("scotland", vintage, "scotland", *_months(years), read_areas(folder).height, held)


def _manifests(root: Path, depth: int) -> list[Path]:
    return sorted(
        at for at in root.glob("/".join(["*"] * (depth - 1) + [MANIFEST])) if not at.parent.name.startswith(".")
    )


def _months(report: pl.DataFrame) -> tuple[str, str, int, int]:
    """First and last month, months with any figure, months without one."""
    present = set(report.filter(pl.col("status") != "missing")["month"])
    every = set(report["month"])
    return min(every), max(every), len(present), len(every - present)
