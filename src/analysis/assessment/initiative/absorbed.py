"""Where every period after the start lies in a passing change of recording: nothing is left to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import numbers
from analysis.assessment.initiative.disclosed import hidden

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case


def absorbed(case: Case) -> str:
    """That the register takes every period after out, said before any other reason; empty where it does not."""
    setting = case.setting
    if len(setting.after) or not len(_after(case)) or not all(_after(case).isin(setting.pulse)):
        return ""
    name = numbers.listed([each.name for each in setting.breaks if each.kind == "pulse"])
    period = case.periods.removesuffix("s")
    itself = " The event is itself that change." if case.noun == "event" else ""
    return (
        f"Every {period} after the start lies in {name}, which the register of recording changes takes out of every "
        f"comparison.{itself}"
    )


def raw_counts(case: Case) -> str:
    """What was counted in those periods all the same, marked as not comparable; empty where nothing is taken out."""
    setting = case.setting
    known = setting.treated.known(_after(case))
    if not absorbed(case) or not len(known) or hidden(case, setting) or case.decision is not None:
        return ""
    counts = [
        f"{numbers.count(value)} in {numbers.month(when)}"
        for when, value in zip(known, setting.treated.counts(known), strict=True)
    ]
    return f"Counted all the same, and not comparable with the {case.periods} before: {numbers.listed(counts)}."


def _after(case: Case) -> pd.PeriodIndex:
    """Start to end, without the periods of coming into force."""
    setting = case.setting
    when = pd.period_range(setting.start, setting.end, freq=setting.start.freq)
    return when if setting.implementation is None else when[~when.isin(setting.implementation.periods)]
