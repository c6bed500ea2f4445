"""Empirical Bayes: rates of small areas drawn towards the rate of all, by as much as chance may have moved them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.peers.area import Area, Floats, counts_of, dispersions_of, exposures_of


@dataclass(frozen=True)
class Shrunk:
    """``rate`` per person, after shrinkage; ``weight`` is what is left of the area's own rate (1: all of it)."""

    name: str
    rate: float
    weight: float
    variance: float
    """How uncertain ``rate`` still is, as the variance of the area's true rate."""


def shrunk_rates(areas: Sequence[Area]) -> tuple[Shrunk, ...]:
    """Marshall's (1991, Applied Statistics 40) global empirical Bayes rates, in the order of ``areas``.

    The mean is that of all areas together, the variance between areas the moment estimate about it, nought where
    chance explains all of it. Each area's dispersion multiplies what chance gives it. Raises ``ValueError`` for fewer
    than two areas.
    """
    if len(areas) < 2:
        raise ValueError("rates are shrunk towards those of other areas: at least two areas are needed")
    counts, people, swing = counts_of(areas), exposures_of(areas), dispersions_of(areas)
    rates, mean = counts / people, counts.sum() / people.sum()
    between = _between(rates, people, swing, mean)
    chance = swing * mean / people
    weights = between / (between + chance) if between > 0 else np.zeros_like(rates)
    found = mean + weights * (rates - mean)
    left = np.where(weights > 0, weights * chance, 0.0)
    return tuple(
        Shrunk(area.name, float(rate), float(weight), float(variance))
        for area, rate, weight, variance in zip(areas, found, weights, left, strict=True)
    )


def _between(rates: Floats, people: Floats, swing: Floats, mean: float) -> float:
    seen = float(people @ (rates - mean) ** 2 / people.sum())
    by_chance = float(people @ (swing * mean / people) / people.sum())
    return max(0.0, seen - by_chance)
