"""The state of the plan: fixed before or after the figures were public, changed since, or not fixed at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd

from analysis import numbers

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case

State = Literal["fixed", "changed", "not fixed"]
EXPLORATORY: Final = "exploratory"
PLANNED: Final = "as planned"


def plan_state(case: Case) -> State:
    """Whether the plan is fixed and still what it was."""
    plan = case.evaluation.plan
    if plan is None:
        return "not fixed"
    return "fixed" if plan.hash == plan_hash(case.evaluation) else "changed"


def is_planned(case: Case) -> bool:
    """Whether the design asked for is the one that was fixed; all else is exploratory."""
    return plan_state(case) == "fixed"


def retrospective(case: Case) -> bool:
    """Whether the plan was fixed after the last period evaluated had ended: its figures could have been seen."""
    plan = case.evaluation.plan
    return plan is None or plan.fixed > pd.Period(case.evaluation.end, "M").end_time.date()


def plan_sentences(case: Case) -> list[str]:
    """The state of the plan in sentences, with date and hash where there are any."""
    plan, by = case.evaluation.plan, case.evaluation.by
    wrote = f"The plan was written by: {by.rstrip('.')}."
    if plan is None:
        return [wrote, "No plan was fixed before the figures were worked out, so everything found here is exploratory."]
    fixed = f"It was fixed on {numbers.date(plan.fixed)} under the hash {plan.hash[:16]}."
    if plan_state(case) == "changed":
        return [wrote, fixed, "It has been changed since, so everything found here is exploratory."]
    earlier = [
        f"It was first fixed on {numbers.date(each.fixed)} and changed: {each.why.rstrip('.')}."
        for each in plan.earlier
    ]
    return [wrote, fixed, _seen(case, plan.fixed), *earlier, "Whatever is outside it is called exploratory."]


def _seen(case: Case, fixed: dt.date) -> str:
    if not retrospective(case):
        return "That was before the last figures it uses were counted."
    if case.mark:
        return "That was after the figures existed: they are simulated, and were drawn before the plan was written."
    return "That was after the figures were public: the evaluation is retrospective, and whoever wrote the plan could have seen them."
