"""The data of an edition: its own areas and peers, from the vintage that it pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.kept import Wanted, kept
from analysis.store import edition_slices

if TYPE_CHECKING:
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.house import House
    from analysis.run.kept import Kept
    from analysis.store import Slices


def kept_edition(
    partnership: Partnership, edition: Edition, house: House, *, partners: bool = False, until: str = ""
) -> dict[str, Kept]:
    """The slices of an edition as a job holds them, none for published figures alone; without what is after ``until``.

    Partner extracts, which may be restricted, come only where asked for. Raises ``StoreError`` where its pinned data is
    not there.
    """
    if edition.data is None:
        return {}
    asked = (edition.data.source, edition.data.vintage, partnership.areas, partnership.peers, partnership.forces)
    pins = edition.partners if partners else ()

    def take() -> Slices:
        return edition_slices(*asked, store=house.store, open_data=house.open_data, partners=pins).until(until)

    return {"": kept(Wanted("edition", *asked, pins, until), house, take)}
