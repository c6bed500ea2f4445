"""Several sites or outcomes taken together: what they have in common, and how far they differ."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.evaluation.effect import Effect
from analysis.measures import LEVEL, checked_level
from analysis.peers import spread

LEAST_EFFECTS: Final = 3
"""Fewest effects whose differences tell anything."""


@dataclass(frozen=True)
class Combined:
    """A mean of ratios over ``effects``, with limits; ``tau`` is how far true log ratios differ, with its own limits.

    ``next_low`` and ``next_high`` are where the ratio of one more such site or outcome would lie. ``i2`` is the share
    (0 to 1) of what is seen of the differences that chance does not explain, ``p`` tests a mean of no effect,
    ``p_differ`` that all are the same. ``shares`` are the weights by name (sum 1), ``left_out`` those without error.
    """

    effects: int
    ratio: float
    low: float
    high: float
    p: float
    tau: float
    tau_low: float
    tau_high: float
    i2: float
    p_differ: float
    next_low: float
    next_high: float
    shares: Mapping[str, float]
    left_out: tuple[str, ...]
    level: float

    @property
    def verdict(self) -> str:
        """What the interval of the mean allows: ``fewer``, ``more`` or ``no clear difference``."""
        return "fewer" if self.high < 1 else "more" if self.low > 1 else "no clear difference"


def combine(effects: Mapping[str, Effect] | Sequence[Effect], *, level: float = LEVEL) -> Combined | CannotSay:
    """Random effects of log ratios, each weighed by its ``error``; without names they are numbered from 1.

    Variance between them after Paule and Mandel (1982); limits of the mean by Student's t with one degree of freedom
    fewer than effects and the variance of Hartung and Knapp (2001, Statistics in Medicine 20), never under that of
    common effects (Rover, Knapp and Friede 2015, BMC Medical Research Methodology 15); limits for one more after
    Higgins, Thompson and Spiegelhalter (2009, JRSS A 172), with the same degrees of freedom. It takes effects to be
    independent: sites set against one and the same comparator are not, nor are outcomes of the same incidents.
    Effects that are described only are left out and named.
    """
    checked_level(level)
    named = effects if isinstance(effects, Mapping) else {str(number): each for number, each in enumerate(effects, 1)}
    usable = {name: each for name, each in named.items() if _usable(each)}
    left_out = tuple(name for name in named if name not in usable)
    if len(usable) < LEAST_EFFECTS:
        return CannotSay(
            f"{len(usable)} effects with an error of their own can be combined, and {LEAST_EFFECTS} are needed",
            "few-effects",
        )
    values = np.log([each.ratio for each in usable.values()])
    variances = np.array([each.error**2 for each in usable.values()])
    found = spread(values, variances, level)
    weights = 1 / (variances + found.tau2)
    shares = weights / weights.sum()
    scale = max(1.0, float(weights @ (values - found.mean) ** 2) / found.df)
    error = math.sqrt(scale * found.variance)
    student = float(stats.t.ppf((1 + level) / 2, found.df))
    reach, beyond = student * error, student * math.sqrt(found.tau2 + error**2)
    common = 1 / variances
    squares = float(common @ (values - common @ values / common.sum()) ** 2)
    return Combined(
        len(usable), math.exp(found.mean), math.exp(found.mean - reach), math.exp(found.mean + reach),
        float(2 * stats.t.sf(abs(found.mean) / error, found.df)),
        math.sqrt(found.tau2), math.sqrt(found.low), math.sqrt(found.high),
        max(0.0, 1 - found.df / squares) if squares > 0 else 0.0, float(stats.chi2.sf(squares, found.df)),
        math.exp(found.mean - beyond), math.exp(found.mean + beyond),
        dict(zip(usable, map(float, shares), strict=True)), left_out, level,
    )  # fmt: skip


def _usable(effect: Effect) -> bool:
    return not effect.described and effect.ratio > 0 and math.isfinite(effect.error) and effect.error > 0
