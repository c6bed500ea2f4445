"""The same design without each of the comparators in turn."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.strength import Holds, claims, half_width, holding
from analysis.evaluation.checks.wording import change_words, row, signed
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

WIDTH: Final = 1 / 3
"""An interval wider or narrower by this share, on the log scale, hangs on what was left out."""
NAMED: Final = 3
"""So many of those are named."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Drop one comparator at a time, and ask whether the effect hangs on it."""
    if len(setting.comparators) < 2:
        return CannotSay("with fewer than two comparators none can be left out", "few-comparators")
    if not rests_on_comparators(setting, design, effect):
        return CannotSay("this comparison uses no comparators", "no-comparators")
    tried = [
        (left.name, design(replace(setting, comparators=(*setting.comparators[:at], *setting.comparators[at + 1 :]))))
        for at, left in enumerate(setting.comparators)
    ]
    found = {name: each for name, each in tried if said(each)}
    if not found:
        return CannotSay("without one of its comparators the comparison cannot be made", "few-comparators")
    held = {name: holding(effect, each) for name, each in found.items()}
    ratios = [each.percent for each in found.values()]
    wide = _other_width(effect, found)
    return CheckResult(
        _outcome(held, wide),
        _words(effect, held, (min(ratios), max(ratios)), wide, len(tried) - len(found)),
        tuple(row(f"without {name}", each) for name, each in tried),
        {
            "lowest": min(ratios), "highest": max(ratios), "changed": sum(each != "holds" for each in held.values()),
            "other_width": tuple(wide),
        },
    )  # fmt: skip


def _outcome(held: dict[str, Holds], wide: dict[str, Effect]) -> Outcome:
    kinds = set(held.values())
    return "failed" if kinds & {"reverses", "vanishes"} else "informative" if kinds - {"holds"} or wide else "passed"


def _other_width(effect: Effect, found: dict[str, Effect]) -> dict[str, Effect]:
    """Those without which the interval is wider or narrower by ``WIDTH`` or more, the largest change first."""
    width = half_width(effect)
    if not 0 < width < math.inf:
        return {}
    change = {name: abs(half_width(each) / width - 1) for name, each in found.items()}
    hung = sorted((name for name in found if change[name] >= WIDTH), key=lambda name: -change[name])
    return {name: found[name] for name in hung}


def _words(
    effect: Effect, held: dict[str, Holds], ends: tuple[float, float], wide: dict[str, Effect], refused: int
) -> str:
    looked = (
        f"Each of the {numbers.count(len(held) + refused)} comparators was left out in turn. The effect, "
        f"{change_words(effect)} with all of them, then lay between {signed(ends[0])} and {signed(ends[1])}."
    )
    if refused:
        looked += f" {numbers.sentence_case(numbers.plural(refused, 'time'))} no answer could be had at all."
    if gone := [name for name, each in held.items() if each in ("reverses", "vanishes")]:
        return f"{looked} Without {numbers.listed(gone, 'or')} the verdict is another: it hangs on what happened there."
    if wider := [name for name, each in held.items() if each == "widens"]:
        return (
            f"{looked} Without {numbers.listed(wider, 'or')} it is no longer clear, though of much the same size: the "
            "evidence is only just enough."
        )
    if new := [name for name, each in held.items() if each == "appears"]:
        return (
            f"{looked} Without {numbers.listed(new, 'or')} there would be a clear effect, which with all there is not."
        )
    verdict = "effect" if claims(effect) else "lack of a clear effect"
    if wide:
        return f"{looked} The {verdict} hangs on no single comparator, but {_width_words(wide)}."
    return f"{looked} So the {verdict} hangs on no single comparator."


def _width_words(wide: dict[str, Effect]) -> str:
    names = list(wide)
    named = [*names[:NAMED], numbers.plural(len(names) - NAMED, "other")] if len(names) > NAMED else names
    each = "; ".join(
        f"without {'it' if len(wide) == 1 else name} {numbers.interval(*wide[name].percent_limits, signed)}"
        for name in names[:NAMED]
    )
    return f"the width of its interval hangs on {numbers.listed(named)}: {each}"


CHECK: Final = Check(
    "leave-one-out", "Leaving one comparator out", "Does the result hang on one of the comparators?", 1, run
)  # fmt: skip
