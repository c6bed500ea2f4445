"""What a published proportion without a denominator could have meant."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy import stats

from analysis.measures import LEVEL


@dataclass(frozen=True)
class LevelLimits:
    """The most events that stay under a published percentage of ``people``, and the exact limits they would give."""

    people: int
    events: int
    low: float
    high: float


def level_limits(percent: float, people: int, *, level: float = LEVEL) -> LevelLimits:
    """Clopper-Pearson limits, in percent, of the largest count under ``percent`` of ``people``."""
    events = max(0, math.ceil(round(percent / 100 * people, 9)) - 1)
    tail = (1 - level) / 2
    low = float(stats.beta.ppf(tail, events, people - events + 1)) if events else 0.0
    high = float(stats.beta.ppf(1 - tail, events + 1, people - events))
    return LevelLimits(people, events, 100 * low, 100 * high)


def people_needed(percent: float, bound: float, *, level: float = LEVEL) -> int:
    """Smallest number of people from which on "under ``percent``" puts the true level under ``bound``.

    Both in percent. Raises ``ValueError`` unless 0 < percent < bound < 100.
    """
    if not 0 < percent < bound < 100:
        raise ValueError("the bound must lie above the published percentage and below 100")
    p, q = percent / 100, bound / 100
    z = float(stats.norm.ppf((1 + level) / 2))
    people = math.ceil(4 * z**2 * q * (1 - q) / (q - p) ** 2 + 20 / p)
    while people > 1 and level_limits(percent, people - 1, level=level).high < bound:
        people -= 1
    return people
