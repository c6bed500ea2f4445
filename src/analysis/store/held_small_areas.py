"""Which small areas the street-level figures have, for checking what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.store.holdings import POLICE
from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from pathlib import Path


def held_small_areas(store: Path, open_data: Path) -> frozenset[str]:
    """Codes of the small areas of every extract that ships and of everything ingested.

    Both count: what a user ingested may be part of a force's files, and an area is known for all that.
    """
    folders = [
        path.parent for root, at in ((open_data, "*"), (store / POLICE, "*/*")) for path in root.glob(f"{at}/areas.csv")
    ]
    return frozenset(code for folder in folders for code in read_areas(folder).filter(pl.col("kind") == "lsoa")["code"])
