"""``csp why``: what would be made anew, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.cli.house import house, out
from analysis.cli.reports import planned
from analysis.errors import RunError, did_you_mean
from analysis.run.why import why

if TYPE_CHECKING:
    from analysis.run.planned import Planned


def tell(name: str) -> None:
    """Say of one report what changed since it was made; without a name, of every report that would be made anew.

    ``name`` is PARTNERSHIP, PARTNERSHIP/EDITION or PARTNERSHIP/EDITION/DOCUMENT; raises ``RunError`` for any other.
    """
    place = house()
    partnership, _, rest = name.strip("/").partition("/")
    edition, _, document = rest.partition("/")
    plan = planned(place, partnership, edition)
    chosen = [one for one in plan if document in ("", one.inputs.document)]
    if not chosen:
        hint = did_you_mean(document, [one.inputs.document for one in plan])
        raise RunError.at(f'document "{document}"', f"is none of {partnership}/{edition}{hint}", "csp list shows all.")
    told = [(one, why(one, place)) for one in chosen]
    for one, lines in told:
        if lines or name:
            _tell(one, lines)
    stand = sum(1 for _, lines in told if not lines)
    out.print(f"{stand} of {len(told)} up to date, {len(told) - stand} to make", style="bold")


def _tell(one: Planned, lines: list[str]) -> None:
    out.print(f"{one.inputs.name}: {'would be made anew' if lines else 'up to date'}", style="bold", markup=False)
    for line in lines:
        out.print(f"  {line}", markup=False)
