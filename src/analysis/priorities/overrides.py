"""Where the partnership set an issue elsewhere than its scores would: applied last, the unforced rank kept beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from analysis.priorities.ranking import Ranking

PRIORITY: Final = "priority"
NOT_A_PRIORITY: Final = "not a priority"


@dataclass(frozen=True)
class Stood:
    """One issue as it stands in the end, and the rank that its scores alone gave it (``None``: not ranked)."""

    issue: str
    place: int
    unforced: int | None
    forced: bool


def overridden(found: Ranking, overrides: Sequence[tuple[str, str]]) -> tuple[Stood, ...]:
    """Apply ``overrides`` (issue, and a rank, ``priority`` or ``not a priority``) in their order to the ranks found.

    The issue is taken out and put where it is to stand, and those below move down. One that is a priority already, or
    is none already, stays where it is.
    """
    order = [each.issue for each in found.lines]
    for issue, to in overrides:
        if (place := _wanted(order, issue, to, found.cut)) is None:
            continue
        order = [each for each in order if each != issue]
        order.insert(place - 1, issue)
    forced = {issue for issue, _ in overrides}
    unforced = {each.issue: each.place for each in found.lines}
    return tuple(Stood(issue, n, unforced.get(issue), issue in forced) for n, issue in enumerate(order, 1))


def _wanted(order: Sequence[str], issue: str, to: str, cut: int) -> int | None:
    """Where ``issue`` is to stand; ``None`` where it stands as it should."""
    at = order.index(issue) + 1 if issue in order else len(order) + 1
    if to == PRIORITY:
        return cut if at > cut else None
    if to == NOT_A_PRIORITY:
        return cut + 1 if at <= cut else None
    return int(to)
