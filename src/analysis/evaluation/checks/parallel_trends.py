"""Whether the treated place and its comparators went the same way before the start."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.strength import claims, half_width, log_ratio
from analysis.evaluation.checks.wording import UNITS, change_words, interval_words, signed
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
    explains = claims(effect) and found.low <= needed <= found.high
    unseen = found.unseen * apart
    weak = not unseen < _bar(effect)
    outcome: Outcome = "failed" if found.clear else "informative" if explains or weak else "passed"
    return CheckResult(
        outcome,
        f"{_looked(setting, found)} {_means(effect, found, apart, explains=explains, weak=weak)}",
        (
            {"what": "difference in slope before the start", "a year, %": _percent(found.slope),
             "low": _percent(found.low), "high": _percent(found.high)},
            {"what": "difference that would make the effect by itself", "a year, %": _percent(needed),
             "low": math.nan, "high": math.nan},
        ),
        {"slope": found.slope, "low": found.low, "high": found.high, "unseen": found.unseen, "needed": needed,
         "unseen_over": unseen, "years_apart": apart},
    )  # fmt: skip


def _bar(effect: Effect) -> float:
    """What a drift must stay under to be no matter: the effect found and half its interval, on the log scale."""
    half = half_width(effect)
    return min(each for each in (abs(log_ratio(effect)), half, math.inf) if not math.isnan(each))


def _years_apart(setting: Setting) -> float:
    """From the middle of the time before to the middle of the time after, in years."""
    return float(setting.after.asi8.mean() - setting.before.asi8.mean()) / setting.a_year


def _percent(log: float) -> float:
    return 100 * math.expm1(log)


def _looked(setting: Setting, found: PreTrend) -> str:
    return (
        "The comparison takes it that without the initiative the place would have gone the way of its comparators. "
        f"Before the start it went {signed(_percent(found.slope))} a year beside them "
        f"({interval_words(_percent(found.low), _percent(found.high), LEVEL)}). A difference of less than about "
        f"{numbers.percent(_percent(found.unseen))} a year could have gone unseen in "
        f"{numbers.plural(found.periods, UNITS[setting.freq])}."
    )


def _means(effect: Effect, found: PreTrend, apart: float, *, explains: bool, weak: bool) -> str:
    if found.clear:
        return "So it went another way already, and that it would have gone theirs cannot be taken for granted."
    if explains:
        return (
            f"To make the effect of {change_words(effect)} by itself, it would have to be "
            f"{signed(_percent(log_ratio(effect) / apart))} a year, which these figures cannot rule out: nothing was "
            "found, but little could have been."
        )
    made = (
        f"Over the {numbers.decimal(apart)} years from the middle of the time before to that of the time after, such a "
        f"drift would by itself make a change of up to {numbers.percent(_percent(found.unseen * apart))}"
    )
    if weak:
        size = abs(log_ratio(effect))
        half = f"half the width of the interval of the effect, {change_words(effect)}"
        large = f"the effect found, {change_words(effect)}" if not found.unseen * apart < size else half
        return f"{made}, at least as large as {large}: this is too weak to decide."
    return (
        f"{made}, less than the effect found, {change_words(effect)}, and than half the width of its interval. So no "
        "other way is seen that would matter."
    )


CHECK: Final = Check(
    "parallel-trends", "Parallel trends", "Did the place and its comparators go the same way before the start?", 1, run
)  # fmt: skip
