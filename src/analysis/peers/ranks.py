"""Honest ranks: where an area may stand among others once it is allowed for that every rate is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.measures import LEVEL
from analysis.peers.area import Area, Floats, counts_of, distinct, exposures_of
from analysis.peers.shrinkage import Shrunk, shrunk_rates

DRAWS: Final = 10_000
SEED: Final = 20_210_401
"""The same draws in every report."""


@dataclass(frozen=True)
class Rank:
    """Place by rate as counted, 1 the highest, and the places that its uncertainty allows."""

    name: str
    place: int
    low: int
    high: int
    of: int


def ranks(
    areas: Sequence[Area],
    *,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int | np.random.Generator = SEED,
) -> tuple[Rank, ...]:
    """Ranks of ``areas`` by rate with simulated intervals, in the order given; equal rates share the better place.

    Each draw takes every area's true rate from a gamma distribution with the mean and variance of its shrunken rate
    and ranks them (Marshall and Spiegelhalter 1998, BMJ 316). Where chance explains all differences, any order is as
    likely as another. Raises ``ValueError`` for fewer than two areas or an area twice.
    """
    distinct(areas)
    shrunk = shrunk_rates(areas)
    rates = counts_of(areas) / exposures_of(areas)
    drawn = _places(_draws(shrunk, draws, np.random.default_rng(seed)))
    tail = (1 - level) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=0, method="inverted_cdf").astype(int)
    return tuple(
        Rank(area.name, place, min(int(a), place), max(int(b), place), len(areas))
        for area, place, a, b in zip(areas, (1 + (rates[:, None] < rates).sum(axis=1)).tolist(), low, high, strict=True)
    )


def _draws(shrunk: Sequence[Shrunk], draws: int, random: np.random.Generator) -> Floats:
    """True rates as they may be: a row a draw, a column an area."""
    means, variances = (np.array([getattr(each, name) for each in shrunk]) for name in ("rate", "variance"))
    if not (variances > 0).all():
        return random.random((draws, len(shrunk)))
    shape = np.maximum(means, 1e-12) ** 2 / variances
    return random.gamma(np.maximum(shape, 1e-3), variances / np.maximum(means, 1e-12), (draws, len(shrunk)))


def _places(rates: Floats) -> npt.NDArray[np.intp]:
    return 1 + np.argsort(np.argsort(-rates, axis=1), axis=1)
