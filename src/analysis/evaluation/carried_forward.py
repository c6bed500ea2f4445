"""What a model fitted before the start says of the periods after it: the structural counterfactual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.trends import Wandering, wandering

Floats = npt.NDArray[np.float64]
DRAWS: Final = 4000
SEED: Final = 20221130
"""The same series give the same draws on every run."""


@dataclass(frozen=True)
class CarriedForward:
    """``paths`` (draws by periods asked for) of level and effects; ``noise`` the standard deviation of each draw.

    ``fitted`` is the model of the periods known.
    """

    paths: Floats
    noise: Floats
    fitted: Wandering


def carried_forward(
    values: Floats, columns: Floats, asked: npt.NDArray[np.intp], *, scale: float, still: float = 0.0,
    spread: Floats | None = None,
) -> CarriedForward:  # fmt: skip
    """Fit a level that wanders plus ``columns`` (n by k) to ``values``, NaN where not known, and draw it at ``asked``.

    A structural model with the controls as regressors, its parameters, the level's steps and how far it may wander all
    drawn (the idea of Brodersen and others 2015, Annals of Applied Statistics 9, without their choice of regressors).
    ``scale`` and ``still`` are what is thought beforehand of the level's step, in units of ``values``, and ``spread``
    of the coefficients (``trends.wandering``). Raises ``ValueError`` as ``trends.local_level``.
    """
    fitted = wandering(values, columns, scale=scale, still=still, spread=spread)
    middles, covariances = fitted.course(asked.astype(np.float64), columns[asked])
    rng = np.random.default_rng(SEED)
    number = rng.multinomial(DRAWS, fitted.weights)
    paths, noises = [], []
    for many, middle, covariance, noise in zip(number, middles, covariances, fitted.noise, strict=True):
        if not many:
            continue
        scaled = np.sqrt(fitted.df / rng.chisquare(fitted.df, many))
        paths.append(middle + scaled[:, None] * (rng.standard_normal((many, len(middle))) @ _root(covariance).T))
        noises.append(noise * scaled)
    return CarriedForward(np.concatenate(paths), np.concatenate(noises), fitted)


def _root(covariance: Floats) -> Floats:
    """A square root of a covariance that may be singular (neighbouring periods of a level that stands still are)."""
    values, axes = np.linalg.eigh(covariance)
    found: Floats = axes * np.sqrt(np.maximum(values, 0.0))
    return found
