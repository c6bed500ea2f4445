"""The order of issues by their scores, and how sure it is: P(among the first), and the ranks that each may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay
from analysis.priorities.combine import Rule, Weights, as_declared, combined
from analysis.priorities.matrix import Floats, Matrix
from analysis.priorities.volume import Volume

DRAWS: Final = 4000
SEED: Final = 20_101_001
"""The same draws in every report."""
LEVEL: Final = 0.95
LEAST: Final = 3
"""Fewest agencies that must score every criterion of an issue, unless the partnership says otherwise."""
FEWEST: Final = 3
"""Fewest agencies whose disagreement can say how sure an order is."""
WEIGHTS_MOVE: Final = 0.25
"""Each weight is drawn within this share of what was declared."""
SAME: Final = 9
"""Decimals to which two scores are the same, so that no rank hangs on the rounding of the machine."""


@dataclass(frozen=True)
class Ranked:
    """One issue: its score, its rank, the ranks it may have, and how likely it is among the first ``cut``.

    ``chance`` is a share from 0 to 1, and with ``low`` and ``high`` is ``None`` where too few agencies scored to say.
    """

    issue: str
    score: float
    place: int
    low: int | None
    high: int | None
    chance: float | None
    agencies: int
    """How many agencies scored it on every criterion."""


@dataclass(frozen=True)
class Ranking:
    """Issues with the highest score first; those that could not be ranked, each with the reason."""

    lines: tuple[Ranked, ...]
    cannot: Mapping[str, CannotSay]
    cut: int
    draws: int

    @property
    def top(self) -> tuple[str, ...]:
        """The issues that score among the first; more than ``cut`` where scores are the same."""
        return tuple(each.issue for each in self.lines if each.place <= self.cut)

    def line(self, issue: str) -> Ranked | None:
        """The line of an issue, or ``None`` where it is not ranked."""
        return next((each for each in self.lines if each.issue == issue), None)


def ranking(
    matrix: Matrix,
    *,
    cut: int = 5,
    rule: Rule = "weighted mean",
    least: int = LEAST,
    volume: Volume | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Ranking | CannotSay:
    """Rank issues by their combined score; each draw takes other weights of agencies and criteria, and other counts.

    Agencies are drawn by a Bayesian bootstrap (Rubin 1981) whose weights spread so that the variance of a mean is that
    of a mean of few; criteria within a quarter of their weights; counts from a gamma distribution. Refused where fewer
    than two issues were scored by enough agencies. Raises ``ValueError`` for fewer than one place, agency or draw.
    """
    if min(cut, least, draws) < 1:
        raise ValueError("cut, least and draws are at least 1")
    enough = _enough(matrix, least)
    cannot = {issue: why for issue, why in enough.items() if why is not None}
    ranked = matrix.of_issues([issue for issue in matrix.issues if issue not in cannot]).answered
    if len(ranked.issues) < 2:
        return CannotSay(f"fewer than two issues were scored by {least} agencies", "few-scores")
    scores = combined(ranked, as_declared(ranked, volume), rule)[0]
    places = 1 + (np.round(scores[:, None], SAME) < np.round(scores, SAME)).sum(axis=1)
    drawn = _drawn_places(ranked, rule, volume, draws, seed) if len(ranked.agencies) >= FEWEST else None
    full = ranked.known.all(axis=2).sum(axis=0)
    lines = [
        Ranked(issue, float(scores[n]), int(places[n]), *_spread(drawn, n, int(places[n]), cut), int(full[n]))
        for n, issue in enumerate(ranked.issues)
    ]
    return Ranking(tuple(sorted(lines, key=lambda each: (each.place, each.issue))), cannot, cut, draws)


def _enough(matrix: Matrix, least: int) -> dict[str, CannotSay | None]:
    """Why each issue cannot be ranked, if it cannot: a criterion that too few agencies scored it on."""
    by = matrix.known.sum(axis=0)
    found: dict[str, CannotSay | None] = {}
    for issue, scored in zip(matrix.issues, by, strict=True):
        short = [each.name for each, n in zip(matrix.criteria, scored, strict=True) if n < least]
        fewest = int(scored.min())
        who = {0: "no agency", 1: "one agency"}.get(fewest, f"{fewest} agencies")
        on = "" if len(set(scored)) == 1 else f" on {matrix.criteria[int(scored.argmin())].name}"
        found[issue] = CannotSay(f"{who} scored it{on}; {least} are needed", "few-scores") if short else None
    return found


def _drawn_places(matrix: Matrix, rule: Rule, volume: Volume | None, draws: int, seed: int) -> npt.NDArray[np.intp]:
    """The rank of each issue in each draw; issues with one score are told apart by lot."""
    random = np.random.default_rng(seed)
    scores = combined(matrix, _drawn(matrix, volume, draws, random), rule)
    scores = _shrunk(scores, _few(len(matrix.agencies), scores.shape, random))
    lots = random.random(scores.shape)
    order = np.lexsort((lots, -np.round(scores, SAME)), axis=1)
    return 1 + np.argsort(order, axis=1)


def _few(agencies: int, shape: tuple[int, ...], random: np.random.Generator) -> Floats:
    """How much wider chance may be than so few agencies show: what makes Student's t of a normal distribution."""
    return np.asarray(np.sqrt((agencies - 1) / random.chisquare(agencies - 1, shape)))


def _shrunk(scores: Floats, wider: Floats) -> Floats:
    """Draws around means that are drawn together as far as their differences are chance (empirical Bayes).

    The highest of several uncertain scores are high partly by luck; without this, P claims too much when agencies are
    few and disagree. Where all differences may be chance, any order is as likely as another.
    """
    means = scores.mean(axis=0)
    chance = scores - means
    within = (chance - chance.mean(axis=1, keepdims=True)).var(axis=0).sum() / (len(means) - 1)
    between = means.var(ddof=1)
    true = max(0.0, 1 - within / between) if between > 0 else 0.0
    return np.asarray(true * means + np.sqrt(true) * chance * wider)


def _drawn(matrix: Matrix, volume: Volume | None, draws: int, random: np.random.Generator) -> Weights:
    many = len(matrix.agencies)
    # Dirichlet weights that total many - 2 give a mean the variance s^2 / many, as sampling few agencies does.
    agencies = random.gamma((many - 2) / many, size=(draws, many)) + 1e-12
    criteria = matrix.weights * random.uniform(1 - WEIGHTS_MOVE, 1 + WEIGHTS_MOVE, (draws, len(matrix.criteria)))
    if volume is None:
        return Weights(agencies, criteria)
    of_volume = volume.weight * random.uniform(1 - WEIGHTS_MOVE, 1 + WEIGHTS_MOVE, draws)
    return Weights(agencies, criteria, volume.drawn(matrix.issues, draws, random), of_volume)


def _spread(
    drawn: npt.NDArray[np.intp] | None, n: int, place: int, cut: int
) -> tuple[int | None, int | None, float | None]:
    if drawn is None:
        return None, None, None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn[:, n], [tail, 1 - tail], method="inverted_cdf")
    return min(int(low), place), max(int(high), place), float((drawn[:, n] <= cut).mean())


def own_scores(matrix: Matrix, rule: Rule) -> Floats:
    """What each agency alone would give each issue; ``nan`` where it scored less than half of the weight."""
    found = combined(matrix, Weights(np.eye(len(matrix.agencies)), matrix.weights[None]), rule)
    share = (matrix.known * matrix.weights).sum(axis=2) / matrix.weights.sum()
    return np.where(share >= 0.5, found, np.nan)
