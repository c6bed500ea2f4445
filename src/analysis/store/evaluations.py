"""From what is held to the slices of one evaluation: the areas that its plan names, of whatever kind, and no others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd
import polars as pl

from analysis.counts import counts_frame
from analysis.errors import StoreError, did_you_mean
from analysis.sources.street_source import SIMULATED, STREET
from analysis.store.editions import edition_slices, held_forces
from analysis.store.holdings import Holding
from analysis.store.pandas_frames import to_pandas
from analysis.store.population_store import populations, simulated_population
from analysis.store.slices import Slices
from analysis.store.street_areas import NOT_DISTRICTS
from analysis.store.summed import summed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from analysis.sources.record import SourceRecord

    Populations = Callable[[Sequence[str]], tuple[pl.DataFrame, tuple[SourceRecord, ...]]]

KEYS: Final = ["area", "month", "category"]


def evaluation_slices(
    source: str, vintage: str, codes: Sequence[str], forces: Sequence[str], *, store: Path, open_data: Path
) -> Slices:
    """Take the slices of one evaluation: ``counts`` has a row for each of ``codes``, month and category.

    A code is that of a small area, a district or a council. A district is the sum of its small areas, unknown in a
    month where any of them is. ``districts`` are those of ``codes`` that are no small areas; the other frames are as
    ``edition_slices`` has them, of ``codes`` alone. Raises ``StoreError`` where anything named is not held.
    """
    wanted = sorted(set(codes))
    if source not in STREET:
        return edition_slices(source, vintage, wanted, [], forces, store=store, open_data=open_data)
    held = held_forces(source, vintage, forces, store, open_data)
    people = partial(populations, store, open_data)
    if source == SIMULATED:
        people = partial(simulated_population, open_data / f"{source}-{vintage}")
    return _taken(held, wanted, people)


def _taken(held: list[Holding], wanted: list[str], people: Populations) -> Slices:
    known = pl.concat([holding.areas() for holding in held])
    _refuse_unknown(wanted, known)
    parts = _parts(known, wanted)
    counts = _counts(held, parts)
    named = known.filter(pl.col("code").is_in(wanted))
    larger = named.filter(pl.col("kind") != "lsoa")["code"].to_list()
    population, records = people(wanted)
    return Slices(
        counts=counts,
        districts=counts[counts["area"].isin(larger)].reset_index(drop=True),
        unlocated=counts_frame(to_pandas(pl.concat([holding.unlocated() for holding in held]))),
        completeness=to_pandas(pl.concat([holding.completeness() for holding in held])),
        population=to_pandas(population),
        areas=to_pandas(pl.concat([named, known.filter(pl.col("kind") == "unlocated")])),
        sources=(*(holding.record() for holding in held), *records),
    )


def _parts(known: pl.DataFrame, wanted: list[str]) -> pl.DataFrame:
    """The small areas (``part``) that each area wanted (``area``) is made of: its own, or itself."""
    small = known.filter(pl.col("kind") == "lsoa")
    itself = small.filter(pl.col("code").is_in(wanted)).select(part="code", area="code")
    within = small.filter(pl.col("parent").is_in(wanted)).select(part="code", area="parent")
    return pl.concat([itself, within]).unique()


def _counts(held: list[Holding], parts: pl.DataFrame) -> pd.DataFrame:
    """Counts of the areas wanted, each the sum of its parts."""
    frames = []
    for holding in held:
        own = parts.filter(pl.col("part").is_in(holding.areas()["code"].to_list()))
        cells = holding.counts(own["part"].unique().sort().to_list())
        frames.append(summed(cells.rename({"area": "part"}).join(own, on="part"), KEYS))
    return counts_frame(to_pandas(pl.concat(frames)))


def _refuse_unknown(codes: Sequence[str], known: pl.DataFrame) -> None:
    held = known.filter(~pl.col("kind").is_in(NOT_DISTRICTS)).unique("code").sort("code")
    small = known.filter(pl.col("kind") == "lsoa")["code"].to_list()
    for code in codes:
        if code not in {*held["code"], *small}:
            hint = did_you_mean(code, [*held["code"], *small])
            names = ", ".join(f"{row['code']} {row['name']}" for row in held.iter_rows(named=True))
            what = f"is neither a district nor a small area of the forces named{hint}"
            raise StoreError.at(f"area {code}", what, f"held are {names or 'none'}, and their small areas")
