"""From partner extracts that are held to those of one edition: its own areas alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import StoreError
from analysis.store.partner_store import Partner, held_partners, partner_holding, read_partner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.params.partner import PartnerPin
    from analysis.store.slices import Slices


def partner_slices(
    pins: Sequence[PartnerPin], slices: Slices, areas: Sequence[str], store: Path, open_data: Path
) -> dict[str, Partner]:
    """Take of each extract what lies in ``areas`` (districts or councils) or in their small areas.

    Raises ``StoreError`` where one is not held, or has no figure of them.
    """
    small = slices.areas.loc[slices.areas["parent"].isin(list(areas)), "code"]
    return {pin.source: _taken(pin, {*areas, *small}, store, open_data) for pin in pins}


def _taken(pin: PartnerPin, areas: set[str], store: Path, open_data: Path) -> Partner:
    folder = partner_holding(pin.source, pin.vintage, store, open_data)
    if folder is None:
        held = held_partners(store, open_data)
        each = [f"{source} {vintage}" for source, vintages in held.items() for vintage in vintages]
        there = f"held are {', '.join(each)}" if each else "no partner extract is held: csp ingest extract"
        raise StoreError.at(f"{pin.source} {pin.vintage}", "is in neither the store nor the open extracts", there)
    taken = read_partner(folder).of(areas, pin.title)
    if taken.counts.empty:
        raise StoreError.at(f"{pin.source} {pin.vintage}", "has no figure of the areas of this edition")
    return taken
