"""Is the treated area's figure unlike the others'? Each is set against the rest and ranked by how far off it is.

Areas differ in size, so what is ranked is a distance over its own standard deviation: variance phi v + tau2 + e, where
v is what Poisson chance gives the area's figure, phi how many times that its counts swing, tau2 how far true values
differ and e what is known of the area besides (as how badly it was matched before). Neither phi nor tau2 can be told
well from some thirty areas, so every pair on a grid is weighed by its restricted likelihood (Harville 1974), each
area's without the area itself. Where areas are alike the rank holds whatever the two are; they serve to compare areas
of different size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.measures import LEVEL

Floats = npt.NDArray[np.float64]
PHI: Final = np.geomspace(1, 20, 12)
TAU: Final = np.concatenate([[0.0], np.geomspace(0.005, 1.5, 24)])


@dataclass(frozen=True)
class AreaSpread:
    """Each area's ``distance`` from what is ``typical`` of the rest, and its standard deviation ``error``.

    Arrays over areas, the treated first. ``phi`` and ``tau`` are the means of what they may be, the treated left out.
    """

    values: Floats
    typical: Floats
    error: Floats
    phi: float
    tau: float

    @property
    def distance(self) -> Floats:
        """Values less what is typical of the others."""
        return self.values - self.typical

    @property
    def scores(self) -> Floats:
        """Distances in standard deviations."""
        return self.distance / self.error

    @property
    def rank(self) -> int:
        """1 where no other area is further off than the treated one."""
        return 1 + int((np.abs(self.scores[1:]) >= abs(self.scores[0])).sum())

    @property
    def p(self) -> float:
        """Randomisation p: the rank over the number of areas (Fisher 1935; Phipson and Smyth 2010)."""
        return self.rank / len(self.values)

    def reach(self, level: float = LEVEL) -> float:
        """How far limits at ``level`` lie from the treated area's distance; infinite with too few others.

        The conformal quantile: of J others' absolute scores the ceil(level (J + 1))-th smallest, times the treated
        area's own standard deviation (Lei and others 2018, JASA 113; Chernozhukov, Wuthrich and Zhu 2021, JASA 116).
        """
        others = np.sort(np.abs(self.scores[1:]))
        place = math.ceil(round(level * (len(others) + 1), 9))
        return float(others[place - 1] * self.error[0]) if place <= len(others) else math.inf

    def limits(self, level: float = LEVEL) -> tuple[float, float]:
        """Limits of the treated area's distance."""
        return float(self.distance[0] - self.reach(level)), float(self.distance[0] + self.reach(level))


def area_spread(values: Floats, chance: Floats, extra: Floats | None = None, *, centred: bool = True) -> AreaSpread:
    """Set each of ``values`` (the treated first) against the others.

    ``chance`` is the variance that Poisson counts give each, ``extra`` what else is known. Unless ``centred`` on what
    is typical of the others, distances are from nought: for figures that are differences already. The treated area
    enters nobody's comparison but its own. Raises ``ValueError`` for fewer than three others or figures not finite.
    """
    besides = np.zeros_like(values) if extra is None else extra
    if len(values) < 4 or not all(np.isfinite(each).all() for each in (values, chance, besides)):
        raise ValueError("a spread of areas needs at least three others, and finite figures of all")
    phi, tau = (each.ravel()[:, None] for each in np.meshgrid(PHI, TAU**2, indexing="ij"))
    variance = phi * chance + tau + besides
    weights = 1 / variance
    means, of_mean, logs = _without_each(values, variance, weights, centred=centred)
    belief = np.exp(logs - logs.max(axis=0))
    belief /= belief.sum(axis=0)
    error = np.sqrt((belief * (variance + of_mean)).sum(axis=0))
    typical = (belief * means).sum(axis=0)
    return AreaSpread(values, typical, error, float(belief[:, 0] @ phi[:, 0]), math.sqrt(belief[:, 0] @ tau[:, 0]))


def _without_each(values: Floats, variance: Floats, weights: Floats, *, centred: bool) -> tuple[Floats, Floats, Floats]:
    """For each pair (rows) and area (columns): the others' mean, its variance, their restricted log likelihood."""
    own = np.ones(len(values))
    own[0] = 0.0  # the treated area is nobody's peer

    def others(each: Floats) -> Floats:
        total: Floats = each[:, 1:].sum(axis=1, keepdims=True) - own * each
        return total

    total, first, second = others(weights), others(weights * values), others(weights * values**2)
    logs = others(np.log(variance))
    if not centred:
        return np.zeros_like(total), np.zeros_like(total), -0.5 * (logs + second)
    return first / total, 1 / total, -0.5 * (logs + np.log(total) + second - first**2 / total)
