"""Limits of a sum or difference from the limits of its parts (MOVER; Donner and Zou 2012, Statistical Methods in
Medical Research 21)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy import stats

from analysis.measures import LEVEL

Part = tuple[float, float, float]
"""A value, its low and its high limit."""


def added(parts: Sequence[Part], taken: Sequence[Part] = (), beside: float = 0.0) -> Part:
    """The sum of independent ``parts`` less those ``taken`` away, with its limits.

    Each part's distance to the limit on its own side enters in quadrature, so that skewed limits stay skewed;
    ``beside`` is a further half-width (of what has no part of its own).
    """
    value = math.fsum(each[0] for each in parts) - math.fsum(each[0] for each in taken)
    below = [each[0] - each[1] for each in parts] + [each[2] - each[0] for each in taken] + [beside]
    above = [each[2] - each[0] for each in parts] + [each[0] - each[1] for each in taken] + [beside]
    return value, value - math.hypot(*below), value + math.hypot(*above)


def p_of(found: Part, level: float = LEVEL) -> float:
    """Two-sided p of "nought" that agrees with the limits: normal, with the half-width on the side of nought."""
    value, low, high = found
    half = value - low if value > 0 else high - value
    if not half > 0 or math.isinf(half):
        return 1.0 if math.isinf(half) or value == 0 else 0.0
    return float(2 * stats.norm.sf(abs(value) / half * stats.norm.ppf((1 + level) / 2)))


def error_of(low: float, high: float, level: float = LEVEL) -> float:
    """Standard error of a log ratio from its limits: NaN where one of them is nought or infinite."""
    if not (low > 0 and high < math.inf):
        return math.nan
    return float(math.log(high / low) / (2 * stats.norm.ppf((1 + level) / 2)))
