"""What a plan could see, in words, before anything is counted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cannot_say import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.evaluation.plain_power import PlainPower

ENOUGH = 0.8
WHOLE = 99.5
"""A fall that would be told as 100 %."""


def power(found: PlainPower, given: Mapping[str, Any]) -> str:
    """``A fall of 20% would be called clear 34 times in 100. ...``."""
    size = f"a {'fall' if found.change < 0 else 'rise'} of {numbers.percent(abs(found.change), 0)}"
    asked = f"{numbers.sentence_case(size)} would be called clear {_times(found.power)} times in 100."
    return " ".join([asked, _smallest(found), *_needed(found), *_independent(given)])


def _times(chance: float) -> str:
    """Never none and never all: a normal ratio has no end."""
    if not 0.01 <= chance <= 0.99:
        return "fewer than one" if chance < 0.01 else "more than 99"
    return numbers.plain(round(100 * chance))


def _smallest(found: PlainPower) -> str:
    seen = found.detectable_fall < WHOLE, math.isfinite(found.detectable_rise)
    fall = f"a fall of {numbers.percent(found.detectable_fall, 0)}" if seen[0] else "no fall"
    rise = f"a rise of {numbers.percent(found.detectable_rise, 0)}" if seen[1] else "no rise"
    return f"Seen four times in five: {fall}, or {rise}."


def _needed(found: PlainPower) -> list[str]:
    """What would be enough; nothing where it is."""
    if found.power >= ENOUGH:
        return []
    periods, places = found.periods_needed, found.comparators_needed
    return [
        f"It takes {periods} periods before and as many after."
        if said(periods)
        else f"As to periods, {periods.reason}.",
        f"Or it takes {places} comparators." if said(places) else f"As to comparators, {places.reason}.",
    ]


def _independent(given: Mapping[str, Any]) -> list[str]:
    if given.get("dispersion", 1.0) != 1:
        return []
    return ["This takes incidents to be independent: crime counts commonly swing with twice that variance."]
