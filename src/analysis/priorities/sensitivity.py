"""What hangs on one agency or one criterion: the first issues without it, against the first issues with all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.cannot_say import said
from analysis.priorities.agreement import agreement
from analysis.priorities.combine import Rule, as_declared, combined
from analysis.priorities.matrix import Matrix
from analysis.priorities.ranking import SAME, Ranking
from analysis.priorities.volume import Volume


@dataclass(frozen=True)
class LeftOut:
    """What changes when one agency or criterion is left out: who enters the first, who leaves, agreement without it."""

    kind: Literal["agency", "criterion"]
    name: str
    enters: tuple[str, ...]
    leaves: tuple[str, ...]
    w: float | None
    """Kendall's W without it, or ``None`` where that cannot be said."""

    @property
    def changes(self) -> bool:
        """Whether the first issues are others without it."""
        return bool(self.enters or self.leaves)


def left_out(
    matrix: Matrix, found: Ranking, *, rule: Rule = "weighted mean", volume: Volume | None = None
) -> tuple[LeftOut, ...]:
    """Leave out each agency, then each criterion, of the issues ranked; nothing of which all would be gone."""
    ranked = matrix.of_issues([each.issue for each in found.lines]).answered
    agencies = ranked.agencies if len(ranked.agencies) > 1 else ()
    criteria = [each.name for each in ranked.criteria] if _can_spare(ranked, rule) else []
    return (
        *(_without("agency", name, ranked.without_agency(name), found, rule, volume) for name in agencies),
        *(_without("criterion", name, ranked.without_criterion(name), found, rule, volume) for name in criteria),
    )


def _can_spare(matrix: Matrix, rule: Rule) -> bool:
    """A grid of one criterion a side has none to spare, nor has a mean of one."""
    likelihood = sum(each.likelihood for each in matrix.criteria)
    return min(likelihood, len(matrix.criteria) - likelihood) > 1 if rule == "grid" else len(matrix.criteria) > 1


def _without(
    kind: Literal["agency", "criterion"], name: str, rest: Matrix, found: Ranking, rule: Rule, volume: Volume | None
) -> LeftOut:
    now = set(_first(rest, found.cut, rule, volume))
    before = set(found.top)
    agreed = agreement(rest, rule=rule, shuffles=1)
    return LeftOut(
        kind, name, tuple(sorted(now - before)), tuple(sorted(before - now)), agreed.w if said(agreed) else None
    )


def _first(matrix: Matrix, cut: int, rule: Rule, volume: Volume | None) -> list[str]:
    scores = np.round(combined(matrix, as_declared(matrix, volume), rule)[0], SAME)
    return [
        issue
        for issue, score in zip(matrix.issues, scores, strict=True)
        if not np.isnan(score) and (scores > score).sum() < cut
    ]
