"""From scores to one figure an issue: the mean over agencies, then criteria put together by the declared rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from analysis.priorities.matrix import Floats, Matrix
from analysis.priorities.volume import Volume

Rule = Literal["weighted mean", "grid"]
OUT_OF: Final = 100
"""A weighted mean is told from 0 (the lowest level of everything) to this."""


@dataclass(frozen=True)
class Weights:
    """How much each agency and each criterion counts, and the level of each issue's volume: a row a draw of each."""

    agencies: Floats
    criteria: Floats
    volume: Floats | None = None
    of_volume: Floats | None = None


def grade(impact: Floats, likelihood: Floats) -> Floats:
    """Cells of a grid: impact times likelihood, as in the matrix of Fife's partnership."""
    return impact * likelihood


def as_declared(matrix: Matrix, volume: Volume | None) -> Weights:
    """Every agency alike, every criterion by its weight, volume as counted."""
    levels = None if volume is None else volume.levels(matrix.issues)[None]
    of_volume = None if volume is None else np.array([volume.weight])
    return Weights(np.ones((1, len(matrix.agencies))), matrix.weights[None], levels, of_volume)


def combined(matrix: Matrix, weights: Weights, rule: Rule) -> Floats:
    """One figure for each draw and issue; ``nan`` where nothing it needs was scored.

    A criterion that nobody scored is left out of an issue's mean, never counted as its lowest level. A weighted mean
    puts every scale on 0 to ``OUT_OF``; a grid multiplies levels as they are, which its one scale allows.
    """
    values = _over_agencies(matrix, weights.agencies)
    low, span = (matrix.low, matrix.span) if rule == "weighted mean" else (np.zeros(1), np.ones(1))
    values = (values - low) / span
    shares = np.broadcast_to(weights.criteria[:, None, :], values.shape)
    likelihood = np.array([each.likelihood for each in matrix.criteria])
    if weights.volume is not None and weights.of_volume is not None:
        levels = weights.volume if rule == "weighted mean" else matrix.low[0] + matrix.span[0] * weights.volume
        values = np.concatenate([values, _across(levels, len(values))[:, :, None]], axis=2)
        shares = np.concatenate([shares, np.broadcast_to(weights.of_volume[:, None, None], values[:, :, :1].shape)], 2)
        likelihood = np.append(likelihood, True)
    if rule == "weighted mean":
        return OUT_OF * _mean(values, shares)
    return grade(*(_mean(values[:, :, side], shares[:, :, side]) for side in (~likelihood, likelihood)))


def _across(levels: Floats, draws: int) -> Floats:
    return np.broadcast_to(levels, (draws, levels.shape[1]))


def _over_agencies(matrix: Matrix, agencies: Floats) -> Floats:
    """The mean over those agencies that scored, for each draw, issue and criterion."""
    flat = matrix.scores.reshape(len(matrix.agencies), -1)
    known = ~np.isnan(flat)
    means: Floats = _ratio(agencies @ np.where(known, flat, 0.0), agencies @ known)
    return means.reshape(-1, *matrix.scores.shape[1:])


def _mean(values: Floats, weights: Floats) -> Floats:
    """The weighted mean over the last axis of what is known."""
    known = ~np.isnan(values)
    return _ratio((np.where(known, values, 0.0) * weights).sum(axis=2), (known * weights).sum(axis=2))


def _ratio(above: Floats, below: Floats) -> Floats:
    return np.asarray(np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0))
