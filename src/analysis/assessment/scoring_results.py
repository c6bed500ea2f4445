"""What a round of scoring gives: the matrix of what agencies scored, the ranking, agreement, on whom it hangs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay, said
from analysis.measures import TYPICAL_PHI, series_dispersion, window_total
from analysis.measures import series as series_of
from analysis.params.figure import known
from analysis.params.scoring import LIKELIHOOD
from analysis.priorities import (
    Counted,
    Criterion,
    Volume,
    agreement,
    cross_cutting,
    left_out,
    matrix,
    overridden,
    ranking,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.results import Results
    from analysis.params.edition import Edition
    from analysis.params.scoring import Scoring
    from analysis.priorities import Agreement, LeftOut, Matrix, Ranking, Stood, Suggestion

COLUMNS: Final = ("agency", "issue", "criterion", "score")


@dataclass(frozen=True)
class Scored:
    """The round of scoring of one edition; ``results`` are its data, if it has any."""

    edition: Edition
    round: Scoring
    results: Results | None

    @cached_property
    def whole(self) -> Matrix:
        """Every criterion, confidence among them, by id; one that weighs nothing has the weight 0."""
        criteria = [
            Criterion(each.id, each.low, each.high, each.weight or 0.0, each.group == LIKELIHOOD)
            for each in self.round.criteria
        ]
        rows = [(s.agency, s.issue, s.criterion, s.score if known(s.score) else None) for s in self.edition.scores]
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        agencies, issues = ([each.id for each in listed] for listed in (self.round.agencies, self.round.issues))
        return matrix(frame, criteria, agencies, issues)

    @cached_property
    def matrix(self) -> Matrix:
        """What bears on the order: all but confidence."""
        found = self.whole
        for each in self.round.criteria:
            found = found if each.weighs else found.without_criterion(each.id)
        return found

    @cached_property
    def means(self) -> Mapping[tuple[str, str], float | None]:
        """The mean over agencies, by issue and criterion; ``None`` where none scored."""
        found = self.whole
        many = found.known.sum(axis=0)
        total = np.where(found.known, found.scores, 0.0).sum(axis=0)
        return {
            (issue, criterion.name): float(total[i, c] / many[i, c]) if many[i, c] else None
            for i, issue in enumerate(found.issues)
            for c, criterion in enumerate(found.criteria)
        }

    @cached_property
    def volume(self) -> Volume | None:
        """Counts in the data, where the partnership lets them weigh; none that may not be told."""
        weighs = self.round.volume
        if weighs is None or self.results is None:
            return None
        counts = {each.id: _counted(self.results, each.categories) for each in self.round.issues}
        bands = [float(band) for band in weighs.bands]
        told = {issue: one for issue, one in counts.items() if one is not None}
        return Volume(told, bands, weighs.weight) if told else None

    @cached_property
    def order(self) -> Ranking | CannotSay:
        """The order of issues by their scores."""
        return ranking(
            self.matrix, cut=self.round.cut, rule=self.round.rule, least=self.round.least, volume=self.volume
        )

    @cached_property
    def agreement(self) -> Agreement | CannotSay:
        """Whether the agencies agree on the order of the issues that are ranked."""
        return agreement(self.ranked, rule=self.round.rule)

    @property
    def ranked(self) -> Matrix:
        """The issues that are ranked, alone."""
        found = self.order
        return self.matrix.of_issues([each.issue for each in found.lines]) if said(found) else self.matrix

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What changes without each agency and each criterion."""
        found = self.order
        return left_out(self.matrix, found, rule=self.round.rule, volume=self.volume) if said(found) else ()

    @cached_property
    def stood(self) -> tuple[Stood, ...]:
        """How the issues stand after the partnership's overrides."""
        found = self.order
        return overridden(found, [(each.issue, each.to) for each in self.round.overrides]) if said(found) else ()

    @cached_property
    def suggested(self) -> tuple[Suggestion, ...]:
        """Issues that may run through others, but for those that the partnership made priorities."""
        found = self.order
        first = {each.issue for each in self.stood if each.place <= self.round.cut}
        return (
            tuple(each for each in cross_cutting(self.matrix, found) if each.issue not in first) if said(found) else ()
        )

    def issue(self, name: str) -> str:
        """What an issue is called."""
        return next(each.name for each in self.round.issues if each.id == name)

    def agency(self, name: str) -> str:
        """What an agency is called."""
        return next(each.name for each in self.round.agencies if each.id == name)

    def criterion(self, name: str) -> str:
        """What a criterion is called."""
        return next(each.name for each in self.round.criteria if each.id == name)


def _counted(results: Results, categories: tuple[str, ...]) -> Counted | None:
    """The records of an issue's categories; ``None`` where the data have none or one of them may not be told."""
    if not categories or any(_withheld(results, line) for line in categories):
        return None
    series = series_of(results.counts, categories)
    count = window_total(series, results.context.window)
    if count is None:
        return None
    swing = series_dispersion(series)
    return Counted(count, max(1.0, swing.phi) if said(swing) else TYPICAL_PHI)


def _withheld(results: Results, line: str) -> bool:
    """Whether the count of a category over the period is withheld, or was not decided on."""
    if results.decision is None:
        return False
    return line not in results.lines or results.decision.withholds({"category": line, "window": "latest"})
