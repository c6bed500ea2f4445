"""From what is held to the slices of one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import polars as pl

from analysis.counts import counts_frame, total
from analysis.errors import StoreError, did_you_mean
from analysis.store.annual_store import annual_holding, annual_slices
from analysis.store.coverage import available
from analysis.store.holdings import Holding, street_holding
from analysis.store.pandas_frames import to_pandas
from analysis.store.population_store import populations
from analysis.store.slices import Slices
from analysis.store.street_areas import NOT_DISTRICTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def edition_slices(
    source: str,
    vintage: str,
    areas: Sequence[str],
    peers: Sequence[str],
    forces: Sequence[str],
    *,
    store: Path,
    open_data: Path,
) -> Slices:
    """Take the slices of one edition: ``areas`` (district or council codes) with their ``peers``.

    ``source`` is ``police-uk`` (``forces`` names whose files to read) or ``scotland``. The user's store serves where it
    holds that source, vintage and force, else the open extracts. An area's figures come from its own force's files only:
    what another force recorded there is in that force's completeness report as ``outside``. Raises ``StoreError`` naming
    what is available where a source, vintage, force or area is not held.
    """
    if source == "scotland":
        folder = annual_holding(vintage, store, open_data)
        if folder is None:
            raise _not_held(f"scotland {vintage}", store, open_data)
        return annual_slices(folder, vintage, areas, peers, store, open_data)
    if source != "police-uk":
        raise StoreError.at(source, f"is not a source that is held{did_you_mean(source, ['police-uk', 'scotland'])}")
    held = [_held(vintage, force, store, open_data) for force in sorted(set(forces))]
    return _street_slices(held, list(areas), list(peers), store, open_data)


def _held(vintage: str, force: str, store: Path, open_data: Path) -> Holding:
    holding = street_holding(vintage, force, store, open_data)
    if holding is None:
        raise _not_held(f"police-uk {vintage} of {force}", store, open_data)
    return holding


def _not_held(what: str, store: Path, open_data: Path) -> StoreError:
    return StoreError.at(what, "is in neither the store nor the open extracts", available(store, open_data))


def _street_slices(held: list[Holding], own: list[str], peers: list[str], store: Path, open_data: Path) -> Slices:
    known = [holding.areas() for holding in held]
    _refuse_unknown([*own, *peers], pl.concat(known))
    parts, places = [], []
    for holding, areas in zip(held, known, strict=True):
        wanted = areas.filter(pl.col("parent").is_in([*own, *peers]) & (pl.col("kind") == "lsoa"))
        parts.append(
            holding.counts(wanted["code"].to_list()).join(wanted.select(area="code", parent="parent"), on="area")
        )
        places.append(areas)
    cells, every = pl.concat(parts), pl.concat(places)
    mine = every.filter(
        pl.col("code").is_in([*own, *peers]) | pl.col("parent").is_in(own) | (pl.col("kind") == "unlocated")
    )
    population, records = populations(store, open_data, mine["code"].to_list())
    return Slices(
        counts=counts_frame(to_pandas(cells.filter(pl.col("parent").is_in(own)).drop("parent"))),
        districts=_by_district(cells),
        unlocated=counts_frame(to_pandas(pl.concat([holding.unlocated() for holding in held]))),
        completeness=to_pandas(pl.concat([holding.completeness() for holding in held])),
        population=to_pandas(population),
        areas=to_pandas(mine),
        sources=(*(holding.record() for holding in held), *records),
    )


def _by_district(cells: pl.DataFrame) -> pd.DataFrame:
    """Sum small areas to districts; a district's month is unknown where any of its small areas' is."""
    summed = total(to_pandas(cells.drop("area").rename({"parent": "area"})), ["area", "month", "category"])
    return counts_frame(summed)


def _refuse_unknown(codes: Sequence[str], known: pl.DataFrame) -> None:
    districts = known.filter(~pl.col("kind").is_in(NOT_DISTRICTS)).unique("code").sort("code")
    for code in codes:
        if code not in set(districts["code"]):
            names = ", ".join(f"{row['code']} {row['name']}" for row in districts.iter_rows(named=True))
            raise StoreError.at(code, "is no district of the forces named", f"held are {names}")
