"""Every indicator of an edition assessed; those that name a category are counted from the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from analysis.assessment.counted_targets import counted_of, part_of_year, recorded_otherwise
from analysis.targets import assess_all

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.params import Indicator
    from analysis.targets import TargetResult


def assessed(context: Context, results: Results) -> tuple[TargetResult, ...]:
    """Every indicator assessed, in order; a count that stops before its target's period ends is of part of a year."""
    counted = {
        each.id: found
        for each in context.edition.indicators
        if context.slices is not None and (found := counted_of(each, context, results)) is not None
    }
    indicators = [
        _as_counted(each, context, results) if each.id in counted else each for each in context.edition.indicators
    ]
    return assess_all(indicators, counted=counted, on=pd.Period(context.edition.period.end, "M"))


def targets_slug(group: str) -> str:
    """The slug of a group's table: ``Performance 2010/11`` is ``targets-performance-2010-11``."""
    return "targets-" + re.sub(r"[^a-z0-9]+", "-", group.lower()).strip("-")


def _as_counted(indicator: Indicator, context: Context, results: Results) -> Indicator:
    """What is declared, with the part of the year that the data cover, and not comparable across a recording step."""
    part = indicator.part_year or part_of_year(indicator, context)
    comparable = "no" if recorded_otherwise(indicator, context, results) else indicator.comparable
    return indicator.model_copy(update={"part_year": part, "comparable": comparable})
