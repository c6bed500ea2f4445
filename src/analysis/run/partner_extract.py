"""Bring a partner's extract in: read by its mapping, weighed by its times, stored whole or not at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from analysis.errors import StoreError
from analysis.measures.aoristic import aoristic
from analysis.params import load_areas, load_source
from analysis.sources.districts import ABOVE_DISTRICT
from analysis.sources.partners import read_extract
from analysis.store import held_small_areas
from analysis.store.partner_store import partner_folder, store_extract

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.house import House
    from analysis.store import Ingested


def ingest_extract(
    path: Path,
    mapping: Path,
    house: House,
    *,
    vintage: str | None = None,
    replace: bool = False,
    today: dt.date | None = None,
    folder: Path | None = None,
) -> Ingested:
    """Ingest ``path`` by the file ``mapping``; into ``folder`` where given, else the store.

    Raises ``ParameterError`` for a mapping that is wrong, ``SourceError`` with every problem of the file, and
    ``StoreError`` where the vintage is held with other figures; the store is then as it was.
    """
    source = load_source(mapping, load_areas(house.params), held_small_areas(house.store, house.open_data))
    today = today or dt.datetime.now(dt.UTC).date()
    if vintage and vintage > f"{today:%Y-%m}":
        raise StoreError.at(f"--vintage {vintage}", "is a month to come", "Name the last month that the file covers.")
    found = read_extract(path, source, known_areas(house), vintage=vintage, today=today)
    times = aoristic(found.spells, source.longest_hours)
    target = folder or partner_folder(house.store, source.id, found.vintage)
    return store_extract(found, times.weights, times.timing, target, name=path.name, replace=replace)


def known_areas(house: House) -> dict[str, str]:
    """Every code of the register and of small areas, and names of districts in small letters, each with its code."""
    register = load_areas(house.params).by_code
    names: dict[str, list[str]] = {}
    for code, area in register.items():
        if area.kind not in ABOVE_DISTRICT:
            names.setdefault(area.name.casefold(), []).append(code)
    small = held_small_areas(house.store, house.open_data)
    codes = {code: code for code in (*(c for c, area in register.items() if area.kind != "force"), *small)}
    return codes | {name: found[0] for name, found in names.items() if len(found) == 1}
