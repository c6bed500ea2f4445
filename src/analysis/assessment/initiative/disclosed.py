"""What may be published of an evaluation's counts: one decision over its places, periods and totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.disclosure import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.assessment.initiative.case import Case
    from analysis.disclosure import Decision
    from analysis.evaluation.setting import Place, Setting

MARGINS: Final = (("outcome", "place", "side"), ("month", "outcome"))
"""Totals of each place before and after, and the treated place period by period."""
NOT_SHOWN: Final = "other places"
"""The month of all places but the treated one: theirs are not published by period."""
HIDDEN: Final = CannotSay("it rests on counts that are withheld to protect people", "disclosure")


def decide_evaluation(case: Case) -> Decision | None:
    """What is withheld of every count that the evaluation shows or rests on; none for open data."""
    rule = case.context.rule
    if rule.control == "markers":
        return None
    return decide(pd.DataFrame(_atoms(case)), MARGINS, rule)


def hidden(case: Case, setting: Setting) -> bool:
    """Whether any count of the treated place that a result of ``setting`` rests on is withheld."""
    decision, treated = case.decision, setting.treated
    if decision is None:
        return False
    when = [*treated.known(setting.before), *treated.known(setting.after)]
    return any(decision.withholds({"outcome": setting.outcome, "month": each}) for each in when)


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
