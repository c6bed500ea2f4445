"""Whether the effect stands out among all the outcomes that were looked at."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.strength import claims
from analysis.evaluation.checks.wording import change_words
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting
from analysis.measures import discoveries


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Hold the outcome to Benjamini and Hochberg's rule among the plan's outcomes, at 5 %."""
    if not setting.others:
        return CannotSay("the plan has one outcome alone", "one-outcome")
    tried = {each.outcome: design(each) for each in setting.others}
    found = {setting.outcome: effect} | {name: each for name, each in tried.items() if said(each)}
    tested = {name: each for name, each in found.items() if math.isfinite(each.p)}
    if setting.outcome not in tested or len(tested) < 2:
        return CannotSay("this comparison gives no test of two outcomes or more", "one-outcome")
    stands = dict(zip(tested, discoveries([each.p for each in tested.values()]), strict=True))
    outcome: Outcome = "informative"
    if claims(effect):
        outcome = "passed" if stands[setting.outcome] else "failed"
    return CheckResult(
        outcome,
        _words(setting.outcome, effect, stands, len(tried) + 1 - len(tested)),
        tuple(
            {"outcome": name, "percent": each.percent, "p": each.p, "stands out": stands[name]}
            for name, each in tested.items()
        ),
        {"outcomes": len(tested), "standing": sum(stands.values()), "p": effect.p},
    )


def _words(name: str, effect: Effect, stands: dict[str, bool], left: int) -> str:
    named = [each for each, stood in stands.items() if stood]
    looked = (
        f"The plan names {numbers.plural(len(stands) + left, 'outcome')}. The more are looked at, the more stand out "
        f"by luck alone, so the bar is raised: {numbers.listed(named) if named else 'none'} then "
        f"{'stand' if len(named) > 1 else 'stands'} out. {numbers.sentence_case(name)} has {change_words(effect)}."
    )
    if left:
        looked += f" {numbers.sentence_case(numbers.plural(left, 'outcome'))} could not be tested."
    if not claims(effect):
        return f"{looked} As no effect is claimed in {name}, this decides nothing."
    if stands[name]:
        return f"{looked} So {name} stands out although others were looked at."
    return f"{looked} So {name} may stand out only because several outcomes were looked at."


CHECK: Final = Check(
    "multiple-outcomes", "Several outcomes", "Does it stand out although several outcomes were looked at?", 1, run
)  # fmt: skip
