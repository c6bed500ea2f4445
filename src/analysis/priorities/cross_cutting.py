"""Issues that may run through others: scored in the upper half by most agencies on most criteria, first for few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.priorities.matrix import Floats, Matrix
from analysis.priorities.ranking import Ranking

MOST: Final = 0.75
"""The share of agencies, and of criteria, that counts as most."""
UPPER: Final = 0.5
"""Where the upper half of a scale begins: its middle, from 0 to 1."""


@dataclass(frozen=True)
class Suggestion:
    """An issue below the first, with the agencies and the criteria that put it in the upper half of the scale."""

    issue: str
    agencies: int
    of_agencies: int
    criteria: int
    of_criteria: int


def cross_cutting(matrix: Matrix, found: Ranking) -> tuple[Suggestion, ...]:
    """Suggest issues for the partnership to confirm or not; a rule of thumb on how scores spread, no statistical test.

    An issue outside the first is suggested where at least three agencies in four that scored it, and at least three
    criteria in four, have its mean score in the upper half of the scale.
    """
    below = [each.issue for each in found.lines if each.place > found.cut]
    part = matrix.of_issues(below)
    scaled = (part.scores - part.low) / part.span
    suggestions = []
    for n, issue in enumerate(part.issues):
        agencies, criteria = (_means(scaled[:, n], axis) for axis in (1, 0))
        high = [int((each >= UPPER).sum()) for each in (agencies, criteria)]
        if all(count >= MOST * len(each) for count, each in zip(high, (agencies, criteria), strict=True)):
            suggestions.append(Suggestion(issue, high[0], len(agencies), high[1], len(criteria)))
    return tuple(suggestions)


def _means(cells: Floats, axis: int) -> Floats:
    """Means along ``axis`` of what is known, of those lines that have anything known."""
    known = ~np.isnan(cells)
    some = known.any(axis=axis)
    total = np.where(known, cells, 0.0).sum(axis=axis)
    return np.asarray(total[some] / known.sum(axis=axis)[some])
