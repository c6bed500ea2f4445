"""Whether how crime was recorded changed in the time compared."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.strength import claims, log_ratio
from analysis.evaluation.checks.undeclared import Jump, undeclared_jump
from analysis.evaluation.checks.wording import signed
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import step_between, touched
from analysis.params.recording import RecordingBreak

CERTAIN: Final = 10.0
"""A jump fails the check when BIC prefers it by more than this ("very strong": Kass and Raftery 1995)."""
COMPARABLE: Final = 0.5
"""And when it has at least this share of the effect's size, on the log scale."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Name the declared breaks that touch the periods used, and look for one that nobody declared."""
    if not len(setting.before):
        return CannotSay("no period before the start may be used", "no-periods-before")
    step = step_between(setting.breaks, setting.before[0], setting.end)
    pulses = touched(setting.breaks, setting.before.union(setting.after))
    jump = undeclared_jump(setting, relative=rests_on_comparators(setting, design, effect))
    outcome: Outcome = "informative" if pulses or jump is not None else "passed"
    if step is not None or (jump is not None and _explains(jump, effect)):
        outcome = "failed"
    return CheckResult(
        outcome,
        " ".join([_declared(step, pulses), _found(jump, effect)]),
        tuple(
            {"break": each.name, "kind": each.kind, "start": each.start, "end": each.end, "effect": each.effect}
            for each in (*([step] if step is not None else []), *pulses)
        ),
        {
            "step": None if step is None else step.id,
            "pulses": len(pulses),
            "jump": None if jump is None else str(jump.at),
        },
    )


def _explains(jump: Jump, effect: Effect) -> bool:
    return claims(effect) and jump.better_by > CERTAIN and abs(jump.size) >= COMPARABLE * abs(log_ratio(effect))


def _declared(step: RecordingBreak | None, pulses: tuple[RecordingBreak, ...]) -> str:
    named = numbers.listed([each.name for each in pulses])
    passing = f" A passing break touches periods that are used: {named}." if pulses else ""
    if step is not None:
        return (
            f"How crime is recorded changed in the time compared ({step.name}): {step.effect} So the figures on "
            f"either side are not like for like.{passing}"
        )
    return f"No lasting change in how crime is recorded is known in the time compared.{passing}"


def _found(jump: Jump | None, effect: Effect) -> str:
    if jump is None:
        return "The figures show no lasting jump that nobody declared; the start itself is not looked at here."
    size = (
        f"the figures show a lasting jump of {signed(100 * math.expm1(jump.size))} from "
        f"{numbers.month(jump.at)} on, which nobody declared"
    )
    if _explains(jump, effect):
        return (
            f"But {size}: it is large enough for the effect to be part of it, or of what caused it. Those who "
            "record are to be asked."
        )
    return f"But {size}. Those who record are to be asked what it was."


CHECK: Final = Check(
    "recording-break", "Recording breaks", "Did the way of recording change in the time compared?", 2, run
)  # fmt: skip
