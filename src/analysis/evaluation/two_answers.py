"""What a design of two models keeps of each: its answer by name, and whether its noise hangs together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.measures import LEVEL, Mixture
from analysis.trends import ljung_box_q

Floats = npt.NDArray[np.float64]
LAGS: Final = 12
SIMULATIONS: Final = 399
SEED: Final = 20221130
"""The same series give the same p on every run."""


def answer_of(name: str, found: Mixture) -> Mapping[str, float]:
    """``name_ratio``, ``name_low``, ``name_high``: a log ratio as a ratio with its limits."""
    low, high = found.limits(LEVEL)
    told = zip(("ratio", "low", "high"), (found.middle, low, high), strict=True)
    return {f"{name}_{part}": math.exp(min(each, 700.0)) for part, each in told}


def simulated_p(residuals: Floats, design: Floats, known: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Ljung and Box's statistic at 12 lags and its p, among noise from which the same ``design`` is taken out.

    ``residuals`` (n) are Pearson's, ``design`` (n by k) the columns times the root of the working weights, ``known``
    marks the n months among all. By chi-square the statistic rejects far too often once season and trend are taken
    out of a few dozen months.
    """
    basis = np.linalg.qr(design)[0]
    noise = np.random.default_rng(SEED).standard_normal((SIMULATIONS, len(residuals)))
    spread = np.full((SIMULATIONS + 1, len(known)), np.nan)
    spread[0, known] = residuals
    spread[1:, known] = noise - (noise @ basis) @ basis.T
    q = ljung_box_q(spread, LAGS)
    if not np.isfinite(q[0]):
        return float("nan"), float("nan")
    return float(q[0]), float((1 + (q[1:] >= q[0]).sum()) / (1 + SIMULATIONS))


def ljung_box_of(residuals: Floats, design: Floats, known: npt.NDArray[np.bool_]) -> Mapping[str, float]:
    """The same as figures by name."""
    q, p = simulated_p(residuals, design, known)
    return {"ljung_box_q": q, "ljung_box_p": p}
