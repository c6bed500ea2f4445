"""Recording breaks that bear on a series: which apply, which periods they absorb, where the series starts anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.params.recording import RecordingBreak

ABSORBED: float = 0.25
"""A quarter or a year is a pulse's own when at least this share of its months lies in the pulse."""


def breaks_for(
    register: Iterable[RecordingBreak], *, country: str, force: str = "", categories: Sequence[str] = ()
) -> tuple[RecordingBreak, ...]:
    """Pick the breaks that touch a series of ``categories`` (all kinds when none are named) in a country and force."""
    return tuple(each for each in register if each.touches(country, (force,) if force else (), categories))


def pulse_periods(breaks: Iterable[RecordingBreak], periods: pd.PeriodIndex) -> pd.PeriodIndex:
    """Those of ``periods`` that a pulse absorbs: its months; quarters and years with ``ABSORBED`` of theirs in it."""
    first, last = periods.asfreq("M", how="S").asi8, periods.asfreq("M", how="E").asi8
    absorbed = np.zeros(len(periods), dtype=np.bool_)
    for each in breaks:
        if each.kind == "pulse":
            start, end = pd.Period(each.start, "M").ordinal, pd.Period(each.end, "M").ordinal
            absorbed |= np.minimum(last, end) - np.maximum(first, start) + 1 >= ABSORBED * (last - first + 1)
    return periods[absorbed]


def touched(breaks: Iterable[RecordingBreak], periods: pd.PeriodIndex) -> tuple[RecordingBreak, ...]:
    """The pulses any month of which lies in ``periods``: a comparison that uses these periods must say so."""
    return tuple(each for each in breaks if each.kind == "pulse" and any(_overlaps(each, when) for when in periods))


def step_between(breaks: Iterable[RecordingBreak], first: pd.Period, last: pd.Period) -> RecordingBreak | None:
    """The latest step that takes effect after ``first`` begins and by the end of ``last``, or None."""
    start, end = first.asfreq("M", how="start"), last.asfreq("M", how="end")
    within = [
        each
        for each in breaks
        if each.kind == "step" and start < pd.Period(each.end, "M") and pd.Period(each.start, "M") <= end
    ]
    return max(within, key=lambda each: (clean_from(each), each.id), default=None)


def clean_from(step: RecordingBreak) -> pd.Period:
    """First month recorded wholly in the new way: the step's month, or the month after a change that was phased in."""
    end = pd.Period(step.end, "M")
    return end if step.start == step.end else end + 1


def since_step(series: pd.Series, breaks: Iterable[RecordingBreak]) -> tuple[pd.Series, RecordingBreak | None]:
    """The series since recording last changed, and the step it then took; all of it and None where it did not."""
    step = step_between(breaks, series.index[0], series.index[-1]) if len(series) else None
    if step is None:
        return series, None
    first = clean_from(step)
    return series[[when.asfreq("M", how="start") >= first for when in series.index]], step


def _overlaps(each: RecordingBreak, when: pd.Period) -> bool:
    start, end = pd.Period(each.start, "M"), pd.Period(each.end, "M")
    return bool(start <= when.asfreq("M", how="end") and when.asfreq("M", how="start") <= end)
