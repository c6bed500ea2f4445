"""From what is held to the slices of one edition."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import polars as pl

from analysis.counts import counts_frame
from analysis.errors import StoreError, did_you_mean
from analysis.sources.street_source import SIMULATED, STREET
from analysis.store.annual_slices import annual_slices
from analysis.store.annual_store import annual_holding
from analysis.store.boundary_slices import with_boundaries
from analysis.store.covered import available
from analysis.store.holdings import Holding, street_holding
from analysis.store.pandas_frames import to_pandas
from analysis.store.partner_slices import partner_slices
from analysis.store.population_store import populations, simulated_population
from analysis.store.slices import Slices
from analysis.store.street_areas import NOT_DISTRICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from analysis.params.partner import PartnerPin
    from analysis.sources.record import SourceRecord

    Populations = Callable[[Sequence[str]], tuple[pl.DataFrame, tuple[SourceRecord, ...]]]


def edition_slices(
    source: str,
    vintage: str,
    areas: Sequence[str],
    peers: Sequence[str],
    forces: Sequence[str],
    *,
    store: Path,
    open_data: Path,
    partners: Sequence[PartnerPin] = (),
) -> Slices:
    """Take the slices of one edition: ``areas`` (district or council codes) with their ``peers``.

    ``partners`` are the extracts of partner agencies that it takes besides. Raises as ``_own_slices`` does, and
    ``StoreError`` where such an extract is not held or has no figure of the areas.
    """
    slices = _own_slices(source, vintage, areas, peers, forces, store=store, open_data=open_data)
    return replace(slices, partners=partner_slices(partners, slices, areas, store, open_data)) if partners else slices


def _own_slices(
    source: str,
    vintage: str,
    areas: Sequence[str],
    peers: Sequence[str],
    forces: Sequence[str],
    *,
    store: Path,
    open_data: Path,
) -> Slices:
    """Take the police's figures of one edition.

    ``source`` is ``police-uk`` or ``simulated`` (``forces`` names whose files to read) or ``scotland``. The user's
    store serves where it holds that source, vintage and force, else the open extracts. An area's figures come from its
    own force's files only: what another force recorded there is in that force's completeness report as ``outside``.
    Outlines come along where they are held of every small area.
    Raises ``StoreError`` naming what is available where a source, vintage, force or area is not held.
    """
    people = partial(populations, store, open_data)
    if source == "scotland":
        folder = annual_holding(vintage, store, open_data)
        if folder is None:
            raise _not_held(f"scotland {vintage}", store, open_data)
        return annual_slices(folder, vintage, areas, peers, people)
    if source not in STREET:
        hint = did_you_mean(source, [*STREET, "scotland"])
        raise StoreError.at(f'source "{source}"', f"is not known{hint}", available(store, open_data))
    held = held_forces(source, vintage, forces, store, open_data)
    if source == SIMULATED:
        people = partial(simulated_population, open_data / f"{source}-{vintage}")
    taken = _street_slices(held, list(areas), list(peers), people)
    return with_boundaries(taken, areas, store=store, open_data=open_data)


def held_forces(source: str, vintage: str, forces: Sequence[str], store: Path, open_data: Path) -> list[Holding]:
    """The street-level figures of each of ``forces``; raises ``StoreError`` where one has none, or none is named."""
    if not forces:
        there = available(store, open_data)
        raise StoreError.at(f"{source} {vintage}", "cannot be taken without a police force", there)
    return [_held(source, vintage, force, store, open_data) for force in sorted(set(forces))]


def _held(source: str, vintage: str, force: str, store: Path, open_data: Path) -> Holding:
    holding = street_holding(source, vintage, force, store, open_data)
    if holding is None:
        raise _not_held(f"{source} {vintage} of {force}", store, open_data)
    return holding


def _not_held(what: str, store: Path, open_data: Path) -> StoreError:
    return StoreError.at(what, "is in neither the store nor the open extracts", available(store, open_data))


def _street_slices(held: list[Holding], own: list[str], peers: list[str], people: Populations) -> Slices:
    known = [holding.areas() for holding in held]
    every = pl.concat(known)
    _refuse_unknown([*own, *peers], every)
    each = list(zip(held, known, strict=True))
    cells = pl.concat([holding.counts(_parents(areas, own)["area"].to_list()) for holding, areas in each])
    points = pl.concat([holding.points(_parents(areas, own)["area"].to_list()) for holding, areas in each])
    larger = pl.concat([holding.districts(_parents(areas, [*own, *peers])) for holding, areas in each])
    is_own, is_named = pl.col("parent").is_in(own), pl.col("code").is_in([*own, *peers])
    mine = every.filter(is_named | is_own | (pl.col("kind") == "unlocated"))
    population, records = people(mine["code"].to_list())
    return Slices(
        counts=counts_frame(to_pandas(cells)),
        districts=counts_frame(to_pandas(larger)),
        unlocated=counts_frame(to_pandas(pl.concat([holding.unlocated() for holding in held]))),
        completeness=to_pandas(pl.concat([holding.completeness() for holding in held])),
        population=to_pandas(population),
        areas=to_pandas(mine),
        sources=(*(holding.record() for holding in held), *records),
        points=to_pandas(points) if points.height else pd.DataFrame(),
    )


def _parents(areas: pl.DataFrame, districts: list[str]) -> pl.DataFrame:
    """The small areas (``area``) of ``districts``, each with its district (``parent``)."""
    return areas.filter(pl.col("parent").is_in(districts) & (pl.col("kind") == "lsoa")).select(
        area="code", parent="parent"
    )


def _refuse_unknown(codes: Sequence[str], known: pl.DataFrame) -> None:
    districts = known.filter(~pl.col("kind").is_in(NOT_DISTRICTS)).unique("code").sort("code")
    for code in codes:
        if code not in set(districts["code"]):
            names = ", ".join(f"{row['code']} {row['name']}" for row in districts.iter_rows(named=True))
            raise StoreError.at(f"area {code}", "is no district of the forces named", f"held are {names or 'none'}")
