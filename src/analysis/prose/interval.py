"""Percentage changes and their intervals in words: the verb is the interval's, never the point's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.measures import LEVEL

if TYPE_CHECKING:
    from analysis.disclosure import Row

LEVEL_WORDS: Final = f"{numbers.percent(100 * LEVEL, 0)} interval"
"""``95% interval``."""


def limits(low: float, high: float, places: int = 1) -> str:
    """``rise of 7.3% to 70.4%``, ``fall of 17.9% to 6.4%``, ``between a fall of 5.0% and a rise of 9.0%``.

    A limit that is not zero but rounds to it is "under 0.1%": an interval that leaves out no change never prints it.
    """
    if low > 0:
        return f"rise of {_beyond(low, places)} to {_size(high, places)}"
    if high < 0:
        return f"fall of {_size(low, places)} to {_beyond(high, places)}"
    return f"between {_one(low, places)} and {_one(high, places)}"


def moved(row: Row, places: int = 1) -> str:
    """``fell by 12.3%``, ``rose by 35.1%``, or ``fell`` alone where no percentage may be given.

    For a published verdict of ``rose`` or ``fell`` only; the interval decided it.
    """
    percent = row.number("change")
    return row.words("verdict") + (f" by {_size(percent, places)}" if percent is not None else "")


def bracket(row: Row, places: int = 1) -> str:
    """What stands in brackets after the verb: the interval, and the point where the verb does not give it."""
    percent, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    if percent is None or low is None or high is None:
        return ""
    if row.words("verdict") in ("rose", "fell"):
        return f"{LEVEL_WORDS}: {limits(low, high, places)}"
    return f"{numbers.percent(percent, places, signed=True)}, {LEVEL_WORDS}: {limits(low, high, places)}"


def _beyond(value: float, places: int) -> str:
    return _size(value, places) if round(value, places) else f"under {_size(10.0**-places, places)}"


def _one(value: float, places: int) -> str:
    if round(value, places) == 0:
        return "no change"
    return f"a {'rise' if value > 0 else 'fall'} of {_size(value, places)}"


def _size(value: float, places: int) -> str:
    return numbers.percent(abs(value), places)
