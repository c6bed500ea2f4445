"""Whether agencies agree on the order of issues: Kendall's coefficient of concordance, with ties, and its p."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.priorities.combine import Rule
from analysis.priorities.matrix import Floats, Matrix
from analysis.priorities.ranking import FEWEST, SEED, own_scores

SHUFFLES: Final = 4000
MOST_SHUFFLES: Final = 1_000_000
LEAST_ISSUES: Final = 3


@dataclass(frozen=True)
class Agreement:
    """``w`` is 0 where the agencies' orders have nothing in common and 1 where all have the same.

    ``p`` is the chance of as much agreement or more if every agency had put the issues in an order at random.
    """

    w: float
    p: float
    agencies: tuple[str, ...]
    """Those whose order is whole."""
    left_out: tuple[str, ...]
    """Those that did not score every issue on half of the weight or more."""
    issues: int


def concordance(scores: Floats) -> float:
    """Kendall's W of ``scores`` (a row a judge, a column a thing judged), corrected for ties; ``nan`` if all tie."""
    ranks = stats.rankdata(scores, axis=1)
    judges, things = ranks.shape
    ties = sum(float((n**3 - n).sum()) for n in (np.unique(row, return_counts=True)[1] for row in ranks))
    total = ranks.sum(axis=0)
    most = judges**2 * (things**3 - things) - judges * ties
    return float(12 * ((total - total.mean()) ** 2).sum() / most) if most > 0 else float("nan")


def agreement(
    matrix: Matrix, *, rule: Rule = "weighted mean", shuffles: int = SHUFFLES, seed: int = SEED
) -> Agreement | CannotSay:
    """Kendall's W over each agency's own order of the issues (Kendall and Babington Smith 1939), p by permutation.

    An issue that fewer than three agencies scored on half of the weight is left aside. Refused with fewer than three
    agencies whose order is whole, fewer than three issues, or where nobody tells any two issues apart. Raises
    ``ValueError`` for fewer than one shuffle.
    """
    if not 1 <= shuffles <= MOST_SHUFFLES:
        raise ValueError(f"shuffles is from 1 to {MOST_SHUFFLES:,}")
    own = own_scores(matrix, rule)
    scored = (~np.isnan(own)).sum(axis=0) >= FEWEST
    own = own[:, scored] if scored.any() else own
    whole = [not np.isnan(row).any() for row in own]
    kept, left = (
        [name for name, ok in zip(matrix.agencies, whole, strict=True) if ok is which] for which in (True, False)
    )
    if len(kept) < FEWEST:
        return CannotSay(f"{len(kept)} agencies scored every issue, and {FEWEST} are needed", "few-agencies")
    if own.shape[1] < LEAST_ISSUES:
        return CannotSay(f"{own.shape[1]} issues are too few for an order", "few-agencies")
    found = concordance(own[whole])
    if np.isnan(found):
        return CannotSay("every agency gave all issues the same", "few-agencies")
    return Agreement(found, _p(own[whole], shuffles, seed), tuple(kept), tuple(left), own.shape[1])


def _p(own: Floats, shuffles: int, seed: int) -> float:
    """By permutation within each agency; the order found is one of those that might have been."""
    random = np.random.default_rng(seed)
    ranks = stats.rankdata(own, axis=1)
    mixed = random.permuted(np.broadcast_to(ranks, (shuffles, *ranks.shape)), axis=2)
    spread = ((mixed.sum(axis=1) - mixed.sum(axis=1).mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    total = ranks.sum(axis=0)
    seen = ((total - total.mean()) ** 2).sum()
    return float((1 + (spread >= seen - 1e-9).sum()) / (1 + shuffles))
