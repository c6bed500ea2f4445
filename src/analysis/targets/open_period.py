"""The outlook of an indicator whose period is not over: from its months where there are any, else from two totals."""

from __future__ import annotations

import re

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import MONTH_NAMES
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.counted import Counted
from analysis.targets.due import each_month, years_averaged
from analysis.targets.goal import goal
from analysis.targets.outlook import Outlook, outlook, outlook_from_totals
from analysis.targets.status import is_open


def open_period(
    indicator: Indicator,
    actual: float | Unknown | CannotSay,
    counted: Counted | None,
    *,
    margin: float | None,
    on: pd.Period | None,
    dispersion: float,
) -> Outlook | CannotSay | None:
    """How likely an open period is to meet its target; None where the period is not open or nothing is to be met."""
    bar = goal(indicator, margin)
    if not is_open(indicator, on) or (isinstance(bar, CannotSay) and bar.rule == "no-target"):
        return None
    if isinstance(bar, CannotSay):
        return bar
    if indicator.unit != "count" or each_month(indicator.target_period):
        return CannotSay("only a count over the whole period adds up month by month", "no-counts")
    if isinstance(actual, CannotSay) and actual.rule == "disclosure":
        return actual
    if counted is not None and counted.series is not None and counted.period is not None:
        return outlook(bar, counted.series, counted.period, breaks=counted.breaks)
    if isinstance(actual, Unknown | CannotSay) or isinstance(indicator.baseline, Unknown):
        return CannotSay("nothing of the period is known, or nothing before it", "no-periods")
    months = months_of(indicator.part_year)
    if months is None or indicator.comparable == "no":
        return CannotSay("how many months the figure covers is not said", "no-exposure")
    years = years_averaged(indicator.baseline_period)
    before = indicator.baseline * years
    return outlook_from_totals(bar, round(actual), months, before=before, years=years, dispersion=dispersion)


def months_of(part_year: str) -> int | None:
    """How many months ``April to November 2022`` names; None where the words do not say."""
    found = re.fullmatch(r"([A-Z][a-z]+)(?: to ([A-Z][a-z]+))? \d{4}", part_year.strip())
    if not found or found[1] not in MONTH_NAMES or (found[2] or found[1]) not in MONTH_NAMES:
        return None
    first, last = MONTH_NAMES.index(found[1]), MONTH_NAMES.index(found[2] or found[1])
    return (last - first) % 12 + 1
