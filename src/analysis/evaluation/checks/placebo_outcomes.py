"""The same design on outcomes that the initiative could not touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.strength import claims, half_width, log_ratio
from analysis.evaluation.checks.wording import VERDICTS, change_words, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

COMPARABLE: Final = 0.5
"""A change in an untouchable outcome counts when it has at least this share of the effect's size, on the log scale."""
LEVEL: Final = 0.05


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Ask for the effect in each falsification outcome."""
    if not setting.falsification:
        return CannotSay("no outcome that the initiative could not touch was declared", "no-falsification")
    tried = [(each.outcome, design(each)) for each in setting.falsification]
    found = {name: each for name, each in tried if said(each)}
    if not found:
        return CannotSay("none of the outcomes that it could not touch can carry the comparison", "no-falsification")
    same = [name for name, each in found.items() if _like(effect, each, len(found))]
    clear = [name for name, each in found.items() if claims(each)]
    weak = [name for name, each in found.items() if not claims(each) and _weak(effect, each)]
    little = bool(clear) or len(weak) == len(found) or not claims(effect)
    outcome: Outcome = "failed" if same else "informative" if little else "passed"
    return CheckResult(
        outcome,
        _words(effect, found, (same, clear, weak)),
        tuple(row(name, each) for name, each in tried),
        {"outcomes": len(found), "clear": len(clear), "like": len(same), "weak": len(weak)},
    )


def _like(effect: Effect, other: Effect, tried: int) -> bool:
    """Clear, in the same direction and of comparable size; with several outcomes clear beyond looking at them all."""
    if not claims(effect) or other.verdict != effect.verdict:
        return False
    beyond = not other.p > LEVEL / tried
    return beyond and log_ratio(other) / log_ratio(effect) >= COMPARABLE


def _weak(effect: Effect, other: Effect) -> bool:
    """Whether its interval is so wide that a change as large as the effect would hardly have been clear in it."""
    return not half_width(other) <= abs(log_ratio(effect))


def _words(effect: Effect, found: dict[str, Effect], kinds: tuple[Sequence[str], Sequence[str], Sequence[str]]) -> str:
    same, clear, weak = kinds
    each = "; ".join(f"{name} {change_words(other)}, {VERDICTS[other.verdict]}" for name, other in found.items())
    looked = f"The same comparison was made for what the initiative could not touch: {each}. The outcome itself had "
    looked += f"{change_words(effect)}."
    if weak:
        looked += (
            f" The interval{'s' if len(weak) > 1 else ''} of {numbers.listed(weak)} "
            f"{'are' if len(weak) > 1 else 'is'} so wide that a change as large as that would hardly have been clear: "
            "a weak check."
        )
    if same:
        return (
            f"{looked} So {numbers.listed(same)} changed in the same way, and something other than the "
            "initiative is at work."
        )
    if not claims(effect):
        return f"{looked} As no effect is claimed, this decides nothing."
    if clear:
        return (
            f"{looked} So {numbers.listed(clear)} changed too, but less or the other way, which does not "
            "explain the effect by itself."
        )
    if len(weak) == len(found):
        return f"{looked} So it is too weak to decide."
    return f"{looked} So nothing shows that everything changed at once."


CHECK: Final = Check(
    "placebo-outcomes", "Placebo outcomes", "Did something change that the initiative could not touch?", 1, run
)  # fmt: skip
