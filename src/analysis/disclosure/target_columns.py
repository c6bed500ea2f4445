"""Targets as the columns of a frame to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from analysis.targets import Difference, TargetResult


def target_columns(result: TargetResult) -> dict[str, Any]:
    """One indicator as a row: what is declared, the actual, two differences, the status, the chance.

    ``change`` is on the baseline and ``from_target`` from the target, per cent or percentage points as ``change_unit``
    and ``from_target_unit`` say; ``chance`` is the probability, per cent, that the target is met if nothing changes.
    What is not known stays the ``Unknown`` or ``CannotSay`` that it is.
    """
    declared = result.indicator
    return {
        "id": declared.id,
        "indicator": declared.name,
        "unit": declared.unit,
        "baseline_period": declared.baseline_period,
        "baseline_target": declared.baseline_target,
        "baseline": declared.baseline,
        "target_period": declared.target_period,
        "target": declared.target,
        "rule": declared.rule,
        "actual": result.actual,
        "actual_part": declared.part_year,
        "change": _value(result.change),
        "change_unit": _unit(result.change),
        "from_target": _value(result.against_target),
        "from_target_unit": _unit(result.against_target),
        "status": result.status,
        "chance": _chance(result),
    }


def _value(found: Difference | CannotSay) -> float | CannotSay | Unknown:
    """The difference; where a figure is unknown, that word, so that N/A stays N/A and TBC stays TBC."""
    if not isinstance(found, CannotSay):
        return found.value
    words = found.rule.removeprefix("figure-").replace("-", " ")
    return Unknown(words) if words in set(Unknown) else found


def _unit(found: Difference | CannotSay) -> str:
    return "" if isinstance(found, CannotSay) else found.unit


def _chance(result: TargetResult) -> float | CannotSay:
    if result.indicator.part_year and not isinstance(result.actual, Unknown):
        return CannotSay("part of the period is already counted", "part-year")
    if result.chance is None:
        return CannotSay("there is no count of the baseline to reckon from", "no-baseline")
    return 100 * result.chance
