"""State space: a level that may wander, with a fixed season, its variance ratio averaged over instead of chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import linalg

from analysis.outlook.history import History

Floats = npt.NDArray[np.float64]
RATIOS: Final = (0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
"""Variances of the level's monthly step over that of the noise, each as likely as the others beforehand."""
LEAST_DF: Final = 8
"""Fewest usable months beyond the effects fitted, from which a spread can be judged."""


@dataclass(frozen=True)
class Ahead:
    """Student distribution of the logs ahead: ``mean``, ``scale`` matrix and ``df``; ``weight`` is its evidence."""

    mean: Floats
    scale: Floats
    df: int
    weight: float


def levels_ahead(past: History, ratios: Sequence[float] = RATIOS) -> dict[float, Ahead]:
    """The months ahead under each ratio: generalised least squares with a diffuse level (Harvey 1989, 3.4).

    The same model as statsmodels' ``UnobservedComponents("llevel")`` with fixed effects; a gap is a row left out. The
    weights are the restricted likelihoods (Harville 1974), over that of the likeliest.
    """
    known = np.flatnonzero(past.usable)
    time = np.arange(len(past.months), dtype=np.float64)
    logs = past.logs[known]
    design = np.column_stack([np.ones(len(time)), past.columns])
    found = {ratio: _ahead(logs, design, time, known, past.length, ratio) for ratio in ratios}
    top = max(each.weight for each in found.values())
    return {ratio: replace(each, weight=float(np.exp(each.weight - top))) for ratio, each in found.items()}


def _ahead(logs: Floats, design: Floats, time: Floats, known: npt.NDArray[np.intp], length: int, ratio: float) -> Ahead:
    wander = ratio * np.minimum.outer(time, time)
    factor = linalg.cho_factor(np.eye(len(known)) + wander[np.ix_(known, known)], lower=True)
    inside, outside = design[known], design[length:]
    across = wander[length:][:, known]
    solved = linalg.cho_solve(factor, np.column_stack([logs, inside, across.T]))
    of_logs, of_inside, of_across = np.split(solved, [1, 1 + inside.shape[1]], axis=1)
    information = inside.T @ of_inside
    bread = np.linalg.inv(information)
    effects = bread @ (of_inside.T @ logs)
    settled = of_logs[:, 0] - of_inside @ effects
    df = len(known) - inside.shape[1]
    variance = max(float((logs - inside @ effects) @ settled) / df, 1e-8)
    doubt = outside - across @ of_inside
    within = np.eye(len(time) - length) + wander[length:, length:] - across @ of_across
    evidence = -np.log(np.diag(factor[0])).sum() - np.linalg.slogdet(information)[1] / 2 - df / 2 * np.log(variance)
    mean = outside @ effects + across @ settled
    return Ahead(mean, variance * (within + doubt @ bread @ doubt.T), df, float(evidence))


def level_paths(past: History, paths: int, rng: np.random.Generator) -> Floats:
    """Draw ``paths`` of the logs ahead (paths by months): over the ratio, the effects, the variance and the noise."""
    return mixed_paths(list(levels_ahead(past).values()), paths, rng)


def mixed_paths(found: list[Ahead], paths: int, rng: np.random.Generator) -> Floats:
    """Draw from a mixture of multivariate Student distributions."""
    weights = np.array([each.weight for each in found])
    drawn = rng.multinomial(paths, weights / weights.sum())
    return np.vstack([_student(each, int(count), rng) for each, count in zip(found, drawn, strict=True)])


def _student(each: Ahead, count: int, rng: np.random.Generator) -> Floats:
    spread = np.sqrt(each.df / rng.chisquare(each.df, size=(count, 1)))
    root = np.linalg.cholesky(each.scale + 1e-12 * np.eye(len(each.mean)))
    drawn: Floats = each.mean + spread * (rng.standard_normal((count, len(each.mean))) @ root.T)
    return drawn
