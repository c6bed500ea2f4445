"""How large an effect is for its own uncertainty, and whether it holds when asked for in another way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal

from scipy import stats

from analysis.evaluation.effect import Effect

Holds = Literal["holds", "reverses", "vanishes", "widens", "appears"]
CLAIMS: Final = ("fewer", "more")
"""Verdicts that claim an effect."""
SHRUNK: Final = 0.5
"""An effect that is no longer clear has vanished when less than this share of its size is left."""


def claims(effect: Effect) -> bool:
    """Whether its interval allows an effect to be claimed."""
    return effect.verdict in CLAIMS


def log_ratio(effect: Effect) -> float:
    """Log of the ratio; with none counted, that of half an incident, so that it stays finite."""
    if effect.ratio > 0:
        return math.log(effect.ratio)
    return math.log(0.5 / effect.expected) if effect.expected > 0.5 else math.nan


def half_width(effect: Effect) -> float:
    """Half of what its limits lie apart, on the log scale; infinite with a limit at nought or none, NaN without any."""
    if effect.verdict == "described only":
        return math.nan
    return math.log(effect.high / effect.low) / 2 if effect.low > 0 and math.isfinite(effect.high) else math.inf


def strength(effect: Effect) -> float:
    """The difference in units of its standard error, signed; beyond the normal quantile exactly where it is clear.

    The unit is taken from the limit on the side of "no difference", so that it never disagrees with the verdict.
    NaN where the effect has no interval.
    """
    if effect.verdict == "described only":
        return math.nan
    near = effect.difference_high if effect.difference < 0 else effect.difference_low
    reach = abs(effect.difference - near)
    if reach == 0 or not math.isfinite(reach):
        return 0.0
    return float(stats.norm.ppf((1 + effect.level) / 2)) * effect.difference / reach


def sizes(effects: Sequence[Effect]) -> list[float]:
    """What effects are ranked by: size for their uncertainty where all have an interval, else the log ratio's size."""
    by_error = [abs(strength(each)) for each in effects]
    return by_error if all(map(math.isfinite, by_error)) else [abs(log_ratio(each)) for each in effects]


def holding(effect: Effect, other: Effect) -> Holds:
    """What becomes of ``effect`` in ``other``, the same question asked with fewer data or with other ones.

    A verdict may go because less data makes a wider interval (``widens``: at least ``SHRUNK`` of the size is left, on
    the log scale), or because the effect is no longer there (``vanishes``).
    """
    if not claims(effect):
        return "appears" if claims(other) else "holds"
    if effect.verdict == other.verdict:
        return "holds"
    if claims(other):
        return "reverses"
    left = log_ratio(other) / log_ratio(effect)
    return "widens" if left >= SHRUNK else "vanishes"


def too_often(found: float, of: int, expected: float = 0.05, level: float = 0.05) -> bool:
    """Whether ``found`` of ``of`` independent trials is more than chance gives at ``expected`` each (binomial tail)."""
    return bool(stats.binom.sf(round(found) - 1, of, expected) < level)
