"""What may be published of an evaluation's counts: one decision over its places, periods and totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.disclosure import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.assessment.initiative.case import Case
    from analysis.disclosure import Decision
    from analysis.evaluation.checks.check import CheckResult
    from analysis.evaluation.evaluate import DesignResult
    from analysis.evaluation.setting import Place, Setting

MARGINS: Final = (("outcome", "place", "side"), ("month", "outcome"))
"""Totals of each place before and after, and the treated place period by period."""
NOT_SHOWN: Final = "other places"
"""The month of all places but the treated one: theirs are not published by period."""
HIDDEN: Final = CannotSay("it rests on counts that are withheld to protect people", "disclosure")

FALSIFIED: Final = "placebo-outcomes"
"""The check that looks at outcomes which the initiative could not touch."""
MASKED: Final = "What it found is withheld: it rests on counts that are withheld to protect people."


def decide_evaluation(case: Case) -> Decision | None:
    """What is withheld of every count that the evaluation shows or rests on; none for open data."""
    rule = case.context.rule
    if rule.control == "markers":
        return None
    return decide(pd.DataFrame(_atoms(case)), MARGINS, rule)


def hidden(case: Case, setting: Setting) -> bool:
    """Whether any count that a result of ``setting`` rests on is withheld.

    Those are the months of the treated place, and the totals of every place: what was expected is the treated place's
    own count times those of the others, so it tells of one that is withheld to whoever has the rest.
    """
    decision, treated = case.decision, setting.treated
    if decision is None:
        return False
    when = [*treated.known(setting.before), *treated.known(setting.after)]
    months = [{"outcome": setting.outcome, "month": each} for each in when]
    return any(decision.withholds(each) for each in (*months, *_totals(setting)))


def _totals(setting: Setting) -> Iterator[dict[str, str]]:
    for _, place in roles(setting):
        for side, when in (("before", setting.before), ("after", setting.after)):
            if len(place.known(when)):
                yield {"outcome": setting.outcome, "place": place.name, "side": side}


def without_withheld(case: Case, result: DesignResult) -> DesignResult:
    """The result without what its check of outcomes that could not be touched found, where one of those is withheld.

    How the check came out stays, since the grade rests on it; it tells of no count.
    """
    if not any(hidden(case, each) for each in case.setting.falsification):
        return result
    checks = ((check, _masked(answer) if check.name == FALSIFIED else answer) for check, answer in result.checks)
    return replace(result, checks=tuple(checks))


def _masked(answer: CheckResult | CannotSay) -> CheckResult | CannotSay:
    return answer if isinstance(answer, CannotSay) else replace(answer, words=MASKED, table=())


def roles(setting: Setting) -> Iterator[tuple[str, Place]]:
    """Every place of a setting with the part that it plays."""
    yield "treated", setting.treated
    for each in setting.comparators:
        yield "compared with", each
    if setting.buffer:
        yield "next door", setting.buffer
    if setting.buffer_control:
        yield "set against next door", setting.buffer_control


def _atoms(case: Case) -> Iterator[dict[str, Any]]:
    main = case.setting
    for setting in (main, *main.others, *main.falsification):
        for role, place in roles(setting):
            yield from _of(setting, place, by_period=role == "treated")


def _of(setting: Setting, place: Place, *, by_period: bool) -> Iterator[dict[str, Any]]:
    """A period without a count is on neither side: totals are over the periods that have one."""
    sides = {
        **dict.fromkeys(place.known(setting.before), "before"),
        **dict.fromkeys(place.known(setting.after), "after"),
    }
    for when, count in zip(pd.PeriodIndex(place.series.index), place.series, strict=True):
        yield {
            "outcome": setting.outcome, "place": place.name, "month": when if by_period else NOT_SHOWN,
            "side": sides.get(when, "neither"), "count": count,
            "status": "present" if pd.notna(count) else "missing",
        }  # fmt: skip
