"""Whether the designs agree, and where they do not, how sound each side is: counted, never decided beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.initiative.disclosed import hidden
from analysis.assessment.initiative.found import outcome_count
from analysis.assessment.initiative.verdicts import WORDS
from analysis.cannot_say import said
from analysis.prose import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.effect import Effect
    from analysis.evaluation.evaluate import DesignResult


def answering(case: Case) -> list[DesignResult]:
    """The designs whose interval decides something of the place alone, the one asked for first.

    None where figures are withheld. The displacement difference counts next door too where there is such a place.
    """
    if hidden(case, case.setting):
        return []
    every = [case.asked, *case.evaluated.others]
    decided = [each for each in every if said(each.effect) and each.effect.verdict != "described only"]
    return [each for each in decided if not counts_both(case, each)]


def counts_both(case: Case, result: DesignResult) -> bool:
    """Whether a design counts the treated place and next door together, and so answers another question."""
    return result.design.name == "displacement-difference" and case.setting.buffer is not None


def agreement(case: Case) -> list[str]:
    """Whether all say the same; if not, who says what, of which level, with how many failed checks, and why."""
    results = answering(case)
    if len(results) < 2:
        return []
    sides = _sides(results)
    if len(sides) == 1:
        return [f"All {numbers.in_words(len(results))} designs that answer agree, so it does not hang on the choice."]
    return ["The designs do not agree.", *(_side(*each) for each in sides.items()), *sounder(case), *_shared(results)]


def sounder(case: Case) -> list[str]:
    """Where designs disagree: what those of the highest level without a failed check find, and how the rest stand."""
    results = answering(case)
    if len(_sides(results)) < 2:
        return []
    top = max(map(level_of, results))
    sound = [each for each in results if level_of(each) == top and not outcome_count(each, "failed")]
    if not sound:
        return [f"No design of the highest level reached, {top}, is without a failed check, so none stands out."]
    found = _sides(sound)
    those = f"the {numbers.plural(len(sound), 'design')} of level {top} with no failed check"
    if len(found) > 1:
        return [f"Even {those} disagree, so whether there is a clear difference hangs on the choice of design."]
    verdict = next(iter(found))
    many = sum(_verdict(each) != verdict for each in results)
    finds = {1: "finds", 2: "both find"}.get(len(sound), "all find")
    rest = (
        "the one design that finds otherwise fails a check or stands at a lower level"
        if many == 1
        else f"each of the {numbers.in_words(many)} that find otherwise fails a check or stands at a lower level"
    )
    return [f"{numbers.sentence_case(those)} {finds} {WORDS[verdict]}; {rest}."]


def level_of(result: DesignResult) -> int:
    """The level reached, nought where there is none."""
    return result.grade.level if said(result.grade) else 0


def failed_words(result: DesignResult) -> str:
    """``none``, ``one: Catching up``; that none was run."""
    failed = [check.title for check, answer in result.checks if said(answer) and answer.outcome == "failed"]
    if not result.checks:
        return "none was run"
    return f"{numbers.in_words(len(failed))}: {'; '.join(failed)}" if failed else "none"


def _verdict(result: DesignResult) -> str:
    return result.effect.verdict if said(result.effect) else ""


def _sides(results: Sequence[DesignResult]) -> dict[str, list[DesignResult]]:
    sides: dict[str, list[DesignResult]] = {}
    for each in results:
        sides.setdefault(_verdict(each), []).append(each)
    return sides


def _side(verdict: str, results: Sequence[DesignResult]) -> str:
    who = [f"{each.design.title} (level {level_of(each)}, {_failed(each)})" for each in results]
    return f"{numbers.sentence_case(WORDS[verdict])}: {numbers.listed(who)}."


def _failed(result: DesignResult) -> str:
    many = outcome_count(result, "failed")
    return numbers.plural(many, "failed check") if many else "no failed check"


def _shared(results: Sequence[DesignResult]) -> list[str]:
    """What all intervals hold, which tells a disagreement over width from one over size."""
    effects: list[Effect] = [each.effect for each in results if said(each.effect)]
    low, high = max(each.percent_limits[0] for each in effects), min(each.percent_limits[1] for each in effects)
    if low >= high:
        return ["No difference lies in all their intervals, so they disagree over its size."]
    return [
        f"Any difference from {spread(low, high)} lies in all their intervals, so they part more over how sure they "
        "are than over its size: some allow for places changing by themselves, or for a place's own swings, where "
        "others do not."
    ]
