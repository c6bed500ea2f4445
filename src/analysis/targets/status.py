"""The status of an indicator against its target."""

from __future__ import annotations

from typing import Final, Literal

import pandas as pd

from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.due import period_end

Status = Literal[
    "met",
    "missed",
    "on track",
    "at risk",
    "too close to call",
    "not measured",
    "not yet known",
    "not published",
    "not supplied",
    "no target set",
    "not due",
    "baseline being set",
    "not judged",
]
"""``not judged``: figures are there but may not be compared (mixed units, changed definition, no margin known)."""

_UNKNOWN: Final[dict[Unknown, Status]] = {
    Unknown.NOT_MEASURED: "not measured",
    Unknown.NOT_YET_KNOWN: "not yet known",
    Unknown.NOT_PUBLISHED: "not published",
    Unknown.NOT_SUPPLIED: "not supplied",
}


def status(
    indicator: Indicator, actual: float | Unknown, *, margin: float | None = None, on: pd.Period | None = None
) -> Status:
    """Judge ``actual`` by the indicator's rule.

    ``margin`` is the largest figure that "downward or maintain" and "maintain" allow (see ``maintain_margin``); ``on``
    is the month in which the edition stands: a period that ends after it is not due. An unknown figure keeps its name.
    """
    if indicator.rule == "establish baseline":
        return "baseline being set"
    if actual is Unknown.NOT_MEASURED:
        return "not measured"
    if indicator.rule in ("to be agreed", "none"):
        return "no target set"
    if on is not None and (end := period_end(indicator.target_period)) is not None and end > on:
        return "not due"
    if isinstance(actual, Unknown):
        return _UNKNOWN[actual]
    if indicator.part_year:
        return "not yet known"
    return _against(indicator, actual, margin)


def _against(indicator: Indicator, actual: float, margin: float | None) -> Status:
    level = indicator.target if indicator.rule in ("at most", "at least", "below") else indicator.baseline
    if indicator.rule == "maintain" and not isinstance(indicator.target, Unknown):
        level = indicator.target
    if indicator.unit == "mixed" or (indicator.comparable == "no" and level is indicator.baseline):
        return "not judged"
    if isinstance(level, Unknown):
        return "no target set" if indicator.rule in ("at most", "at least", "below") else "not judged"
    met = {
        "at most": actual <= level,
        "below": actual < level,
        "at least": actual >= level,
        "reduce": actual < level,
        "downward or maintain": actual <= (level if margin is None else max(level, margin)),
        "maintain": actual >= level
        if indicator.direction == "higher"
        else actual <= (level if margin is None else margin),
    }[indicator.rule]
    if not met and margin is None and indicator.rule == "downward or maintain":
        return "not judged"
    return "met" if met else "missed"
