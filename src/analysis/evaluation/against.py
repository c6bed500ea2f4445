"""A place's change over that of others: exact, widened by what does not come to all, allowing for places unlike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from scipy import stats

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.matched import Matched
from analysis.evaluation.mover import Part, added
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.side import Side, side, together
from analysis.evaluation.unlike import Unlike, unlike
from analysis.measures import LEVEL

LEAST_COUNT: Final = 10
"""A comparator with fewer before or after says nothing of how places differ in their changes; it is summed all the
same."""
HALF: Final = 0.5
"""Added to both counts of a pair with a nought (Haldane 1956), only to say where its interval is centred."""


@dataclass(frozen=True)
class Comparators:
    """The comparators summed (``pooled``), each by itself (``sides``), and how unlike they change (``unlike``)."""

    pooled: Side
    sides: tuple[Side, ...]
    unlike: Unlike

    @property
    def share(self) -> float:
        """How many times tau squared their pooled change has: the sum of their squared shares of the count before."""
        whole = sum(each.expected for each in self.sides)
        return sum((each.expected / whole) ** 2 for each in self.sides) if whole else 1.0


def comparators_of(setting: Setting, places: Sequence[Place], periods: Matched) -> Comparators | CannotSay:
    """Sum ``places`` over the matched ``periods``; refused where their own swing cannot be judged."""
    pooled = side(setting, together(places, "comparators"), periods)
    if isinstance(pooled, CannotSay):
        return pooled
    sides = [pooled] if len(places) == 1 else [each for each in _each(setting, places, periods) if said(each)]
    told = [each for each in sides if min(each.before, each.after) >= LEAST_COUNT] if len(places) > 1 else []
    found = unlike([math.log(each.ratio) for each in told], [each.variance for each in told])
    return Comparators(pooled, tuple(sides), found)


def _each(setting: Setting, places: Sequence[Place], periods: Matched) -> list[Side | CannotSay]:
    whole = together(places, "comparators")
    return [side(setting, each, periods, whole) for each in places]


def log_against(treated: Side, others: Comparators, level: float = LEVEL) -> Part:
    """The log ratio of rate ratios with its limits, tau allowed for in the treated place and in the others.

    The limits are exact conditional ones of the treated place's own ratio, whose widening holds the swing and chance of
    both (``side`` with the others beside it). A pair with a nought is centred as if half an incident more had been
    counted in each.
    """
    z = float(stats.norm.ppf((1 + level) / 2))
    beside = z * math.sqrt(others.unlike.beside(_half_variance(treated), 1 + others.share, level))
    value, low, high = added([_log_part(treated, level)], (), beside)
    change = math.log(others.pooled.ratio)
    return value - change, low - change, high - change


def _log_part(found: Side, level: float) -> Part:
    low, high = found.limits(level)
    return _centre(found), math.log(low) if low > 0 else -math.inf, math.log(high) if high < math.inf else math.inf


def _centre(found: Side) -> float:
    if found.after and found.expected:
        return math.log(found.ratio)
    return math.log((found.after + HALF) / (found.effective + HALF) * found.scale)


def _half_variance(found: Side) -> float:
    add = 0.0 if found.after and found.expected else HALF
    return found.widening * (1 / (found.effective + add) + 1 / (found.after + add))
