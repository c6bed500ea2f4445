"""Do neighbouring periods hang together? Autocorrelation with gaps, and Ljung-Box against the model's own noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.trends.count_model import CountModel
from analysis.trends.log_linear_fit import fit_log_linear

Floats = npt.NDArray[np.float64]
SIMULATIONS: Final = 399
"""Series drawn from the fitted model; a p is a whole number of 1 / (this + 1)."""
SEED: Final = 20221130
"""The same series give the same p on every run."""


@dataclass(frozen=True)
class LjungBox:
    """Ljung and Box's (1978) statistic up to ``lags``, and its ``p`` among series drawn from the fitted model."""

    lags: int
    q: float
    p: float


def autocorrelation(residuals: Floats, lags: int) -> Floats:
    """Correlation of ``residuals`` (n, or s by n) with those 1 to ``lags`` periods on; NaN marks a gap that is kept.

    All NaN where nothing varies.
    """
    known = np.isfinite(residuals)
    centred = np.where(known, residuals - np.nanmean(residuals, axis=-1, keepdims=True), 0.0)
    whole = (centred**2).sum(axis=-1)
    found = [(centred[..., lag:] * centred[..., :-lag]).sum(axis=-1) for lag in range(1, lags + 1)]
    return np.asarray(np.divide(found, whole, out=np.full_like(found, np.nan), where=whole > 1e-12), dtype=np.float64).T


def ljung_box_q(residuals: Floats, lags: int) -> Floats:
    """Ljung and Box's statistic up to ``lags``; over gaps each lag counts the pairs that are known."""
    known = np.isfinite(residuals[0] if residuals.ndim > 1 else residuals)
    pairs = np.array([(known[lag:] & known[:-lag]).sum() for lag in range(1, lags + 1)], dtype=np.float64)
    weight = np.divide(1.0, pairs, out=np.zeros_like(pairs), where=pairs > 0)
    n = float(known.sum())
    return np.asarray(n * (n + 2) * (autocorrelation(residuals, lags) ** 2 * weight).sum(axis=-1), dtype=np.float64)


def ljung_box(residuals: Floats, lags: int) -> float:
    """P of no autocorrelation up to ``lags`` by chi-square, as books have it; NaN where the residuals are too few.

    Raises ``ValueError`` for fewer lags than one or an infinite residual.
    """
    if lags < 1 or np.isinf(residuals).any():
        raise ValueError("a test of autocorrelation needs at least 1 lag, and residuals that are not infinite")
    if len(residuals) <= lags + 1 or not np.ptp(residuals):
        return float("nan")
    return float(stats.chi2.sf(ljung_box_q(residuals, lags), lags))


def simulated_ljung_box(
    fitted: CountModel, columns: Floats, offset: Floats, known: npt.NDArray[np.bool_], lags: tuple[int, ...]
) -> tuple[LjungBox, ...]:
    """Ljung-Box of a fitted regression, judged by series drawn from it and fitted in the same way.

    ``columns`` and ``offset`` are those of the known periods, ``known`` marks them among all. With a season and a trend
    taken out of a few dozen months, chi-square is not the statistic's distribution: that is why it is simulated.
    """
    design = np.column_stack([np.ones(len(columns)), columns])
    drawn = _draw(fitted)
    alpha = 1 / fitted.theta
    start = np.broadcast_to(fitted.expected, drawn.shape)
    again = fit_log_linear(drawn, design, offset, alpha, start=start, settled=1e-3)
    noise = (drawn - again.expected) / np.sqrt(again.expected + alpha * again.expected**2)
    seen, null = _spread(fitted.residuals[None, :], known), _spread(noise, known)
    return tuple(_judged(ljung_box_q(seen, each), ljung_box_q(null, each), each) for each in lags)


def _judged(seen: Floats, null: Floats, lags: int) -> LjungBox:
    if not np.isfinite(seen[0]):
        return LjungBox(lags, float("nan"), float("nan"))
    return LjungBox(lags, float(seen[0]), float((1 + (null >= seen[0]).sum()) / (1 + len(null))))


def _draw(fitted: CountModel) -> Floats:
    """Counts around the fitted mean: Poisson, or gamma-Poisson with the variance that the model has."""
    rng, expected = np.random.default_rng(SEED), fitted.expected
    size = (SIMULATIONS, len(expected))
    if fitted.family == "Poisson" or fitted.phi <= 1:
        return rng.poisson(expected, size).astype(np.float64)
    shape = fitted.theta if fitted.family == "negative binomial" else np.maximum(expected / (fitted.phi - 1), 1e-6)
    return rng.poisson(rng.gamma(shape, expected / shape, size)).astype(np.float64)


def _spread(values: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    whole = np.full((len(values), len(known)), np.nan)
    whole[:, known] = values
    return whole
