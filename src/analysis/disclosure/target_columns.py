"""Targets as the columns of a frame to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.cannot_say import CannotSay
from analysis.disclosure.columns import change_columns
from analysis.disclosure.state import State
from analysis.params.figure import Unknown
from analysis.targets import Outlook, PointsChange, Proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.targets import Difference, TargetResult

OUTLOOK: Final = (
    "chance_now",
    "likely_low",
    "likely_high",
    "so_far",
    "months_left",
    "missing_months",
    "basis",
    "proven",
)

YEAR: Final = ("before", "change", "change_low", "change_high", "verdict", "months")


def target_rows(results: Sequence[TargetResult]) -> list[dict[str, Any]]:
    """Indicators as rows (see ``target_columns``), without the columns that apply to none of them."""
    rows = [target_columns(result) for result in results]
    idle = {name for name in rows[0] if all(_idle(row, name) for row in rows)} if rows else set()
    return [
        {key: value for key, value in row.items() if key.removesuffix("_status").removesuffix("_note") not in idle}
        for row in rows
    ]


def _idle(row: dict[str, Any], name: str) -> bool:
    return row.get(f"{name}_status") == str(State.NOT_APPLICABLE)


def target_columns(result: TargetResult) -> dict[str, Any]:
    """One indicator as a row: what is declared, the actual, two differences, the status, the chances.

    ``change`` is on the baseline and ``from_target`` from the target, per cent or percentage points as ``change_unit``
    and ``from_target_unit`` say; ``chance`` is the probability, per cent, that the target is met if nothing changes,
    ``swing`` whether the series' own swing stands behind it, and ``chance_now`` the probability that an open period
    meets it, with the range that holds its total four times in five. ``verdict`` and ``reading`` say whether two counts
    differ by more than chance, and which way; ``actual_low`` to ``points_high`` belong to percentages of a known number
    of people, ``year_before`` and on to an open period so far against the year before. What is not known stays the
    ``Unknown`` or ``CannotSay`` that it is.
    """
    declared = result.indicator
    return {
        "id": declared.id,
        "indicator": declared.name,
        "unit": declared.unit,
        "direction": declared.direction,
        "baseline_period": declared.baseline_period,
        "baseline_target": declared.baseline_target,
        "baseline": declared.baseline,
        "target_period": declared.target_period,
        "target": declared.target,
        "rule": declared.rule,
        **_or_none("margin", result.margin),
        **_actual(result),
        "actual_part": declared.part_year,
        "change": _value(result.change),
        "change_unit": _unit(result.change),
        **_evidence(result),
        "from_target": _value(result.against_target),
        "from_target_unit": _unit(result.against_target),
        "status": result.status,
        "chance": _chance(result),
        "swing": "its own" if result.own_swing else "assumed",
        **_survey(result),
        **_outlook(result),
        **_on_the_year(result),
    }


def _actual(result: TargetResult) -> dict[str, Any]:
    """The actual; a withheld one says that it is withheld, and never "not supplied"."""
    hidden = isinstance(result.actual, CannotSay) and result.actual.rule == "disclosure"
    if hidden:
        return {"actual": None, "actual_status": str(State.SUPPRESSED)}
    missing = isinstance(result.actual, CannotSay)
    return {"actual": result.actual, "actual_status": "missing" if missing else "present"}


def _or_none(name: str, value: object) -> dict[str, Any]:
    """A column that does not apply to every row."""
    return {name: value, f"{name}_status": "present" if value is not None else str(State.NOT_APPLICABLE)}


def _value(found: Difference | CannotSay) -> float | CannotSay | Unknown:
    """The difference; where a figure is unknown, that word, so that N/A stays N/A and TBC stays TBC."""
    if not isinstance(found, CannotSay):
        return found.value
    words = found.rule.removeprefix("figure-").replace("-", " ")
    return Unknown(words) if words in set(Unknown) else found


def _unit(found: Difference | CannotSay) -> str:
    return "" if isinstance(found, CannotSay) else found.unit


def _chance(result: TargetResult) -> float | CannotSay:
    if result.chance is not None:
        return 100 * result.chance
    if result.status in ("no target set", "baseline being set"):
        return CannotSay("there is no target to meet", "no-target")
    if result.indicator.unit != "count":
        return CannotSay("reckoned only for counts, and for percentages of two known samples", "no-counts")
    return CannotSay("there is no count of the baseline to reckon from", "no-baseline")


def _evidence(result: TargetResult) -> dict[str, Any]:
    """Limits and verdict of the change between two counts, and whether it is for the better."""
    found = result.evidence
    names = ("change_low", "change_high", "verdict")
    if isinstance(found, PointsChange):
        return {**{f"{name}_status": str(State.NOT_APPLICABLE) for name in names}, **dict.fromkeys(names)} | {
            "reading": result.reading
        }
    columns = change_columns(found)
    return {name: columns[name] for name in names} | {"reading": result.reading}


def _survey(result: TargetResult) -> dict[str, Any]:
    inside = result.interval if isinstance(result.interval, Proportion) else None
    moved = result.evidence if isinstance(result.evidence, PointsChange) else None
    figures = {
        "sample_size": inside and inside.sample_size,
        "actual_low": inside and inside.low,
        "actual_high": inside and inside.high,
        "points_low": moved and moved.low,
        "points_high": moved and moved.high,
    }
    return {name: cell for key, value in figures.items() for name, cell in _or_none(key, value).items()}


def _outlook(result: TargetResult) -> dict[str, Any]:
    found = result.outlook
    if isinstance(found, CannotSay):
        return dict.fromkeys(OUTLOOK, found)
    figures: tuple[object, ...] = (None,) * len(OUTLOOK)
    if isinstance(found, Outlook):
        proven = "yes" if found.proven else "no"
        months = (found.so_far, found.months_left, len(found.missing), found.basis, proven)
        figures = (100 * found.probability, found.low, found.high, *months)
    pairs = zip(OUTLOOK, figures, strict=True)
    columns = {name: cell for key, value in pairs for name, cell in _or_none(key, value).items()}
    return columns | {"chance_now_note": _basis(found)}


def _basis(found: Outlook | None) -> str:
    """What keeps a chance from being taken at its word."""
    if found is None or found.proven:
        return ""
    return "from two totals alone" if found.basis == "totals" else "unproven here: too short a series outside any break"


def _on_the_year(result: TargetResult) -> dict[str, Any]:
    """An open period so far against the same months a year earlier, as ``year_before``, ``year_change`` and so on."""
    if result.on_the_year is None:
        blank = {f"year_{name}": None for name in YEAR}
        return blank | {f"year_{name}_status": str(State.NOT_APPLICABLE) for name in YEAR}
    found = change_columns(result.on_the_year)
    return {f"year_{name}": found[name] for name in YEAR}
