"""Which small areas the street-level figures have, for checking what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from analysis.store.holdings import STREET, street_holding

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def held_small_areas(there: pd.DataFrame, *, store: Path, open_data: Path) -> frozenset[str]:
    """Codes of the small areas of every force and vintage in ``there``, which is what ``coverage`` returned."""
    codes: set[str] = set()
    for row in there[there["source"].isin(STREET)].itertuples():
        holding = street_holding(str(row.source), str(row.vintage), str(row.force), store, open_data)
        if holding is not None:
            codes |= set(holding.areas().filter(pl.col("kind") == "lsoa")["code"])
    return frozenset(codes)
