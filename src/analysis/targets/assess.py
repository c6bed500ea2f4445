"""Assess one indicator, or all of an edition."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import TYPICAL_PHI, Change, change
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.chance import chance_of_meeting, maintain_margin
from analysis.targets.difference import Difference, difference
from analysis.targets.due import years_averaged
from analysis.targets.proportion import proportion
from analysis.targets.result import Reading, TargetResult
from analysis.targets.status import status
from analysis.targets.totals import derived

Known = float | Unknown


def assess_all(
    indicators: Sequence[Indicator], *, counted: Mapping[str, Known] | None = None, on: pd.Period | None = None
) -> tuple[TargetResult, ...]:
    """Assess every indicator of an edition, in order; ``counted`` holds the actuals that the data measure, by id."""
    others = {each.id: each for each in indicators}
    return tuple(assess(each, actual=(counted or {}).get(each.id), others=others, on=on) for each in indicators)


def assess(
    indicator: Indicator,
    *,
    actual: Known | None = None,
    others: Mapping[str, Indicator] | None = None,
    on: pd.Period | None = None,
    dispersion: float = TYPICAL_PHI,
) -> TargetResult:
    """Assess one indicator.

    ``actual`` overrides the declared one (counted from data); ``others`` are the edition's indicators by id, for sums;
    ``on`` is the month in which the edition stands. ``dispersion`` is how much the counts swing: pass the series' own
    where there is one; two published totals cannot show it, and ``TYPICAL_PHI`` then stands in.
    """
    sums = derived(indicator, others) if others else None
    actual = _actual(indicator, actual, sums[1].value if sums else None)
    evidence = _evidence(indicator, actual, dispersion)
    margin = _margin(indicator, dispersion)
    return TargetResult(
        indicator=indicator,
        actual=actual,
        change=_compared(indicator, actual, indicator.baseline, of_baseline=True),
        against_target=_compared(indicator, actual, indicator.target, of_baseline=False),
        status=status(indicator, actual, margin=margin, on=on),
        reading=_reading(indicator, evidence),
        evidence=evidence,
        interval=proportion(actual, indicator.sample_size) if indicator.unit == "percent" else None,
        chance=_chance(indicator, dispersion),
        margin=margin,
        baseline_sum=sums[0] if sums else None,
        actual_sum=sums[1] if sums else None,
        target_worse_than_baseline=_worse(indicator),
        notes=_notes(indicator),
    )


def _actual(indicator: Indicator, given: Known | None, summed: Known | None) -> Known:
    if given is not None:
        return given
    if isinstance(indicator.actual, Unknown) and summed is not None and not isinstance(summed, Unknown):
        return summed
    return indicator.actual


def _compared(indicator: Indicator, actual: Known, with_: Known, *, of_baseline: bool) -> Difference | CannotSay:
    if indicator.unit != "mixed" and not isinstance(actual, Unknown):
        if indicator.part_year:
            return CannotSay(f"the figure covers only {indicator.part_year}", "part-year")
        if of_baseline and indicator.comparable == "no":
            return CannotSay("what is measured changed in between", "not-comparable")
    return difference(actual, with_, indicator.unit)


def _evidence(indicator: Indicator, actual: Known, dispersion: float) -> Change | CannotSay:
    found = _compared(indicator, actual, indicator.baseline, of_baseline=True)
    if isinstance(found, CannotSay) and found.rule != "zero-reference":
        return found
    if indicator.unit != "count":
        return CannotSay("the counts behind the figures are not published", "no-counts")
    assert not isinstance(actual, Unknown) and not isinstance(indicator.baseline, Unknown)
    years = years_averaged(indicator.baseline_period)
    return change(round(indicator.baseline * years), round(actual), exposure_before=years, dispersion=dispersion)


def _reading(indicator: Indicator, evidence: Change | CannotSay) -> Reading | CannotSay:
    if isinstance(evidence, CannotSay):
        return evidence
    if evidence.verdict == "no clear change":
        return "no clear change"
    if indicator.direction == "ambiguous":
        return "ambiguous"
    return "better" if (evidence.verdict == "fell") == (indicator.direction == "lower") else "worse"


def _margin(indicator: Indicator, dispersion: float) -> int | None:
    base = indicator.baseline
    if indicator.unit != "count" or indicator.rule not in ("downward or maintain", "maintain"):
        return None
    if isinstance(base, Unknown) or indicator.comparable == "no" or indicator.direction == "higher":
        return None
    years = years_averaged(indicator.baseline_period)
    return maintain_margin(base * years, exposure=years, dispersion=dispersion)


def _chance(indicator: Indicator, dispersion: float) -> float | None:
    target, base = indicator.target, indicator.baseline
    if indicator.unit != "count" or isinstance(target, Unknown) or isinstance(base, Unknown):
        return None
    if indicator.comparable == "no":
        return None
    years = years_averaged(indicator.baseline_period)
    found = chance_of_meeting(target, indicator.rule, base * years, exposure=years, dispersion=dispersion)
    return None if math.isnan(found) else found


def _worse(indicator: Indicator) -> bool:
    target, base = indicator.target, indicator.baseline
    if isinstance(target, Unknown) or isinstance(base, Unknown) or indicator.unit == "mixed":
        return False
    return (
        target > base if indicator.direction == "lower" else target < base if indicator.direction == "higher" else False
    )


def _notes(indicator: Indicator) -> tuple[str, ...]:
    part = (f"covers only {indicator.part_year}",) if indicator.part_year else ()
    changed = ("what is measured changed in between",) if indicator.comparable == "no" else ()
    return (*part, *changed)
