"""The same design at earlier dates, at which nothing started."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.strength import claims, sizes, too_often
from analysis.evaluation.checks.wording import change_words, number, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import Window

MOST: Final = 20
"""At most so many dates are tried, evenly spread: windows overlap, so that more would tell little more."""
LEAST_SEPARATE: Final = 3
"""With fewer windows that share no period, what they find is shown and decides nothing."""
LEAST_RANK: Final = 19
"""With fewer separate windows the best of ranks is above 5 %."""
WORST_RANK: Final = 0.1


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Ask for the effect at every earlier start with a window after as long as the real one, wholly before it."""
    tried = [(start, design(_at(setting, start))) for start in _starts(setting)]
    found = [(start, each) for start, each in tried if said(each)]
    if not found:
        return CannotSay("the time before is too short for the same comparison at an earlier date", "few-placebos")
    effects = [each for _, each in found]
    separate = 1 + (found[-1][0] - found[0][0]).n // _length(setting)
    real, *placebos = sizes([effect, *effects])
    changed = float(np.mean([claims(each) for each in effects]))
    larger = float(np.mean([each >= real for each in placebos]))
    rank = (1 + larger * separate) / (1 + separate)
    outcome = _outcome(effect, changed, rank, separate)
    return CheckResult(
        outcome,
        _words(effect, effects, placebos, real, separate, outcome),
        tuple(row(numbers.month(start), each) for start, each in found),
        {"dates": len(found), "separate": separate, "changed": changed, "larger": larger, "rank": rank},
    )


def _outcome(effect: Effect, changed: float, rank: float, separate: int) -> Outcome:
    if separate >= LEAST_SEPARATE and too_often(changed * separate, separate):
        return "failed"
    if separate >= LEAST_RANK and claims(effect) and rank > WORST_RANK:
        return "failed"
    return "informative" if separate < LEAST_SEPARATE else "passed"


def _length(setting: Setting) -> int:
    return int((setting.end - setting.start).n) + 1


def _starts(setting: Setting) -> list[pd.Period]:
    """Earlier starts: as long a time before as after at the least, and all of it before anything real."""
    if not len(setting.before):
        return []
    length = _length(setting)
    ends = [setting.start, *(each.start for each in (setting.implementation, setting.chosen_on) if each is not None)]
    first, last = setting.before[0] + length, min(ends) - length
    starts = list(pd.period_range(first, last, freq=setting.start.freq)) if first <= last else []
    if len(starts) <= MOST:
        return starts
    return [starts[round(place)] for place in np.linspace(0, len(starts) - 1, MOST)]


def _at(setting: Setting, start: pd.Period) -> Setting:
    earlier, shift = setting.implementation, setting.start - start
    moved = None if earlier is None else Window(earlier.start - shift, earlier.end - shift)
    return replace(setting, start=start, end=setting.end - shift, implementation=moved)


def _words(
    effect: Effect, effects: list[Effect], placebos: list[float], real: float, separate: int, outcome: Outcome
) -> str:
    dates, changed = len(effects), sum(map(claims, effects))
    larger = sum(each >= real for each in placebos)
    looked = f"The same comparison was made at {numbers.plural(dates, 'earlier date')}, when nothing started."
    if dates == 1:
        size = "at least as large for its uncertainty as" if larger else "smaller for its uncertainty than"
        looked += f" It said that there was {'a' if changed else 'no'} change, and the change was {size} the real one, "
    else:
        where = f"at {number(larger)} the change was at least" if larger else "nowhere was the change"
        looked += (
            f" It said that there was a change at {number(changed)} of them, where about one in 20 would be chance; "
            f"{where} as large for its uncertainty as the real one, "
        )
    looked += f"{change_words(effect)}."
    if outcome == "failed":
        means = " So this comparison finds changes here where there was no cause for any, and the real one may be such."
    elif outcome == "informative":
        means = " That is too few to decide anything." if dates > 1 else " One date is too few to decide anything."
    else:
        means = " That is no more than chance gives, so false alarms do not explain the result."
    return looked + _overlap(dates, separate) + means


def _overlap(dates: int, separate: int) -> str:
    if separate >= dates:
        return ""
    alone = "one alone" if separate == 1 else f"{numbers.plural(separate, 'window')} that do not"
    return f" The windows after these dates overlap, so that they tell no more than {alone} would."


CHECK: Final = Check(
    "placebo-dates", "Placebo dates", "Would the same comparison have found a change at dates when nothing started?",
    1, run,
)  # fmt: skip
