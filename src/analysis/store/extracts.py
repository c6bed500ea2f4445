"""``csp extract``: the open extracts that ship, made anew from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.store.annual_store import extract_annual
from analysis.store.extract_street import extract_street
from analysis.store.population_store import extract_population
from analysis.store.street_areas import read_areas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORCES: Final = ("lancashire", "leicestershire", "warwickshire")
POINTS_OF: Final = (
    "E07000134", "E07000127", "E07000218", "E07000219", "E07000220", "E07000221", "E07000222",
)  # fmt: skip
"""The districts of the partnerships that ship: North West Leicestershire, West Lancashire, and Warwickshire's five."""
STREET_VINTAGE: Final = "2022-11"
ANNUAL_VINTAGE: Final = "2021-22"


def extract(
    store: Path,
    open_data: Path,
    *,
    forces: Sequence[str] = FORCES,
    street_vintage: str = STREET_VINTAGE,
    annual_vintage: str = ANNUAL_VINTAGE,
) -> tuple[Path, ...]:
    """Make the three extracts from ``store`` under ``open_data`` and return their folders.

    The same store gives the same bytes. Raises ``StoreError`` naming what must be ingested first.
    """
    street = extract_street(store, open_data, street_vintage, forces, POINTS_OF)
    small = read_areas(street).filter(pl.col("kind") == "lsoa")["code"].to_list()
    return street, extract_annual(store, open_data, annual_vintage), extract_population(store, open_data, small)
