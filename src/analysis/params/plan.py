"""A plan that is fixed before the result is looked at: its hash, and whether it is still what was fixed."""

from __future__ import annotations

import datetime as dt
import json
from hashlib import sha256
from typing import Final, Literal

from analysis.errors import RunError
from analysis.params.evaluation import EarlierPlan, Evaluation, Plan
from analysis.params.month import day_words

PlanState = Literal["not fixed", "fixed", "changed since"]

AGAIN: Final = 'If the change is meant, say why: --again "the reason". The earlier day and hash are kept.'


def plan_hash(evaluation: Evaluation) -> str:
    """Return the SHA-256 of everything declared under ``evaluation`` but ``plan``, as 64 hexadecimal digits.

    What is hashed is canonical JSON (keys sorted, no spaces, UTF-8) of the values, so that comments, quotes and the
    order of keys do not count; a key left out and its default are the same.
    """
    declared = evaluation.model_dump(mode="json", exclude={"plan"}, exclude_defaults=True)
    text = json.dumps(declared, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def plan_state(evaluation: Evaluation) -> PlanState:
    """Whether the plan was never fixed, is as it was fixed, or was changed since."""
    if evaluation.plan is None:
        return "not fixed"
    return "fixed" if evaluation.plan.hash == plan_hash(evaluation) else "changed since"


def fixed_plan(evaluation: Evaluation, today: dt.date, again: str = "") -> Plan:
    """Return the plan as fixed ``today``; ``again`` says why a plan fixed before was changed, and keeps that one.

    Raises ``RunError`` where it is fixed already and unchanged, was changed and nobody says why, or a reason is given
    and nothing was changed.
    """
    state, before = plan_state(evaluation), evaluation.plan
    if before is None:
        if again:
            raise RunError("the plan was never fixed, so it cannot be fixed again: leave --again out")
        return Plan(fixed=today, hash=plan_hash(evaluation))
    if state == "fixed":
        raise RunError(f"the plan is fixed already, since {day_words(before.fixed)}, and unchanged")
    if not again.strip():
        raise RunError(f"the plan was changed since it was fixed on {day_words(before.fixed)}\n  {AGAIN}")
    earlier = EarlierPlan(fixed=before.fixed, hash=before.hash, why=again)
    return Plan(fixed=today, hash=plan_hash(evaluation), earlier=(*before.earlier, earlier))
