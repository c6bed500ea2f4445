"""The weighted displacement difference of four areas' counts, as published: normal, with Poisson's variance or more."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL
from analysis.sources.weights import HarmWeight

Pair = tuple[float, float]
"""Counts before and after."""
NOWHERE: Pair = (0.0, 0.0)


@dataclass(frozen=True)
class DisplacementDifference:
    """``value`` = ``local`` + ``buffer``, each the area's change less that of its control, with ``variance`` each."""

    local: float
    buffer: float
    local_variance: float
    buffer_variance: float
    level: float

    @property
    def value(self) -> float:
        """Incidents more (or fewer) than the controls' changes let expect, treated area and buffer together."""
        return self.local + self.buffer

    @property
    def variance(self) -> float:
        """Of the value, counts being independent."""
        return self.local_variance + self.buffer_variance

    @property
    def error(self) -> float:
        """Its standard error."""
        return math.sqrt(self.variance)

    @property
    def z(self) -> float:
        """Value over error; NaN where nothing was counted."""
        return self.value / self.error if self.error else math.nan

    @property
    def limits(self) -> tuple[float, float]:
        """Normal limits of the value."""
        reach = float(stats.norm.ppf((1 + self.level) / 2)) * self.error
        return self.value - reach, self.value + reach


def weighted_displacement_difference(
    treated: Pair,
    control: Pair,
    buffer: Pair = NOWHERE,
    buffer_control: Pair = NOWHERE,
    *,
    periods: Pair = (1.0, 1.0),
    sizes: Sequence[float] = (1.0, 1.0, 1.0, 1.0),
    dispersion: Sequence[float] = (1.0, 1.0, 1.0, 1.0),
    level: float = LEVEL,
) -> DisplacementDifference:
    """(T1 - T0) - (C1 - C0) + (B1 - B0) - (K1 - K0), each count divided by its period's length and its area's size.

    ``sizes`` and ``dispersion`` (variance over mean) go by treated, control, buffer, buffer control. The variance is
    the sum of all counts over the squares of what divides them (Wheeler and Ratcliffe 2018, Crime Science 7:11).
    Raises ``ValueError`` for a count below nought, a length or size that is not above it, sizes that are not four, and
    a level that is not between 0 and 1.
    """
    pairs = (treated, control, buffer, buffer_control)
    counts = [each for pair in pairs for each in pair]
    divisors = (*periods, *sizes)
    if len(sizes) != 4 or len(dispersion) != 4:
        raise ValueError("sizes and dispersions are four each: of treated area, control, buffer and buffer control")
    if not all(0 <= each < math.inf for each in (*counts, *dispersion)) or not all(
        0 < each < math.inf for each in divisors
    ):
        raise ValueError("a displacement difference needs counts of at least 0, and lengths and sizes above 0")
    if not 0 < level < 1:
        raise ValueError("a level lies between 0 and 1")
    rates = [
        [count / length / size for count, length in zip(pair, periods, strict=True)]
        for pair, size in zip(pairs, sizes, strict=True)
    ]
    change = [after - before for before, after in rates]
    variance = [
        max(1.0, phi) * sum(count / (length * size) ** 2 for count, length in zip(pair, periods, strict=True))
        for pair, size, phi in zip(pairs, sizes, dispersion, strict=True)
    ]
    return DisplacementDifference(
        change[0] - change[1], change[2] - change[3], variance[0] + variance[1], variance[2] + variance[3], level
    )


@dataclass(frozen=True)
class HarmDifference:
    """Days of imprisonment more or fewer than the controls let expect.

    ``low`` to ``high`` over what one record of a category may weigh; ``wide_low`` to ``wide_high`` with chance added.
    """

    low: float
    high: float
    wide_low: float
    wide_high: float
    level: float


def harm_weighted(
    areas: Mapping[str, Sequence[Pair]],
    weights: Sequence[HarmWeight],
    *,
    dispersion: float = 1.0,
    level: float = LEVEL,
) -> HarmDifference | CannotSay:
    """The displacement difference in days: each category's own, times what a record of it may weigh.

    ``areas`` has, for each category, the counts before and after of treated, control and, where there are any, buffer
    and buffer control. Each category weighs the same in all of them, anywhere in its likely range; chance is that of
    its heaviest weight, categories being independent. Refused where a category has no weight.
    """
    by = {each.category: each for each in weights}
    if lacking := sorted(set(areas) - set(by)):
        return CannotSay(f"the index gives {lacking[0].replace('-', ' ')} no weight", "no-harm-weight")
    found = {name: weighted_displacement_difference(*pairs, level=level) for name, pairs in areas.items()}
    days = [sorted((each.value * by[name].low, each.value * by[name].high)) for name, each in found.items()]
    variance = sum(max(1.0, dispersion) * each.variance * by[name].high ** 2 for name, each in found.items())
    low, high = (math.fsum(each[side] for each in days) for side in (0, 1))
    reach = float(stats.norm.ppf((1 + level) / 2)) * math.sqrt(variance)
    return HarmDifference(low, high, low - reach, high + reach, level)
