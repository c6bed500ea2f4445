"""Which small areas the street-level figures have, for checking what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.store.holdings import POLICE
from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from pathlib import Path


def held_small_areas(store: Path, open_data: Path) -> dict[str, str]:
    """The small areas of every extract that ships and of everything ingested: code to that of its district.

    Both count: what a user ingested may be part of a force's files, and an area is known for all that.
    """
    folders = [
        path.parent for root, at in ((open_data, "*"), (store / POLICE, "*/*")) for path in root.glob(f"{at}/areas.csv")
    ]
    small = (read_areas(folder).filter(pl.col("kind") == "lsoa") for folder in folders)
    return {code: district for each in small for code, district in each.select("code", "parent").iter_rows()}
