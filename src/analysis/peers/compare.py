"""An area beside its peers, all at once: rates, shrunken rates, ranks with intervals, funnel limits, the standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.cannot_say import CannotSay, said
from analysis.measures import LEVEL, Rate, rate
from analysis.peers.area import Area, counts_of, distinct, exposures_of
from analysis.peers.change import LEAST_PEERS
from analysis.peers.funnel import WIDE
from analysis.peers.ranks import SEED, Rank, ranks
from analysis.peers.shrinkage import Shrunk, shrunk_rates
from analysis.peers.standing import Standing, limits_of, standing


@dataclass(frozen=True)
class PeerLine:
    """One area: its rate with Byar's limits, the shrunken rate, its rank, and the funnel's limits as rates.

    Rates are per ``rate.per``; limits are ``None`` where counts are too small for a funnel.
    """

    area: Area
    rate: Rate
    shrunk: float
    rank: Rank
    inner: tuple[float, float] | None
    outer: tuple[float, float] | None


@dataclass(frozen=True)
class PeerComparison:
    """An area (``own``, first of ``lines``) and its peers; ``left_out`` says which peers could not be used, and why."""

    own: PeerLine
    lines: tuple[PeerLine, ...]
    together: float
    """Rate per ``per`` of the peers taken together, which the largest of them dominate."""
    largest_share: float
    """Share of the peers' people who live in the largest of them."""
    standing: Standing | CannotSay
    left_out: tuple[CannotSay, ...]
    per: float

    @property
    def peers(self) -> tuple[PeerLine, ...]:
        """The peers alone."""
        return self.lines[1:]


def compare(
    own: Area | CannotSay,
    peers: Sequence[Area | CannotSay],
    *,
    per: float = 1000,
    level: float = LEVEL,
    seed: int | np.random.Generator = SEED,
) -> PeerComparison | CannotSay:
    """Compare ``own`` with ``peers``, the area itself left out of what is typical of them.

    Refused where the area's own count or population is not known or withheld, and with fewer than three peers. A peer
    that cannot be used is left out and named. Raises ``ValueError`` for an area that stands there twice.
    """
    if isinstance(own, CannotSay):
        return own
    others = [peer for peer in peers if said(peer)]
    left_out = tuple(peer for peer in peers if not said(peer))
    distinct([own, *others])
    if len(others) < LEAST_PEERS:
        why = f": {left_out[0].reason}" if left_out else ""
        return CannotSay(f"{len(others)} areas can be set beside it, and {LEAST_PEERS} are needed{why}", "few-peers")
    found = standing(own, others, level=level)
    people = exposures_of(others)
    lines = _lines([own, *others], found, per, level, seed)
    return PeerComparison(
        lines[0], lines, per * float(counts_of(others).sum() / people.sum()), float(people.max() / people.sum()),
        found, left_out, per,
    )  # fmt: skip


def _lines(
    areas: Sequence[Area], found: Standing | CannotSay, per: float, level: float, seed: int | np.random.Generator
) -> tuple[PeerLine, ...]:
    ranked, shrunk = ranks(areas, level=level, seed=seed), shrunk_rates(areas)
    return tuple(_line(*each, found, per, level) for each in zip(areas, ranked, shrunk, strict=True))


def _line(area: Area, rank: Rank, shrunk: Shrunk, found: Standing | CannotSay, per: float, level: float) -> PeerLine:
    inner, outer = (_as_rates(area, found, per, each) for each in (level, WIDE))
    known = rate(area.count, area.exposure, per=per, level=level)
    assert said(known), "an area has people"
    return PeerLine(area, known, per * shrunk.rate, rank, inner, outer)


def _as_rates(area: Area, found: Standing | CannotSay, per: float, level: float) -> tuple[float, float] | None:
    if isinstance(found, CannotSay):
        return None
    low, high = limits_of(area, found.spread, level)
    return per * found.typical * low, per * found.typical * high
