"""Rates per 1,000 with the limits that public health uses: Byar's, and exact ones under ten."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures.ratio import LEVEL, checked_level

EXACT_BELOW: Final = 10


@dataclass(frozen=True)
class Rate:
    """``count`` per ``per`` of ``population``, with limits at ``level``."""

    count: int
    population: float
    per: float
    value: float
    low: float
    high: float
    level: float


def count_limits(count: int, level: float = LEVEL) -> tuple[float, float]:
    """Limits of a Poisson mean from one count: exact under ten, Byar's approximation from ten on.

    Source: Breslow and Day 1987; OHID, PHEindicatormethods ``phe_rate``. Raises ``ValueError`` for a count below zero
    or a level outside 0 to 1.
    """
    if not 0 <= count < math.inf:
        raise ValueError(f"a count of {count} cannot be: give a number of at least 0")
    checked_level(level)
    tail, z = (1 - level) / 2, float(stats.norm.ppf((1 + level) / 2))
    if count < EXACT_BELOW:
        low = float(stats.chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
        return low, float(stats.chi2.ppf(1 - tail, 2 * count + 2)) / 2
    low = count * (1 - 1 / (9 * count) - z / (3 * count**0.5)) ** 3
    up = count + 1
    return low, up * (1 - 1 / (9 * up) + z / (3 * up**0.5)) ** 3


def rate(count: int, population: float | None, *, per: float = 1000, level: float = LEVEL) -> Rate | CannotSay:
    """Rate of ``count`` in ``population``; a refusal where no population is known, never a guess.

    Raises ``ValueError`` for a count below zero, or a ``per`` or a ``level`` that cannot be.
    """
    if not 0 < per < math.inf:
        raise ValueError(f"a rate per {per:g} people cannot be: give a number above 0")
    if population is None or not 0 < population < math.inf:
        return CannotSay("no population is known for this area", "no-population")
    low, high = (limit * per / population for limit in count_limits(count, level))
    return Rate(count, population, per, count * per / population, low, high, level)
