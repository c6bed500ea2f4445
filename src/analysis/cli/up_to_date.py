"""What a run can know before it plans: whether there is anything to do at all. Imports next to nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.cli.house import err
from analysis.run import turn
from analysis.run.documents import kind_of
from analysis.run.fingerprint import planning_fingerprint
from analysis.run.remembered import remember, remembered
from analysis.run.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.run.house import House
    from analysis.run.planned import Planned


@contextmanager
def own_turn(place: House) -> Iterator[None]:
    """Wait for the turn of this run, and say so if there is anything to wait for."""

    def waiting(who: str) -> None:
        err.print(f"another run ({who}) is at work in {place.root}; waiting for it to end (Ctrl-C to stop waiting)")

    with turn.own_turn(place, waiting):
        yield


def up_to_date(place: House, partnership: str, edition: str, kind: str = "") -> int:
    """How many reports of ``kind`` the plan has, if they stand as they should and nothing is none of the plan; else 0.

    Without a kind, all reports of the plan.
    """
    whole = remembered(place, planning_fingerprint(place), (partnership, edition)) or []
    plan = [one for one in whole if kind in ("", kind_of(one.document))]
    if not plan or not (place.reports / "index.html").is_file():
        return 0
    found = standing(place.reports, plan, whole)
    return len(plan) if len(found.names) == len(plan) and not found.strangers else 0


def planned_and_remembered(place: House, partnership: str, edition: str) -> list[Planned]:
    """Make the plan, and keep it for the next run; raises ``CspError`` for anything declared wrong."""
    from analysis.cli.reports import planned
    from analysis.run.kept import forget_other_packages

    forget_other_packages(place)
    before = planning_fingerprint(place)
    plan = planned(place, partnership, edition)
    if planning_fingerprint(place) == before:
        remember(place, before, (partnership, edition), plan)
    return plan
