"""Which categories and small areas the figures have, for checking what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.sources.categories import NAMES
from analysis.sources.street_source import STREET
from analysis.store.annual_store import annual_holding
from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def held_categories(
    vintages: Mapping[str, Iterable[str]], *, store: Path, open_data: Path
) -> dict[str, tuple[str, ...]]:
    """Slugs by source: street-level ones are fixed, annual ones are those of any vintage that is held."""
    found = {source: tuple(sorted(NAMES)) for source in STREET if source in vintages}
    annual: set[str] = set()
    for vintage in vintages.get("scotland", ()):
        folder = annual_holding(vintage, store, open_data)
        if folder is not None:
            annual |= set(pl.read_parquet(folder / "counts.parquet", columns=["category"])["category"].unique())
    return {**found, "scotland": tuple(sorted(annual))} if annual else found


def held_small_areas(store: Path, open_data: Path) -> dict[str, str]:
    """The small areas of every extract that ships and of everything ingested: code to that of its district.

    Both count: what a user ingested may be part of a force's files, and an area is known for all that.
    """
    places = [(open_data, "*"), *((store / source, "*/*") for source in STREET)]
    folders = [path.parent for root, at in places for path in root.glob(f"{at}/areas.csv")]
    small = (read_areas(folder).filter(pl.col("kind") == "lsoa") for folder in folders)
    return {code: district for each in small for code, district in each.select("code", "parent").iter_rows()}
