"""The status of an indicator against its target."""

from __future__ import annotations

from typing import Final, Literal

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.due import period_end
from analysis.targets.goal import goal
from analysis.targets.outlook import Outlook

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
    "not in the data",
    "withheld",
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
    indicator: Indicator,
    actual: float | Unknown | CannotSay,
    *,
    margin: float | None = None,
    on: pd.Period | None = None,
    outlook: Outlook | CannotSay | None = None,
) -> Status:
    """Judge ``actual`` by the indicator's rule.

    ``margin`` is what chance allows around the baseline for "downward or maintain" and "maintain" (see
    ``maintain_margin``); ``on`` is the month in which the edition stands: a period that ends after it takes the status
    of its ``outlook``, or is not due. An unknown figure keeps its name; a refused one is withheld or not in the data.
    """
    if indicator.rule == "establish baseline":
        return "baseline being set"
    if actual is Unknown.NOT_MEASURED:
        return "not measured"
    if indicator.rule in ("to be agreed", "none"):
        return "no target set"
    if isinstance(actual, CannotSay) and actual.rule == "disclosure":
        return "withheld"
    if is_open(indicator, on):
        return outlook.status if isinstance(outlook, Outlook) else "not due"
    if isinstance(actual, CannotSay):
        return "not in the data"
    if isinstance(actual, Unknown):
        return _UNKNOWN[actual]
    return "not yet known" if indicator.part_year else _against(indicator, actual, margin)


def is_open(indicator: Indicator, on: pd.Period | None) -> bool:
    """Whether the target's period ends after the month ``on``; not where either is unknown."""
    end = period_end(indicator.target_period)
    return on is not None and end is not None and end > on


def _against(indicator: Indicator, actual: float, margin: float | None) -> Status:
    bar = goal(indicator, margin)
    if isinstance(bar, CannotSay):
        return "no target set" if bar.rule == "no-target" else "not judged"
    if bar.met(actual):
        return "met"
    return "not judged" if indicator.rule == "downward or maintain" and margin is None else "missed"
