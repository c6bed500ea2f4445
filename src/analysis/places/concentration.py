"""How concentrated crime is among places, against what chance alone would do with as many records."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.places.neighbours import Floats

SEED: Final = 2_017
"""The same draws in every report."""
DRAWS: Final = 2_000
TWENTY: Final = 20
"""With fewer places than this 5 per cent of them are less than one."""
SHARES: Final = (0.05, 0.10)


@dataclass(frozen=True)
class Against:
    """A figure as it is, and as chance alone makes it: the middle of the draws and the range of 95 in 100 of them."""

    seen: float
    chance: float
    low: float
    high: float

    @property
    def beyond_chance(self) -> bool:
        """Whether more is concentrated than chance alone would do 39 times in 40."""
        return self.seen > self.high


@dataclass(frozen=True)
class Concentration:
    """Shares of records (0 to 1) in the busiest 5 and 10 per cent of ``places``, and the generalised Gini index.

    ``fives`` and ``tens`` are how many places those are. ``gini`` is 0 where records are spread as evenly as their
    number allows, also with fewer records than places, and nears 1 where one place has them all.
    """

    places: int
    records: int
    fives: int
    tens: int
    top_5: Against
    top_10: Against
    gini: Against


def concentration(counts: Floats, *, draws: int = DRAWS, seed: int = SEED) -> Concentration | CannotSay:
    """Say how concentrated records are among places, beside what chance alone would give (Bernasco and Steenbeek 2017).

    ``counts`` is how many were recorded in each place, those with none among them; ``draws`` is how many times as many
    records are thrown at the places blindly, each place as likely as any other. Refuses under 20 places, and
    where nothing was recorded. Raises ValueError for a count that cannot be.
    """
    if not np.isfinite(counts).all() or (counts < 0).any() or (counts % 1 != 0).any():
        raise ValueError("counts are whole numbers of at least 0, one for each place")
    if draws < 1:
        raise ValueError("draws is a number of at least 1")
    if len(counts) < TWENTY:
        return CannotSay(f"there are fewer than {TWENTY} places", "few-places")
    places, records = len(counts), int(counts.sum())
    if not records:
        return CannotSay("nothing was recorded", "no-records")
    fives, tens = (math.ceil(share * places - 1e-9) for share in SHARES)
    drawn = np.random.default_rng(seed).multinomial(records, np.full(places, 1 / places), size=draws)
    seen, chance = (_measures(np.sort(each, axis=1), fives, tens) for each in (counts[None, :], drawn))
    return Concentration(places, records, fives, tens, *(_against(*pair) for pair in zip(seen, chance, strict=True)))


def generalised_gini(counts: Floats) -> float:
    """Bernasco and Steenbeek's index of ``counts``: Gini's own where there are at least as many records as places."""
    return float(_gini(np.sort(counts)[None, :])[0])


def _measures(ordered: Floats, fives: int, tens: int) -> tuple[Floats, Floats, Floats]:
    total = ordered.sum(axis=1)
    return ordered[:, -fives:].sum(axis=1) / total, ordered[:, -tens:].sum(axis=1) / total, _gini(ordered)


def _gini(ordered: Floats) -> Floats:
    """Of each row, its counts in rising order."""
    places, records = ordered.shape[1], ordered.sum(axis=1)
    ranked = (np.arange(1, places + 1) * ordered).sum(axis=1) / records
    fewer = np.minimum(records, places)
    return np.asarray((2 * ranked - places - 1) / fewer - places / fewer + 1, dtype=np.float64)


def _against(seen: Floats, drawn: Floats) -> Against:
    low, middle, high = np.quantile(drawn, [0.025, 0.5, 0.975])
    return Against(float(seen[0]), float(middle), float(low), float(high))
