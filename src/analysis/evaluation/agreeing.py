"""Whether two sound models of one effect say the same."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL, Mixture

MODELS: Final = ("a level free to wander", "a regression of counts")
"""The two that the designs on months set beside one another."""
NO_LIMIT: Final = 7.0
"""A log ratio above this, more than a thousandfold, is no limit."""


def disagreeing(primary: Mixture, secondary: Mixture, names: tuple[str, str]) -> CannotSay | None:
    """The refusal where one of two log ratios shows a clear change and the other not the same one, or None.

    Where each one's middle lies within the other's limits they do not contradict each other: only what their intervals
    allow to be said is not the same.
    """
    if _sign(primary) == _sign(secondary):
        return None
    found = list(zip((primary, secondary), names, strict=True))
    if _sign(primary) * _sign(secondary) == 0 and _within(primary, secondary) and _within(secondary, primary):
        told = ", ".join(f"{_limits(each)} by {name}" for each, name in found)
        return CannotSay(
            f"two equally sound models put it at {_middle(primary)} and {_middle(secondary)}, but one interval "
            f"includes no difference and the other does not ({told})",
            "models-disagree",
        )
    told = "; ".join(f"{_middle(each)}, {_limits(each)} by {name}" for each, name in found)
    return CannotSay(f"it is uncertain, since two equally sound models disagree ({told})", "models-disagree")


def _sign(found: Mixture) -> int:
    low, high = found.limits(LEVEL)
    return int(low > 0) - int(high < 0)


def _within(found: Mixture, other: Mixture) -> bool:
    low, high = other.limits(LEVEL)
    return low <= found.middle <= high


def _middle(found: Mixture) -> str:
    return _told(found.middle)


def _limits(found: Mixture) -> str:
    return numbers.interval(*found.limits(LEVEL), lambda each: _told(float(each)))


def _told(log: float) -> str:
    return numbers.percent(100 * math.expm1(log) if log < NO_LIMIT else math.inf, 0, signed=True)
