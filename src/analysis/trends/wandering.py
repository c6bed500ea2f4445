"""An effect beside a level of which three years cannot tell how far it wanders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.measures import LEVEL, Mixture
from analysis.trends.local_level import known_part

Floats = npt.NDArray[np.float64]
WANDER: Final = 0.05
"""Scale of what is taken for granted of a level's monthly step (half-normal, log scale): about the median step, 0.048,
of 227 monthly series of the districts of Lancashire and Leicestershire, 2018 to 2022, Covid months left out."""
RATIOS: Final[Floats] = np.concatenate([[0.0], np.logspace(-2, 1.5, 40)])
"""Standard deviation of the level's step over that of the noise, where the average is taken."""


@dataclass(frozen=True)
class Drift:
    """A slope: its ``middle`` (median) and its limits, with ``df`` degrees of freedom behind its variances."""

    middle: float
    low: float
    high: float
    df: int


@dataclass(frozen=True)
class Wandering:
    """A local level with fixed effects for each ratio of the level's step to the noise, and the weight of each.

    For r ratios, n known periods at places ``at`` and k ``effects`` (a constant first): ``weights`` r; ``coefficients``
    r by k; ``inverse`` r by k by k, their covariance at noise 1; ``noise`` r standard deviations. The periods'
    covariance at noise 1 has the ``variance`` (r by n) along its ``axes``; ``left`` (r by n) is its inverse times what
    the effects leave.
    """

    at: Floats
    effects: Floats
    weights: Floats
    coefficients: Floats
    inverse: Floats
    noise: Floats
    axes: Floats
    variance: Floats
    left: Floats
    df: int

    def effect(self, place: int) -> Mixture:
        """What the coefficient of column ``place`` (0 the first one given) may be."""
        errors = self.noise * np.sqrt(self.inverse[:, place + 1, place + 1])
        return Mixture(self.coefficients[:, place + 1], errors, self.weights, float(self.df))

    def course(self, at: Floats, columns: Floats) -> tuple[Floats, Floats]:
        """Level plus effects at m places ``at`` (none before the first known) with ``columns`` (m by k - 1), r by m.

        The second array is their covariance (r by m by m), that of the coefficients in it but no noise of a period
        (Harvey 1989, 3.4 and 4.1; kriging with a trend is the same).
        """
        asked = np.column_stack([np.ones(len(at)), columns])
        ratio = RATIOS[:, None, None] ** 2
        shared = np.minimum.outer(at, self.at) - self.at[0]
        turned = shared @ self.axes
        gain = ratio * (turned / self.variance[:, None, :]) @ self.axes.T
        beside = asked - gain @ self.effects
        own = ratio * (np.minimum.outer(at, at) - self.at[0] - gain @ shared.T)
        spread = own + beside @ self.inverse @ beside.transpose(0, 2, 1)
        middle = self.coefficients @ asked.T + RATIOS[:, None] ** 2 * (self.left @ shared.T)
        return middle, self.noise[:, None, None] ** 2 * spread

    @property
    def share(self) -> float:
        """The level's share of the variance of a step, the mean of what it may be."""
        return float(self.weights @ (RATIOS**2 / (1 + RATIOS**2)))


def wandering(
    log_counts: Floats,
    columns: Floats,
    *,
    scale: float = WANDER,
    still: float = 0.0,
    spread: Floats | None = None,
) -> Wandering:
    """Fit a level that wanders with fixed ``columns`` for each of ``RATIOS``, and weigh them.

    NaN in ``log_counts`` marks a gap. For each ratio of step to noise the effects have a Student distribution
    (generalised least squares); they are weighted by the restricted likelihood, in which flat priors of the
    coefficients and of the log noise are integrated out, and by a half-normal prior of the step with ``scale``, of
    which ``still`` is the share kept for a level that does not wander at all. The best single ratio is often nought
    though the level wanders, and its interval then far too narrow. ``spread`` (one for each column, infinite where
    nothing is known) are standard deviations around nought that coefficients are taken to have beforehand (ridge
    regression at the noise of the fit without them). Columns, and errors raised, as for ``local_level``.
    """
    at, values, effects = known_part(log_counts, columns)
    df = len(at) - effects.shape[1]
    walk, axes = np.linalg.eigh(np.minimum.outer(at, at) - at[0])
    variance = 1 + RATIOS[:, None] ** 2 * np.maximum(walk, 0.0)
    turned, response = axes.T @ effects, axes.T @ values
    weighted = turned.T / variance[:, None, :]
    precision = weighted @ turned
    inverse = np.linalg.inv(precision)
    coefficients = (inverse @ (weighted @ response)[:, :, None])[:, :, 0]
    residual = response - coefficients @ turned.T
    noise = np.sqrt(np.maximum((residual**2 / variance).sum(axis=1), 1e-18) / df)
    fit = -0.5 * (np.log(variance).sum(axis=1) + np.linalg.slogdet(precision)[1]) - df * np.log(noise)
    weights = np.exp(fit - fit.max()) * _beforehand(noise, scale, still)
    if spread is not None:
        tied = noise[:, None] ** 2 / np.concatenate([[np.inf], spread]) ** 2
        inverse = np.linalg.inv(precision + tied[:, :, None] * np.eye(effects.shape[1]))
        coefficients = (inverse @ (weighted @ response)[:, :, None])[:, :, 0]
        residual = response - coefficients @ turned.T
    left = (residual / variance) @ axes.T
    return Wandering(at, effects, weights / weights.sum(), coefficients, inverse, noise, axes, variance, left, df)


def _beforehand(noise: Floats, scale: float, still: float) -> Floats:
    step = RATIOS * noise / scale
    weight = (1 - still) * np.sqrt(2 / np.pi) * np.exp(-0.5 * step**2) * noise / scale * np.gradient(RATIOS)
    weight[0] += still
    return np.asarray(weight, dtype=np.float64)


def wandering_drift(log_counts: Floats, columns: Floats, *, level: float = LEVEL) -> Drift:
    """The coefficient of the first of ``columns`` beside a level that wanders, averaged over how far it may."""
    fitted = wandering(log_counts, columns)
    slope = fitted.effect(0)
    low, high = slope.limits(level)
    return Drift(slope.middle, low, high, fitted.df)
