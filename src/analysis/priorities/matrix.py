"""The scoring matrix: agency by issue by criterion, where what was not scored is missing and never nought."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
COLUMNS: Final = ("agency", "issue", "criterion", "score")


@dataclass(frozen=True)
class Criterion:
    """One thing scored, on levels from ``low`` to ``high``, a higher one always speaking for the issue.

    ``likelihood`` tells the two sides of a grid apart.
    """

    name: str
    low: float
    high: float
    weight: float = 1.0
    likelihood: bool = False


@dataclass(frozen=True)
class Matrix:
    """Scores by agency, issue and criterion, each axis in the order of its names; ``nan`` is a missing score."""

    agencies: tuple[str, ...]
    issues: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    scores: Floats

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Where there is a score."""
        return ~np.isnan(self.scores)

    @property
    def low(self) -> Floats:
        """The lowest level of each criterion."""
        return np.array([each.low for each in self.criteria])

    @property
    def span(self) -> Floats:
        """From the lowest to the highest level of each criterion."""
        return np.array([each.high - each.low for each in self.criteria])

    @property
    def weights(self) -> Floats:
        """The weight of each criterion."""
        return np.array([each.weight for each in self.criteria])

    def without_agency(self, name: str) -> Matrix:
        """The same without what one agency scored."""
        kept = [i for i, each in enumerate(self.agencies) if each != name]
        return replace(self, agencies=tuple(self.agencies[i] for i in kept), scores=self.scores[kept])

    def without_criterion(self, name: str) -> Matrix:
        """The same without one criterion."""
        kept = [i for i, each in enumerate(self.criteria) if each.name != name]
        return replace(self, criteria=tuple(self.criteria[i] for i in kept), scores=self.scores[:, :, kept])

    @property
    def answered(self) -> Matrix:
        """The same without agencies that gave no score at all: nobody's silence counts as a view."""
        kept = [i for i, some in enumerate(np.atleast_1d(self.known.any(axis=(1, 2)))) if some]
        return replace(self, agencies=tuple(self.agencies[i] for i in kept), scores=self.scores[kept])

    def of_issues(self, names: Collection[str]) -> Matrix:
        """The same for some issues alone."""
        kept = [i for i, each in enumerate(self.issues) if each in names]
        return replace(self, issues=tuple(self.issues[i] for i in kept), scores=self.scores[:, kept])


def matrix(
    scores: pd.DataFrame, criteria: Sequence[Criterion], agencies: Collection[str] = (), issues: Collection[str] = ()
) -> Matrix:
    """Put rows of ``COLUMNS`` into a matrix; a row without a score, or no row, is missing.

    Agencies and issues are those named and those in the rows, in the order of their names, so that no result depends on
    the order of rows. Raises ``ValueError`` for a cell scored twice, or a score outside its criterion's levels.
    """
    names = [sorted({*more, *scores[column]}) for column, more in (("agency", agencies), ("issue", issues))]
    ordered = sorted(criteria, key=lambda each: each.name)
    by_name = {each.name: n for n, each in enumerate(ordered)}
    cells = np.full((len(names[0]), len(names[1]), len(ordered)), np.nan)
    at = [{name: n for n, name in enumerate(each)} for each in names]
    for agency, issue, criterion, score in scores[list(COLUMNS)].itertuples(index=False):
        if criterion not in by_name:
            raise ValueError(f'"{criterion}" is not a criterion')
        if pd.isna(score):
            continue
        spot, scale = (at[0][agency], at[1][issue], by_name[criterion]), ordered[by_name[criterion]]
        if not scale.low <= score <= scale.high:
            raise ValueError(f"{score:g} is not between {scale.low:g} and {scale.high:g}, the levels of {criterion}")
        if not np.isnan(cells[spot]):
            raise ValueError(f"{agency} scored {issue} on {criterion} twice")
        cells[spot] = score
    return Matrix(tuple(names[0]), tuple(names[1]), tuple(ordered), cells)
