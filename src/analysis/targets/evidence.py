"""Whether a change can be told from chance, and whether it is for the better."""

from __future__ import annotations

from analysis.cannot_say import CannotSay
from analysis.measures import Change, change
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.difference import Difference, difference
from analysis.targets.due import years_averaged
from analysis.targets.proportion import PointsChange, points_change
from analysis.targets.result import Reading


def compared(
    indicator: Indicator, actual: float | Unknown | CannotSay, with_: float | Unknown, *, of_baseline: bool
) -> Difference | CannotSay:
    """The difference of the actual from the baseline or the target; part-years and changed measures are refused."""
    if isinstance(actual, CannotSay):
        return actual
    if indicator.unit != "mixed" and not isinstance(actual, Unknown):
        if indicator.part_year:
            return CannotSay(f"the figure covers only {indicator.part_year}", "part-year")
        if of_baseline and indicator.comparable == "no":
            return CannotSay("what is measured changed in between", "not-comparable")
    return difference(actual, with_, indicator.unit)


def evidence(
    indicator: Indicator, actual: float | Unknown | CannotSay, dispersion: float
) -> Change | PointsChange | CannotSay:
    """The exact comparison of two counts, or of two percentages of known samples; else why there is none."""
    found = compared(indicator, actual, indicator.baseline, of_baseline=True)
    if isinstance(found, CannotSay) and found.rule != "zero-reference":
        return found
    assert not isinstance(actual, Unknown | CannotSay) and not isinstance(indicator.baseline, Unknown)
    if indicator.unit == "percent":
        return points_change(indicator.baseline, indicator.baseline_sample_size, actual, indicator.sample_size)
    if indicator.unit != "count":
        return CannotSay("the counts behind the figures are not published", "no-counts")
    years = years_averaged(indicator.baseline_period)
    return change(round(indicator.baseline * years), round(actual), exposure_before=years, dispersion=dispersion)


def reading(indicator: Indicator, found: Change | PointsChange | CannotSay) -> Reading | CannotSay:
    """Better, worse, no clear change, or ambiguous where neither way is better."""
    if isinstance(found, CannotSay):
        return found
    if found.verdict == "no clear change":
        return "no clear change"
    if indicator.direction == "ambiguous":
        return "ambiguous"
    return "better" if (found.verdict == "fell") == (indicator.direction == "lower") else "worse"
