"""How far places change unlike one another beyond what their own series show: weighed over what a few of them allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

from analysis.measures import LEVEL

Floats = npt.NDArray[np.float64]
USUAL: Final = 0.1
"""Half-Cauchy scale of tau beforehand (Gelman 2006), where it is not nought: the standard deviation of places' log
changes beyond the swing that widens their own intervals."""
NONE: Final = 0.5
"""Weight beforehand of none beyond that swing. Of 28 offences in the districts of Lancashire and Leicestershire, year
ending November 2022 on the year before, at least 21 had an estimate of nought, and the highest tenth 0.10 or more."""
TAUS: Final[Floats] = np.concatenate([[0.0], np.geomspace(0.005, 1.5, 60)])


@dataclass(frozen=True)
class Unlike:
    """What tau may be, with ``weights`` (sum 1), learned from ``places`` others."""

    taus: tuple[float, ...]
    weights: tuple[float, ...]
    places: int

    @property
    def tau(self) -> float:
        """The root of its mean square."""
        return math.sqrt(float(np.array(self.weights) @ np.array(self.taus) ** 2))

    def beside(self, known: float, share: float, level: float = LEVEL) -> float:
        """What to add to the ``known`` variance of a log ratio, so that limits hold ``level`` over all that tau may be.

        ``share`` is how many times tau squared the ratio has: one for the place, and the squared shares of the others.
        """
        variances = known + share * np.array(self.taus) ** 2
        weights, z = np.array(self.weights), special.ndtri((1 + level) / 2)

        def excess(variance: float) -> float:
            return float(weights @ (2 * special.ndtr(-z * np.sqrt(variance / variances)))) - (1 - level)

        found = float(optimize.brentq(excess, known * (1 - 1e-9), variances.max() * (1 + 1e-9)))
        return max(0.0, found - known)


def unlike(changes: Sequence[float], variances: Sequence[float]) -> Unlike:
    """Weigh tau from the log ``changes`` of other places and the variance that each has by its own swing.

    The restricted likelihood (Harville 1974) times what is thought beforehand (``NONE``, else half-Cauchy with scale
    ``USUAL``). A few places tell little of tau, whose point estimate is most often nought and then too narrow (Higgins,
    Thompson and Spiegelhalter 2009, JRSS A 172). Fewer than two cannot show it, and it is taken for nought.
    """
    y, v = np.array(changes, dtype=np.float64), np.array(variances, dtype=np.float64)
    if len(y) < 2:
        return Unlike((0.0,), (1.0,), len(y))
    weights = _beforehand() * np.exp(_fit(y, v) - _fit(y, v).max())
    return Unlike((*map(float, TAUS),), (*map(float, weights / weights.sum()),), len(y))


def _beforehand() -> Floats:
    some = np.gradient(TAUS) / (1 + (TAUS / USUAL) ** 2)
    some[0] = 0.0
    weights: Floats = (1 - NONE) * some / some.sum()
    weights[0] = NONE
    return weights


def _fit(changes: Floats, variances: Floats) -> Floats:
    """The restricted log likelihood of each tau."""
    precision = 1 / (variances + TAUS[:, None] ** 2)
    whole = precision.sum(axis=1)
    mean = precision @ changes / whole
    squares = (precision * (changes - mean[:, None]) ** 2).sum(axis=1)
    fit: Floats = 0.5 * (np.log(precision).sum(axis=1) - np.log(whole) - squares)
    return fit
