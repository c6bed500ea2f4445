"""Whether the treated place and its comparators went the same way before the start."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.strength import claims, log_ratio
from analysis.evaluation.checks.wording import change_words, interval_words, signed
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.parallel_trend import PreTrend, parallel_pre_trend
from analysis.evaluation.setting import Setting
from analysis.measures import LEVEL


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Compare slopes before the start, and what a difference of slopes would make by the time after."""
    if not setting.comparators:
        return CannotSay("no comparator is declared", "no-comparators")
    if not rests_on_comparators(setting, design, effect):
        return CannotSay("this comparison uses no comparators", "no-comparators")
    found = parallel_pre_trend(setting)
    if not said(found):
        return found
    apart = _years_apart(setting)
    needed = log_ratio(effect) / apart
    explains = found.low <= needed <= found.high
    outcome = _outcome(effect, found, explains)
    return CheckResult(
        outcome,
        _words(effect, found, needed, explains),
        (
            {"what": "difference in slope before the start", "a year, %": _percent(found.slope),
             "low": _percent(found.low), "high": _percent(found.high)},
            {"what": "difference that would make the effect by itself", "a year, %": _percent(needed),
             "low": math.nan, "high": math.nan},
        ),
        {"slope": found.slope, "low": found.low, "high": found.high, "unseen": found.unseen, "needed": needed},
    )  # fmt: skip


def _outcome(effect: Effect, found: PreTrend, explains: bool) -> Outcome:
    if found.clear:
        return "failed"
    return "informative" if explains and claims(effect) else "passed"


def _years_apart(setting: Setting) -> float:
    """From the middle of the time before to the middle of the time after, in years."""
    return float(setting.after.asi8.mean() - setting.before.asi8.mean()) / setting.a_year


def _percent(log: float) -> float:
    return 100 * math.expm1(log)


def _words(effect: Effect, found: PreTrend, needed: float, explains: bool) -> str:
    looked = (
        f"The comparison takes it that without the initiative the place would have gone the way of its comparators. "
        f"Before the start it went {signed(_percent(found.slope))} a year beside them "
        f"({interval_words(_percent(found.low), _percent(found.high), LEVEL)}). A difference of less than about "
        f"{numbers.percent(_percent(found.unseen))} a year could have gone unseen in "
        f"{numbers.plural(found.periods, 'period')}."
    )
    if found.clear:
        return (
            f"{looked} So it went another way already, and that it would have gone theirs cannot be taken for granted."
        )
    if not claims(effect):
        return f"{looked} So no other way is seen."
    by_itself = (
        f"To make the effect of {change_words(effect)} by itself, it would have to be {signed(_percent(needed))} a year"
    )
    if explains:
        return (
            f"{looked} {by_itself}, which these figures cannot rule out: nothing was found, but little could have been."
        )
    return f"{looked} {by_itself}, which these figures rule out."


CHECK: Final = Check(
    "parallel-trends", "Parallel trends", "Did the place and its comparators go the same way before the start?", 1, run
)  # fmt: skip
