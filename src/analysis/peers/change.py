"""Did an area change otherwise than its peers? One test, of area and time together, never two p values side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL
from analysis.peers.area import Area, Floats, counts_of, exposures_of
from analysis.peers.spread import Spread, spread

LEAST_PEERS: Final = 3
LEAST_COUNT: Final = 10
"""Fewest records an area must have in either period: the logarithm of a smaller ratio is no longer near normal."""

Course = Literal["rose against its peers", "fell against its peers", "no clear difference"]


@dataclass(frozen=True)
class ChangeAgainstPeers:
    """An area's rate ratio over time, over that of its peers.

    ``ratio`` above 1: it rose more, or fell less, than they did. ``own`` and ``peers`` are the two rate ratios; ``p``
    tests their equality and agrees with the interval; ``tau2`` is how far peers' own changes differ beyond chance.
    """

    own: float
    peers: float
    ratio: float
    low: float
    high: float
    p: float
    tau2: float
    areas: int
    level: float

    @property
    def verdict(self) -> Course:
        """What the interval allows to be said."""
        if self.low > 1:
            return "rose against its peers"
        return "fell against its peers" if self.high < 1 else "no clear difference"


def change_against_peers(
    before: Area, after: Area, peers: Sequence[tuple[Area, Area]], *, level: float = LEVEL
) -> ChangeAgainstPeers | CannotSay:
    """The interaction of area and time: how the change from ``before`` to ``after`` differs from that of ``peers``.

    ``peers`` pairs each peer's earlier and later period. On the log scale the area's change is a draw like those of its
    peers, whose changes vary by ``tau2`` beyond chance; Student's t with one degree of freedom fewer than peers
    (Higgins, Thompson and Spiegelhalter 2009, JRSS A 172). Peers with fewer than ten records in a period are left out.
    """
    kept = [pair for pair in peers if min(pair[0].count, pair[1].count) >= LEAST_COUNT]
    if min(before.count, after.count) < LEAST_COUNT:
        return CannotSay(f"fewer than {LEAST_COUNT} were recorded in one of the periods", "small-counts")
    if len(kept) < LEAST_PEERS:
        return CannotSay(
            f"only {len(kept)} other areas have {LEAST_COUNT} or more in both periods, and {LEAST_PEERS} are needed",
            "few-peers",
        )
    found = spread(*_changes([pair[0] for pair in kept], [pair[1] for pair in kept]), level)
    own, chance = (float(each[0]) for each in _changes([before], [after]))
    return _answer(own, chance, found)


def _changes(before: Sequence[Area], after: Sequence[Area]) -> tuple[Floats, Floats]:
    """Log rate ratios, and the variance of each if counts were independent.

    How an area's months swing is not added: much of it (a lockdown, a warm spring) comes to all areas and cancels
    here. What does not cancel is in ``tau2``.
    """
    earlier, later = counts_of(before), counts_of(after)
    ratios = np.log(later / exposures_of(after)) - np.log(earlier / exposures_of(before))
    return ratios, 1 / earlier + 1 / later


def _answer(own: float, chance: float, peers: Spread) -> ChangeAgainstPeers:
    error = math.sqrt(chance + peers.tau2 + peers.variance)
    difference, reach = own - peers.mean, float(stats.t.ppf((1 + peers.level) / 2, peers.df)) * error
    low, high = math.exp(difference - reach), math.exp(difference + reach)
    p = float(2 * stats.t.sf(abs(difference) / error, peers.df))
    return ChangeAgainstPeers(
        math.exp(own), math.exp(peers.mean), math.exp(difference), low, high, p, peers.tau2, peers.areas, peers.level
    )
