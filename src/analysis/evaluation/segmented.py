"""Segmented regression of counts: a level that changes at the start, robust to months that hang together."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis.evaluation.hanging_together import hanging_together
from analysis.measures import Mixture
from analysis.trends import CountModel, count_model
from analysis.trends.log_linear_fit import fit_log_linear

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Segmented:
    """``step`` is what the first column's coefficient (log ratio) may be.

    ``model`` is the regression, ``covariance`` (k by k) that of its coefficients with months hanging together as they
    may on average; ``weighted`` (n by k) are the columns times the root of their working weights.
    """

    model: CountModel
    step: Mixture
    covariance: Floats
    weighted: Floats


def segmented(counts: Floats, columns: Floats, offset: Floats, when: npt.NDArray[np.int64]) -> Segmented:
    """Regress n ``counts`` on ``columns`` (the step first) with ``offset``, of months numbered ``when``.

    Quasi-Poisson or negative binomial as ``trends.count_model`` finds. Its own errors take months to be independent,
    and with a correlation of 0.6 then call a fifth of series changed that are not; these do not. Raises ``ValueError``
    as ``count_model``.
    """
    model = count_model(counts, columns, offset)
    design = np.column_stack([np.ones(len(counts)), columns])
    thin = 1 / (1 + model.expected / model.theta)
    moves = _moves(design, model.expected * thin) * thin
    step, together = hanging_together(counts - model.expected, model.expected, moves[1], design, when)
    covariance = moves @ together.covariance(model.expected, when) @ moves.T
    weighted = design * np.sqrt(model.expected * thin)[:, None]
    return Segmented(model, replace(step, middles=step.middles + model.coefficients[1]), covariance, weighted)


def several_steps(counts: Floats, columns: Floats, offset: Floats, when: npt.NDArray[np.int64]) -> list[Mixture]:
    """The step of each of s series (``counts`` s by n), by Poisson regressions with the same robust errors."""
    design = np.column_stack([np.ones(counts.shape[1]), columns])
    fitted = fit_log_linear(counts, design, offset)
    found = []
    for own, expected, coefficients in zip(counts, fitted.expected, fitted.coefficients, strict=True):
        step, _ = hanging_together(own - expected, expected, _moves(design, expected)[1], design, when)
        found.append(replace(step, middles=step.middles + coefficients[1]))
    return found


def _moves(design: Floats, weight: Floats) -> Floats:
    """How much each count moves each coefficient (k by n): the inverse information times the design."""
    return np.asarray(np.linalg.solve((design.T * weight) @ design, design.T), dtype=np.float64)
