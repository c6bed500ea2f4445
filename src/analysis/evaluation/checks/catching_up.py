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
    """At most three sentences: by its own count, beside the comparators, and what follows."""
    chosen = setting.chosen_on
    left = f" ({chosen.named}, by whose figures the place was chosen, is left out)" if chosen else ""
    each = [
        f"{numbers.sentence_case(name)}, the last year before the start{'' if at else left} {_stood(level)}."
        for at, (name, level) in enumerate(found.items())
    ]
    follows = f"So, {decides}, " if len(found) > 1 else "So "
    if back:
        follows += "it was off its usual level or on its way already"
        end = ", and part of the change or all of it may have come by itself."
    elif known:
        follows += "it was on its way already, but the comparison follows that course"
        end = " and asks for more than its going on."
    else:
        follows += "nothing shows that it was on its way back from an unusual year"
        end = "."
    if outcome == "informative":
        end = "; but no effect is claimed that this could have made." if back else "; no effect is claimed here."
    return " ".join([*each, follows + end])


def _stood(level: OwnLevel) -> str:
    """Where it lay, and whether it was coming down from a peak (up from a low point); the numbers are in the table."""
    lay = {"no clear change": "not clearly off", "rose": "clearly above", "fell": "clearly below"}
    text = f"was {lay[level.earlier.verdict]} the average of the earlier years"
    if level.peak is None or level.peak_year is None:
        return text
    way, extreme = ("down from its peak", "fell") if level.way == "fewer" else ("up from its lowest point", "rose")
    came, lower = level.peak.verdict == extreme, level.earlier.verdict == extreme
    joined = "and" if came == lower else "but"
    return f"{text} {joined} {'clearly' if came else 'not clearly'} {way}, {numbers.year_ending(level.peak_year)}"


CHECK: Final = Check(
    "catching-up", "Catching up", "Would the place have come back to its usual level by itself?", 1, run
)  # fmt: skip
