"""Trends in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.prose import LEVEL_WORDS, limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.trends import Trend


def trend(found: Trend, _: Mapping[str, Any]) -> str:
    """``Falling by 4.2% a year over April 2012 to March 2020 (95% interval: fall of 6.0% to 2.3% a year).``."""
    head, when = found.headline, numbers.span(found.first, found.last)
    span = f"{LEVEL_WORDS}: {limits(head.low, head.high)} a year"
    if found.direction == "no clear trend":
        lead = f"No clear trend over {when} ({numbers.percent(head.percent, signed=True)} a year, {span})."
    else:
        direction = numbers.sentence_case(found.direction)
        lead = f"{direction} by {numbers.percent(abs(head.percent))} a year over {when} ({span})."
    agreed = "Two models agree." if found.secondary else "One model alone, since the counts carry no second."
    kept = _without(found.pulse) if found.with_pulse else ""
    since = f"It starts after recording changed ({found.since})." if found.since else ""
    return " ".join(each for each in (lead, agreed, kept, since) if each)


def _without(pulse: str) -> str:
    """What became of the periods of a pulse, by its name (``Covid restrictions``)."""
    return f"The periods within {pulse} are left out, and with them at a level of their own the answer is the same."
