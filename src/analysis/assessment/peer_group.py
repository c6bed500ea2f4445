"""What the other areas are: a name such as "neighbouring areas" says more of the map than the data know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.params.partnership import Partnership


def what_they_are(partnership: Partnership) -> str:
    """What stands after the group's name where it is first used, so that nobody reads it as a map; no full stop.

    Whether areas touch is in no data here, so it is never claimed. Empty for a name that explains itself.
    """
    if "neighbour" not in partnership.peer_group:
        return ""
    if in_one_force(partnership):
        return ", that is, other districts of the same police force, whether or not they border it"
    return ", that is, areas that the partnership is declared to be set beside, whether or not they border it"


def in_one_force(partnership: Partnership) -> bool:
    """Whether the area and those beside it lie in one police force, whose share of located records is then common."""
    return len(partnership.forces) == 1
