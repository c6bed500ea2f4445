"""Whether there was an effect before the start."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.plain import plain_design
from analysis.evaluation.checks.strength import claims
from analysis.evaluation.checks.wording import VERDICTS, change_words, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import LEVEL

LONGEST: Final = {"M": (3, 6), "Q-MAR": (1, 2), "Y-MAR": (1,)}
"""Stretches just before the start that are tried, in periods."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Take the last periods before the start, they alone, as if they were those after it."""
    last = setting.before[-1:]
    starts = [each for each in _starts(setting) if (setting.before < each).sum() > (setting.before >= each).sum()]
    if not starts:
        return CannotSay(
            "the periods just before the start are too few, or stand for something else", "few-periods-before"
        )
    asked = [(start, _early(setting, start, last)) for start in starts]
    tried, same = _ask(asked, design), True
    if not any(said(each) for _, each in tried):
        tried, same = _ask(asked, plain_design(rests_on_comparators(setting, design, effect))), False
    found = {_stretch(start, last): each for start, each in tried if said(each)}
    if not found:
        return CannotSay(
            "the last periods before the start are too few to be compared by themselves", "few-periods-before"
        )
    early = [name for name, each in found.items() if claims(effect) and _clear(each, effect, len(found))]
    outcome: Outcome = "failed" if early else "passed"
    if not early and (not claims(effect) or any(map(claims, found.values()))):
        outcome = "informative"
    return CheckResult(
        outcome,
        _words(effect, found, outcome, same),
        tuple(row(_stretch(start, last), each) for start, each in tried),
        {"stretches": len(found), "early": len(early), "same_design": same},
    )


def _starts(setting: Setting) -> list[pd.Period]:
    """Where each stretch begins that ends just before the start and can be used whole."""
    end = setting.start if setting.implementation is None else min(setting.start, setting.implementation.start)
    found = [pd.period_range(end - number, end - 1, freq=end.freq) for number in LONGEST[setting.freq]]
    return [each[0] for each in found if each.isin(setting.before).all()]


def _early(setting: Setting, start: pd.Period, last: pd.PeriodIndex) -> Setting:
    return replace(setting, start=start, end=last[0], implementation=None)


def _ask(asked: list[tuple[pd.Period, Setting]], design: Design) -> list[tuple[pd.Period, Effect | CannotSay]]:
    return [(start, design(setting)) for start, setting in asked]


def _stretch(start: pd.Period, last: pd.PeriodIndex) -> str:
    return numbers.span(start, last[0])


def _clear(early: Effect, effect: Effect, tried: int) -> bool:
    """In the effect's own direction, and clear although ``tried`` stretches were looked at."""
    return early.verdict == effect.verdict and not early.p > (1 - LEVEL) / tried


def _words(effect: Effect, found: dict[str, Effect], outcome: Outcome, same: bool) -> str:
    each = numbers.listed(
        [f"in {name} {change_words(early)}, {VERDICTS[early.verdict]}" for name, early in found.items()]
    )
    how = (
        "The same comparison" if same else "This design needs more periods, so a plain comparison with the years before"
    )
    looked = (
        f"{how} was made for the time just before the start, when the initiative could not yet work: {each}. "
        f"The effect after the start is {change_words(effect)}."
    )
    if outcome == "failed":
        return (
            f"{looked} So the change had begun before the start, and what began it was not the initiative's "
            "work, or the start is wrong."
        )
    if outcome == "informative":
        why = "there was a change the other way before it" if claims(effect) else "no effect is claimed"
        return f"{looked} As {why}, this decides nothing by itself."
    return f"{looked} So nothing shows that the change began before the start."


CHECK: Final = Check("anticipation", "Anticipation", "Had the change begun before the start?", 1, run)
