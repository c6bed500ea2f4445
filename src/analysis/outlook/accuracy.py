"""What an outlook has been worth on its own past, beside seasonal naive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import binom

from analysis.outlook.models import NAIVE
from analysis.outlook.origins import Tried

WIDE: Final = 0.9
"""80 % intervals that held more than this may be wider than they need be."""
RARE: Final = 0.05
"""A share that right intervals would hold by chance less often than this is not put down to chance."""


@dataclass(frozen=True)
class AtHorizon:
    """One horizon: MASE of the model and of seasonal naive, shares inside the 80 and 95 % intervals, origins."""

    ahead: int
    mase: float
    naive_mase: float
    coverage80: float
    coverage95: float
    origins: int


@dataclass(frozen=True)
class Accuracy:
    """All horizons up to the one published together, and each by itself."""

    mase: float
    naive_mase: float
    coverage80: float
    coverage95: float
    origins: int
    by_horizon: tuple[AtHorizon, ...]


def too_wide(coverage80: float, trials: int) -> bool:
    """Whether 80 % intervals held clearly more than they should: over 90 %, a share that is rare by chance alone.

    ``coverage80`` is a share of 1. Right intervals would hold as much in fewer than one of twenty sets of ``trials``
    origins (binomial); months of the same origin hang together, so that origins alone are counted.
    """
    if not 0 <= coverage80 <= 1 or trials < 1:
        raise ValueError(f"a share of {coverage80} in {trials} trials: give a share from 0 to 1 and one trial or more")
    return coverage80 > WIDE and float(binom.sf(round(coverage80 * trials) - 1, trials, 0.8)) < RARE


def chosen(found: Mapping[str, Tried], horizon: int) -> str:
    """The model of least mean absolute error up to ``horizon``; seasonal naive where none has less."""
    errors = {name: float(np.mean(each.errors(horizon))) for name, each in found.items()}
    best = min(errors, key=lambda name: (errors[name], name))
    return best if errors[best] < errors[NAIVE] else NAIVE


def accuracy(model: Tried, naive: Tried, horizon: int, scale: float) -> Accuracy:
    """Score a model and seasonal naive up to ``horizon``, errors in units of ``scale``."""
    each = tuple(_at(model, naive, ahead, scale) for ahead in range(1, horizon + 1))
    return Accuracy(
        mase=float(np.mean(model.errors(horizon))) / scale,
        naive_mase=float(np.mean(naive.errors(horizon))) / scale,
        coverage80=model.inside(model.low80, model.high80, 0, horizon),
        coverage95=model.inside(model.low95, model.high95, 0, horizon),
        origins=max(at.origins for at in each),
        by_horizon=each,
    )


def _at(model: Tried, naive: Tried, ahead: int, scale: float) -> AtHorizon:
    said, other = np.abs(model.actual - model.median)[:, ahead - 1], np.abs(naive.actual - naive.median)[:, ahead - 1]
    return AtHorizon(
        ahead=ahead,
        mase=float(np.nanmean(said)) / scale,
        naive_mase=float(np.nanmean(other)) / scale,
        coverage80=model.inside(model.low80, model.high80, ahead - 1, ahead),
        coverage95=model.inside(model.low95, model.high95, ahead - 1, ahead),
        origins=int(np.isfinite(said).sum()),
    )
