"""What an archive tells of each plan: when it was fixed, and whether it is still what was fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.params.plan import plan_hash, plan_state

if TYPE_CHECKING:
    from analysis.params.edition import Edition


def plans_of(edition: Edition) -> list[dict[str, str | None]]:
    """When the plan of each evaluation of ``edition`` was fixed, its hash then and now, and whether it has changed."""
    return [
        {
            "initiative": one.id,
            "fixed": one.evaluation.plan.fixed.isoformat() if one.evaluation.plan else None,
            "hash_fixed": one.evaluation.plan.hash if one.evaluation.plan else None,
            "hash_now": plan_hash(one.evaluation),
            "state": plan_state(one.evaluation),
        }
        for one in edition.initiatives
        if one.evaluation
    ]
