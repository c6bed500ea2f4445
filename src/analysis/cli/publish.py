"""``csp publish``: keep what an edition published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from analysis.cli.house import house, out
from analysis.cli.up_to_date import own_turn
from analysis.errors import RunError

if TYPE_CHECKING:
    from pathlib import Path


def publish(name: str, partnership: str, edition: str, again: str) -> Path:
    """Keep the edition ``name`` (``partnership/edition``), or of those two, as it stands in ``reports/``.

    Raises ``RunError`` where no single edition is named, and as ``keep`` does.
    """
    from analysis.run.keep import keep
    from analysis.run.plan import chosen, declared, plan

    if name:
        partnership, _, edition = name.partition("/")
    if not partnership or not edition or edition == "all":
        raise RunError.at("publish", "is of one edition", "Name it: csp publish west-lothian/2010-11")
    place = house()
    with own_turn(place):
        found = declared(place)
        folder, new = keep(plan(found, chosen(found, partnership, edition), place), place, on=date.today(), again=again)
    where = folder.relative_to(place.root).as_posix()
    out.print(f"{where}: kept" if new else f"{where}: is published already, nothing changed", markup=False)
    return folder
