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

MARGINS: Final = (("outcome", "place", "side"), ("outcome", "role", "month"), ("outcome", "role", "side"))
"""Totals of each place before and after, and the treated place, comparators together and buffers by period."""
HIDDEN: Final = CannotSay("it rests on counts that are withheld to protect people", "disclosure")


def decide_evaluation(case: Case) -> Decision | None:
    """What is withheld of every count that the evaluation shows or rests on; none for open data."""
    rule = case.context.rule
    if rule.control == "markers":
        return None
    return decide(pd.DataFrame(_atoms(case)), MARGINS, rule)


def spot(setting: Setting, role: str) -> dict[str, str]:
    """The coordinates of a role's counts of one outcome, but for the period."""
    return {"outcome": setting.outcome, "role": role}


def hidden(case: Case, setting: Setting) -> bool:
    """Whether any count of the treated place that a result of ``setting`` rests on is withheld."""
    decision = case.decision
    if decision is None:
        return False
    where = spot(setting, "treated")
    when = [*setting.before, *setting.after]
    return any(decision.withholds({**where, "month": each}) for each in when) or any(
        decision.withholds({**where, "side": side}) for side in ("before", "after")
    )


def _atoms(case: Case) -> Iterator[dict[str, Any]]:
    main = case.setting
    for setting in (main, *main.others, *main.falsification):
        for role, place in roles(setting):
            yield from _of(setting, role, place)


def roles(setting: Setting) -> Iterator[tuple[str, Place]]:
    """Every place of a setting with the part that it plays."""
    yield "treated", setting.treated
    for each in setting.comparators:
        yield "comparators", each
    if setting.buffer:
        yield "buffer", setting.buffer
    if setting.buffer_control:
        yield "buffer control", setting.buffer_control


def _of(setting: Setting, role: str, place: Place) -> Iterator[dict[str, Any]]:
    sides = {**dict.fromkeys(setting.before, "before"), **dict.fromkeys(setting.after, "after")}
    for when, count in place.series.items():
        yield {
            "outcome": setting.outcome, "role": role, "place": place.name, "month": when,
            "side": sides.get(when, "neither"), "count": count,  # type: ignore[call-overload]
            "status": "present" if pd.notna(count) else "missing",
        }  # fmt: skip
