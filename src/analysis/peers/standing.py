"""Where an area stands against its peers: its ratio to the typical one, and whether it lies outside the funnel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL
from analysis.peers.area import Area, counts_of, dispersions_of, exposures_of
from analysis.peers.funnel import WIDE, funnel_limits
from analysis.peers.spread import Spread, spread

LEAST_FOR_VERDICT: Final = 19
"""Fewest peers for a verdict: with fewer, being the most extreme of all has a chance of more than one in twenty."""
LEAST_MEAN: Final = 10
"""Fewest records an area must have on average: logarithms of smaller counts are far from normal."""

Outlier = Literal["unusually high", "unusually low", "at the edge", "within"]


@dataclass(frozen=True)
class Standing:
    """An area against the typical one of its peers (the mean of their log rates, the area itself left out).

    ``ratio`` has limits for chance in the area's own count and for what is typical; ``inner`` and ``outer`` are the
    95 % and 99.8 % limits within which the ratio of one more such area would lie; they alone decide ``outlier``.
    """

    typical: float
    """Rate per person."""
    ratio: float
    low: float
    high: float
    inner: tuple[float, float]
    outer: tuple[float, float]
    outlier: Outlier | CannotSay
    spread: Spread

    @property
    def beside(self) -> Literal["above", "below", "near"]:
        """Above or below the typical rate, where the interval of the ratio allows that to be said; else near it."""
        return "above" if self.low > 1 else "below" if self.high < 1 else "near"


def standing(own: Area, peers: Sequence[Area], *, level: float = LEVEL) -> Standing | CannotSay:
    """Set ``own`` beside ``peers``, which do not hold it; refused where counts are too small for logarithms."""
    if counts_of([own, *peers]).mean() < LEAST_MEAN or own.count == 0:
        return CannotSay(f"fewer than {LEAST_MEAN} were recorded in an area on average", "small-counts")
    found = peers_spread(peers, level)
    ratio = own.count / own.exposure / math.exp(found.mean)
    own_chance = max(1.0, own.dispersion) / own.count
    reach = float(stats.t.ppf((1 + level) / 2, found.df)) * math.sqrt(own_chance + found.variance)
    inner, outer = (limits_of(own, found, each) for each in (level, WIDE))
    return Standing(
        math.exp(found.mean), ratio, ratio * math.exp(-reach), ratio * math.exp(reach), inner, outer,
        _outlier(ratio, inner, outer, len(peers)), found,
    )  # fmt: skip


def peers_spread(peers: Sequence[Area], level: float = LEVEL) -> Spread:
    """The mean and spread of the log rates of ``peers``; what chance gives each is judged from the rate of all."""
    counts, people = counts_of(peers), exposures_of(peers)
    expected = people * counts.sum() / people.sum()
    return spread(np.log(np.maximum(counts, 0.5) / people), dispersions_of(peers) / expected, level)


def limits_of(area: Area, found: Spread, level: float) -> tuple[float, float]:
    """Limits of the ratio of ``area`` to the typical rate, for an area like the others."""
    due = area.exposure * math.exp(found.mean)
    low, high = funnel_limits(
        [due], found.tau2 + found.variance, level, dispersion=max(1.0, area.dispersion), df=found.df
    )
    return float(low[0]), float(high[0])


def _outlier(ratio: float, inner: tuple[float, float], outer: tuple[float, float], peers: int) -> Outlier | CannotSay:
    if peers < LEAST_FOR_VERDICT:
        return CannotSay(
            f"{peers} other areas are too few to tell an unusual area from an ordinary one; at least "
            f"{LEAST_FOR_VERDICT} are needed",
            "few-peers-for-verdict",
        )
    if ratio > outer[1]:
        return "unusually high"
    if ratio < outer[0]:
        return "unusually low"
    return "within" if inner[0] <= ratio <= inner[1] else "at the edge"
