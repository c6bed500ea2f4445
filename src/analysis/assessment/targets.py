"""Every indicator of an edition assessed; those that name a category are counted from the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.measures import Window, window_total
from analysis.targets import assess_all, period_end

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.params import Indicator
    from analysis.targets import TargetResult

YEAR: Final = 12


def assessed(context: Context, results: Results) -> tuple[TargetResult, ...]:
    """Every indicator assessed, in order; a count that stops before its target's period ends is of part of a year."""
    windows = {each.id: window for each in context.edition.indicators if (window := _window(each, context)) is not None}
    counted = {
        each.id: count
        for each in context.edition.indicators
        if each.id in windows and (count := _count(each.category, windows[each.id], results)) is not None
    }
    indicators = [
        _of_part_year(each, windows[each.id]) if each.id in counted else each for each in context.edition.indicators
    ]
    return assess_all(indicators, counted=counted, on=pd.Period(context.edition.period.end, "M"))


def targets_slug(group: str) -> str:
    """The slug of a group's table: ``Performance 2010/11`` is ``targets-performance-2010-11``."""
    return "targets-" + re.sub(r"[^a-z0-9]+", "-", group.lower()).strip("-")


def _window(indicator: Indicator, context: Context) -> Window | None:
    """The target's period as far as the edition's goes; None where the data do not measure it, or not yet."""
    end = period_end(indicator.target_period)
    if not indicator.category or context.slices is None or end is None:
        return None
    if context.annual:
        year = end.asfreq("Y-MAR")
        return Window(year, year) if year <= context.window.end else None
    start, last = end - (YEAR - 1), min(end, context.window.end)
    return Window(start, last) if start <= last else None


def _of_part_year(indicator: Indicator, window: Window) -> Indicator:
    if indicator.part_year or len(window.months) == YEAR:
        return indicator
    return indicator.model_copy(update={"part_year": window.text})


def _count(line: str, window: Window, results: Results) -> int | None:
    if not results.holds(line) or _withheld(results, line, window):
        return None
    return window_total(results.series(line), window)


def _withheld(results: Results, line: str, window: Window) -> bool:
    """Whether a count over ``window`` would tell of a withheld one: disclosure decides on the edition's own periods.

    Any other stretch is a sum of months, so it is withheld where one of them is.
    """
    if results.decision is None:
        return False
    if window == results.context.window:
        return results.decision.withholds({"category": line, "window": "latest"})
    known = [when for when in window.periods if when in results.series(line).index]
    return any(results.decision.withholds({"category": line, "month": when}) for when in known)
