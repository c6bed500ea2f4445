"""The state of the plan in words: fixed before or after the figures were public, changed since, or not fixed at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.params.plan import plan_state

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case

EXPLORATORY: Final = "exploratory"
PLANNED: Final = "as planned"


def is_planned(case: Case) -> bool:
    """Whether what the plan asks for is as it was fixed; all else is exploratory."""
    return plan_state(case.evaluation) == "fixed"


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
    fixed = f"The plan was fixed on {numbers.date(plan.fixed)} under the hash {plan.hash[:16]}."
    if not is_planned(case):
        return [wrote, fixed, "The plan has been changed since, so everything found here is exploratory."]
    earlier = [
        f"The plan had been fixed on {numbers.date(each.fixed)} and was changed: {each.why.rstrip('.')}."
        for each in plan.earlier
    ]
    return [wrote, fixed, seen(case), *earlier, "Whatever is outside it is called exploratory."]


def seen(case: Case) -> str:
    """Whether whoever fixed the plan could have seen the figures."""
    if not retrospective(case):
        return "The plan was fixed before the last figures it uses were counted."
    if case.simulated:
        return "The plan was fixed after the figures existed: they are simulated, and were drawn before it."
    return (
        "The plan was fixed after the figures were public: the evaluation is retrospective, and whoever wrote it could "
        "have seen them."
    )
