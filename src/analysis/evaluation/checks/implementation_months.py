"""The same design without the first periods after the start."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.strength import holding
from analysis.evaluation.checks.wording import UNITS, change_words, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import MONTHS_OF, Window

LEFT: Final = 3
"""At least two of three periods after must stay."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Leave out the first one to three months after the start, or the first quarter or year, and ask again."""
    most = min(max(1, 3 // MONTHS_OF[setting.freq]), len(setting.after) // LEFT)
    if not most:
        return CannotSay(
            "too few periods after the start are known to leave the first of them out", "few-periods-after"
        )
    unit = UNITS[setting.freq]
    tried = [
        (unit if number == 1 else numbers.plural(number, unit), design(_without(setting, number)))
        for number in range(1, most + 1)
    ]
    found = {name: each for name, each in tried if said(each)}
    if not found:
        return CannotSay("the comparison needs every period after the start", "few-periods-after")
    held = {name: holding(effect, each) for name, each in found.items()}
    gone = [name for name, each in held.items() if each in ("reverses", "vanishes")]
    outcome: Outcome = "failed" if gone else "informative" if set(held.values()) - {"holds"} else "passed"
    return CheckResult(
        outcome,
        _words(effect, found, outcome, unit),
        tuple(row(f"without the first {name}", each) for name, each in tried),
        {"left_out": len(found), "changed": sum(each != "holds" for each in held.values())},
    )


def _without(setting: Setting, number: int) -> Setting:
    start = setting.start if setting.implementation is None else setting.implementation.start
    return replace(setting, implementation=Window(start, setting.after[number - 1]))


def _words(effect: Effect, found: dict[str, Effect], outcome: Outcome, unit: str) -> str:
    each = numbers.listed([f"without the first {name} it is {change_words(other)}" for name, other in found.items()])
    looked = (
        f"An initiative takes time to be put in place, and its first {unit}s may not be like the rest. With all "
        f"{unit}s after the start the effect is {change_words(effect)}; {each}."
    )
    if outcome == "failed":
        return f"{looked} So the effect was in the first {unit}s alone, and is not there in those that followed."
    if outcome == "informative":
        return (
            f"{looked} The verdict changes with fewer {unit}s, the size hardly: it rests on only just enough of them."
        )
    return f"{looked} So the verdict does not hang on the first {unit if len(found) == 1 else unit + 's'}."


CHECK: Final = Check(
    "implementation-months", "Without the first periods", "Is the effect there after the first periods as well?", 0, run
)  # fmt: skip
