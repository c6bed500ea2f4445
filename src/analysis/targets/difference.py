"""How far one figure is from another, in the measure that its unit allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown
from analysis.params.indicator import Unit

MEASURED_IN: Final[dict[Unit, Literal["%", "percentage points"]]] = {
    "count": "%",
    "rate per 1,000": "%",
    "rate per 100,000": "%",
    "pounds": "%",
    "percent": "percentage points",
    "percentage change": "percentage points",
}


@dataclass(frozen=True)
class Difference:
    """``value`` in ``unit``: percent of the reference, or percentage points where the figures are percentages."""

    value: float
    unit: Literal["%", "percentage points"]


def difference(figure: float | Unknown, reference: float | Unknown, unit: Unit) -> Difference | CannotSay:
    """Difference of ``figure`` from ``reference``; a refusal where either is unknown or the unit is mixed."""
    for each in (figure, reference):
        if isinstance(each, Unknown):
            return CannotSay(f"a figure is {each}", f"figure-{each.replace(' ', '-')}")
    if unit == "mixed":
        return CannotSay("the figures are not in one unit", "mixed-units")
    assert not isinstance(figure, Unknown) and not isinstance(reference, Unknown)
    if MEASURED_IN[unit] == "percentage points":
        return Difference(figure - reference, "percentage points")
    if reference == 0:
        return CannotSay("there is no percentage of zero", "zero-reference")
    return Difference(100 * (figure - reference) / reference, "%")
