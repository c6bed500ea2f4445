"""Assess one indicator, or all of an edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.cannot_say import CannotSay, said
from analysis.measures import TYPICAL_PHI
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.chance import chance_of_meeting, chance_of_percentage, maintain_margin
from analysis.targets.counted import Counted
from analysis.targets.due import each_month, years_averaged
from analysis.targets.evidence import compared, evidence, reading
from analysis.targets.goal import HELD, Goal, goal
from analysis.targets.open_period import open_period
from analysis.targets.proportion import proportion
from analysis.targets.result import TargetResult
from analysis.targets.status import status
from analysis.targets.totals import Sum, derived

Known = float | Unknown | CannotSay


def assess_all(
    indicators: Sequence[Indicator], *, counted: Mapping[str, Counted] | None = None, on: pd.Period | None = None
) -> tuple[TargetResult, ...]:
    """Assess every indicator of an edition, in order; ``counted`` holds what the data count, by indicator's id."""
    others = {each.id: each for each in indicators}
    return tuple(assess(each, counted=(counted or {}).get(each.id), others=others, on=on) for each in indicators)


def assess(
    indicator: Indicator,
    *,
    actual: Known | None = None,
    counted: Counted | None = None,
    others: Mapping[str, Indicator] | None = None,
    on: pd.Period | None = None,
    dispersion: float | None = None,
) -> TargetResult:
    """Assess one indicator.

    ``actual`` overrides the declared one, and ``counted`` is what the data count of it; ``others`` are the edition's
    indicators by id, for sums; ``on`` is the month in which the edition stands. ``dispersion`` is how much the counts
    swing: the series' own where there is one; two published totals cannot show it, and ``TYPICAL_PHI`` then stands in.
    """
    sums = derived(indicator, others) if others else None
    indicator = _with_summed_baseline(indicator, sums[0] if sums else None)
    own = counted.swing if counted and dispersion is None else dispersion
    phi = TYPICAL_PHI if own is None else own
    actual = _actual(indicator, actual if counted is None else counted.actual, sums[1].value if sums else None)
    refused = counted.refused if counted else None
    found, margin = evidence(indicator, actual, phi) if refused is None else refused, _margin(indicator, phi)
    outlook = open_period(indicator, actual, counted, margin=margin, on=on, dispersion=phi)
    return TargetResult(
        indicator=indicator,
        actual=actual,
        change=compared(indicator, actual, indicator.baseline, of_baseline=True),
        against_target=compared(indicator, actual, indicator.target, of_baseline=False),
        status=status(indicator, actual, margin=margin, on=on, outlook=outlook),
        reading=reading(indicator, found),
        evidence=found,
        interval=None if indicator.unit != "percent" or isinstance(actual, CannotSay)
        else proportion(actual, indicator.sample_size),
        chance=_chance(indicator, margin, phi),
        margin=margin,
        baseline_sum=sums[0] if sums else None,
        actual_sum=sums[1] if sums else None,
        target_worse_than_baseline=_worse(indicator),
        notes=_notes(indicator),
        outlook=outlook,
        on_the_year=counted.on_the_year if counted else None,
        dispersion=phi,
        own_swing=own is not None,
        swing_withheld=own is None and counted is not None and counted.masked,
    )  # fmt: skip


def _with_summed_baseline(indicator: Indicator, total: Sum | None) -> Indicator:
    """A total whose baseline was not given takes the sum of its parts', where all are known."""
    if total is None or not isinstance(indicator.baseline, Unknown) or isinstance(total.value, Unknown):
        return indicator
    return indicator.model_copy(update={"baseline": total.value})


def _actual(indicator: Indicator, given: Known | None, summed: float | Unknown | None) -> Known:
    if given is not None:
        return given
    if isinstance(indicator.actual, Unknown) and summed is not None and not isinstance(summed, Unknown):
        return summed
    return indicator.actual


def _margin(indicator: Indicator, dispersion: float) -> int | None:
    base = indicator.baseline
    if indicator.unit != "count" or indicator.rule not in HELD:
        return None
    if isinstance(base, Unknown) or indicator.comparable == "no" or base < 0:
        return None
    years = years_averaged(indicator.baseline_period)
    higher = indicator.rule == "maintain" and indicator.direction == "higher"
    return maintain_margin(
        base * years, exposure=years, dispersion=dispersion, side="at least" if higher else "at most"
    )


def _chance(indicator: Indicator, margin: int | None, dispersion: float) -> float | None:
    base, bar = indicator.baseline, goal(indicator, margin)
    if isinstance(bar, CannotSay) or isinstance(base, Unknown) or base < 0:
        return None
    if indicator.comparable == "no" or each_month(indicator.target_period):
        return None
    found = _of_percentage(indicator, bar, base)
    if indicator.unit == "count":
        years = years_averaged(indicator.baseline_period)
        found = chance_of_meeting(bar, base * years, exposure=years, dispersion=dispersion)
    return found if found is not None and said(found) else None


def _of_percentage(indicator: Indicator, bar: Goal, base: float) -> float | CannotSay | None:
    """A percentage of a sample has a chance too, where it is known how many were asked both times."""
    asked, asked_next = indicator.baseline_sample_size, indicator.sample_size
    if indicator.unit != "percent" or isinstance(asked, Unknown) or isinstance(asked_next, Unknown):
        return None
    return chance_of_percentage(bar, base, asked, asked_next)


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
