"""Rates per 1,000 with the limits that public health uses: Byar's, and exact ones under ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures.ratio import LEVEL

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

    Source: Breslow and Day 1987; OHID, PHEindicatormethods ``phe_rate``.
    """
    tail, z = (1 - level) / 2, float(stats.norm.ppf((1 + level) / 2))
    if count < EXACT_BELOW:
        low = float(stats.chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
        return low, float(stats.chi2.ppf(1 - tail, 2 * count + 2)) / 2
    low = count * (1 - 1 / (9 * count) - z / (3 * count**0.5)) ** 3
    up = count + 1
    return low, up * (1 - 1 / (9 * up) + z / (3 * up**0.5)) ** 3


def rate(count: int, population: float | None, *, per: float = 1000, level: float = LEVEL) -> Rate | CannotSay:
    """Rate of ``count`` in ``population``; a refusal where no population is known, never a guess."""
    if not population or population <= 0:
        return CannotSay("no population is known for this area", "no-population")
    low, high = (limit * per / population for limit in count_limits(count, level))
    return Rate(count, population, per, count * per / population, low, high, level)
