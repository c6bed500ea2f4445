"""The treated place's share of what it and its comparators counted, month by month: a regression of odds."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from analysis.evaluation.hanging_together import hanging_together
from analysis.measures import Mixture

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class SegmentedShare:
    """``step`` is what the first column's coefficient (log ratio of ratios) may be; ``phi`` is Pearson's.

    ``share`` is the expected share of each month, ``residuals`` Pearson's, ``covariance`` (k by k) that of the
    coefficients with months hanging together as they may on average; ``weighted`` (n by k) are the columns
    times the root of their working weights.
    """

    step: Mixture
    phi: float
    coefficients: Floats
    share: Floats
    residuals: Floats
    covariance: Floats
    weighted: Floats


def segmented_share(treated: Floats, others: Floats, columns: Floats, when: npt.NDArray[np.int64]) -> SegmentedShare:
    """Regress the odds of ``treated`` to ``others`` (n counts each) on ``columns``, the step first.

    Given each month's total, Poisson counts of two groups are binomial, and this is the stacked regression
    ``count ~ month by month level + group * (trend + season) + group : step`` (McCullagh and Nelder 1989, 6.4): what
    moves both places alike cancels, whatever it is. Months without a count in either carry nothing and must be left
    out.
    """
    design = np.column_stack([np.ones(len(treated)), columns])
    total = treated + others
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)  # a share that never swings is no error here
        fitted = sm.GLM(np.column_stack([treated, others]), design, family=sm.families.Binomial()).fit()
    share = np.asarray(fitted.fittedvalues, dtype=np.float64)
    variance = total * share * (1 - share)
    moves = np.linalg.solve((design.T * variance) @ design, design.T)
    left = treated - total * share
    off, together = hanging_together(left, variance, moves[1], design, when)
    coefficients = np.asarray(fitted.params, dtype=np.float64)
    residuals = left / np.sqrt(variance)
    return SegmentedShare(
        step=replace(off, middles=off.middles + coefficients[1]),
        phi=float(residuals @ residuals / (len(total) - design.shape[1])),
        coefficients=coefficients,
        share=share,
        residuals=residuals,
        covariance=moves @ together.covariance(variance, when) @ moves.T,
        weighted=design * np.sqrt(variance)[:, None],
    )
