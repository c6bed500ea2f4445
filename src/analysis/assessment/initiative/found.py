"""The answer to the question asked, as one published row, and what may be said of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.initiative.published import published_effects
from analysis.cannot_say import CannotSay, said
from analysis.prose import effect_sentences

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.disclosure import Published
    from analysis.evaluation.checks.check import CheckResult
    from analysis.evaluation.evaluate import DesignResult

NO_ANSWER: Final = CannotSay("the design asked for gives no effect that may be shown", "no-effect")
WIDER: Final = 1.5
"""How many times wider than expected an interval is before it is said."""
Z: Final = 1.96


def answer_frame(case: Case) -> Published:
    """The effect by the design asked for, as a frame of one row."""
    asked = case.asked
    more = {"against": asked.design.against, "level": level_words(asked)}
    return published_effects(case, [(asked.design.title, case.setting, asked.effect, more)])


def is_answered(case: Case) -> bool:
    """Whether the design asked for gave an effect that may be shown."""
    return answer_frame(case).rows[0]["verdict"].known


def answer_sentences(case: Case) -> list[str]:
    """What the design asked for found, in sentences."""
    return effect_sentences(
        answer_frame(case).rows[0], verb=verb_of(case.asked), subject=subject(case), what=case.what,
        where=where_and_when(case),
    )  # fmt: skip


def verb_of(result: DesignResult) -> str:
    """The verb that the grade of a design's result allows; empty where it has none."""
    return result.grade.verb if said(result.grade) else ""


def level_words(result: DesignResult) -> str | CannotSay:
    """The level reached on the Maryland scale, ``3``, or why there is none."""
    return str(result.grade.level) if said(result.grade) else result.grade


def is_wider(case: Case) -> bool:
    """Whether the interval found is clearly wider than the figures before the start let expect."""
    effect, power = case.asked.effect, case.asked.power
    if not (said(effect) and said(power) and effect.low > 0 and math.isfinite(effect.high) and power.error > 0):
        return False
    return math.log(effect.high / effect.low) / 2 > WIDER * Z * power.error


def subject(case: Case) -> str:
    """What the sentences are about, with its article: ``the initiative``, or an event by its name."""
    if case.noun == "initiative":
        return "the initiative"
    return inside(case.initiative.name)


def inside(name: str) -> str:
    """A name within a sentence: ``the first Covid lockdown``."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def where_and_when(case: Case) -> str:
    """``in West Lothian in 2010/11 to 2012/13``."""
    return f"in {inside(case.place)} in {case.after_text}"


def check_of(result: DesignResult, name: str) -> CheckResult | CannotSay:
    """What one check of a design's result found; a refusal where it was not run."""
    for check, answer in result.checks:
        if check.name == name:
            return answer
    return CannotSay("it was not run, for the design gave no effect", "no-effect")


def outcome_count(result: DesignResult, outcome: str) -> int:
    """How many checks of a result ended as ``passed``, ``failed`` or ``informative``."""
    return sum(said(answer) and answer.outcome == outcome for _, answer in result.checks)


def checks_words(result: DesignResult) -> str:
    """``seven passed, one failed, two decide nothing, three could not be run``."""
    verbs = {"passed": ("passed", "passed"), "failed": ("failed", "failed"), "informative": ("decides", "decide")}
    parts = [
        f"{numbers.in_words(n)} {one if n == 1 else many}{' nothing' if outcome == 'informative' else ''}"
        for outcome, (one, many) in verbs.items()
        if (n := outcome_count(result, outcome))
    ]
    refused = sum(not said(answer) for _, answer in result.checks)
    return numbers.listed([*parts, *([f"{numbers.in_words(refused)} could not be run"] if refused else [])])
