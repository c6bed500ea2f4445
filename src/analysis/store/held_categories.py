"""Which categories each source has, for checking what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.sources.categories import NAMES
from analysis.store.annual_store import annual_holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def held_categories(
    vintages: Mapping[str, Iterable[str]], *, store: Path, open_data: Path
) -> dict[str, tuple[str, ...]]:
    """Slugs by source: street-level ones are fixed, annual ones are those of any vintage that is held."""
    found = {source: tuple(sorted(NAMES)) for source in ("police-uk", "simulated") if source in vintages}
    annual: set[str] = set()
    for vintage in vintages.get("scotland", ()):
        folder = annual_holding(vintage, store, open_data)
        if folder is not None:
            annual |= set(pl.read_parquet(folder / "counts.parquet", columns=["category"])["category"].unique())
    return {**found, "scotland": tuple(sorted(annual))} if annual else found
