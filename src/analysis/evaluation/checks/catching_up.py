"""Whether the place was on its way back to its usual level by itself (regression to the mean)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.own_level import OwnLevel, Way, follows, own_level, whole_years
from analysis.evaluation.checks.strength import claims
from analysis.evaluation.checks.wording import interval_words, signed
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import Change

ALONE, BESIDE = "by its own count", "beside the comparators"


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Set the year before the start against the earlier ones, and against the peak of the last few.

    Beside the comparators where the design rests on them, as what befell everyone is then allowed for; else alone.
    """
    years = whole_years(setting)
    if len(years) < 2:
        return CannotSay("fewer than two whole years before the start are known", "few-periods-before")
    way: Way = "more" if effect.ratio > 1 else "fewer"
    asked = {ALONE: False} | ({BESIDE: True} if setting.comparators else {})
    tried = {name: own_level(setting, years, way, relative=relative) for name, relative in asked.items()}
    found = {name: each for name, each in tried.items() if said(each)}
    decides = BESIDE if rests_on_comparators(setting, design, effect) else ALONE
    if decides not in found:
        return CannotSay("too few years are known to say what the place's usual level was", "few-periods-before")
    known = follows(effect, years)
    back = found[decides].out_of_line or (found[decides].under_way and not known)
    outcome: Outcome = "informative" if not claims(effect) else "failed" if back else "passed"
    rows = [_row(name, *line) for name, each in found.items() for line in _lines(each)]
    return CheckResult(
        outcome,
        _words(setting, found, decides, back, known and found[decides].under_way, outcome),
        tuple(rows),
        {
            "decides": decides,
            "out_of_line": found[decides].out_of_line,
            "under_way": found[decides].under_way,
            "followed": known,
        },
    )


def _lines(level: OwnLevel) -> list[tuple[str, Change]]:
    peak = [] if level.peak is None or level.peak_year is None else [(numbers.year_ending(level.peak_year), level.peak)]
    return [("all earlier years", level.earlier), *peak]


def _row(counted: str, against: str, change: Change) -> Mapping[str, Any]:
    return {
        "counted": counted, "against": against, "percent": 100 * (change.ratio - 1), "low": 100 * (change.low - 1),
        "high": 100 * (change.high - 1), "level": change.level, "verdict": change.verdict,
    }  # fmt: skip


def _words(
    setting: Setting, found: Mapping[str, OwnLevel], decides: str, back: bool, known: bool, outcome: Outcome
) -> str:
    each = " ".join(_sentences(name, level) for name, level in found.items())
    chosen = setting.chosen_on
    left = (
        f" {numbers.sentence_case(chosen.named)}, by whose figures the place was chosen, is left out of these."
        if chosen
        else ""
    )
    if back:
        means = (
            f"So, {decides}, it was off its usual level or on its way already, and part of the change or all of "
            "it may have come by itself."
        )
    elif known:
        means = (
            "It was on its way already, but the comparison follows that course, and asks for more than its going on."
        )
    else:
        means = f"So, {decides}, nothing shows that it was on its way back from an unusual year."
    if outcome == "informative":
        means += " As no effect is claimed, this decides nothing."
    return f"A place that has an unusual year comes back to its own level by itself. {each}{left} {means}"


def _sentences(name: str, level: OwnLevel) -> str:
    high, peak = ("high", "peak") if level.way == "fewer" else ("low", "lowest point")
    clear = {"no clear change": f"not unusually {high}", "rose": "clearly above it", "fell": "clearly below it"}
    text = (
        f"{numbers.sentence_case(name)}, the year before the start was {_change(level.earlier)} against the "
        f"average of the earlier years: {clear[level.earlier.verdict]}."
    )
    if level.peak is None or level.peak_year is None:
        return text
    way = (
        "not clearly on its way back" if level.peak.verdict == "no clear change" else "clearly on its way back already"
    )
    return f"{text} Against its {peak}, {numbers.year_ending(level.peak_year)}, it was {_change(level.peak)}: {way}."


def _change(change: Change) -> str:
    low, high = 100 * (change.low - 1), 100 * (change.high - 1)
    return f"{signed(100 * (change.ratio - 1))} ({interval_words(low, high, change.level)})"


CHECK: Final = Check(
    "catching-up", "Catching up", "Would the place have come back to its usual level by itself?", 1, run
)  # fmt: skip
