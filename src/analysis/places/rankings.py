"""Three rankings of places, by count, by rate and by harm: which place is in which top ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.places.lasting import in_order
from analysis.sources.weights import HarmWeight


@dataclass(frozen=True)
class Standing:
    """A place in the top of at least one ranking.

    Each rank counts ties alike and is None where that ranking cannot be had. ``rate`` is per 1,000 residents;
    ``days_low`` to ``days_high`` are the days of imprisonment its records stand for, by the likely range of weights.
    ``harm_holds`` says whether it is among the top by harm at both ends of that range or at neither.
    """

    area: str
    count: int
    rate: float | None
    days_low: float | None
    days_high: float | None
    by_count: int
    by_rate: int | None
    by_harm: int | None
    harm_holds: bool


def standings(
    by_category: pd.DataFrame, population: Mapping[str, float], weights: Sequence[HarmWeight], *, n: int = 10
) -> tuple[Standing, ...]:
    """The places in the top ``n`` by count, by rate of residents or by harm, those with most records first.

    ``by_category`` has a row a place and a column a category. There is no ranking by harm where a category that was
    recorded has no weight, none by rate where a place has no population.
    """
    count = by_category.sum(axis=1)
    rate = 1000 * count / pd.Series(dict(population), dtype="float64").reindex(count.index)
    low, high = (_days(by_category, weights, end) for end in ("low", "high"))
    rankings = [count, rate, low + high]
    chosen = {area for each in rankings if each.notna().all() for area in in_order(each)[:n] if each[area] > 0}
    ends = [set(in_order(each)[:n]) for each in (low, high)]
    ranks = [each.rank(ascending=False, method="min") + 0 * each.sum(skipna=False) for each in rankings]
    return tuple(
        Standing(
            area=area,
            count=int(count[area]),
            rate=_known(rate[area]),
            days_low=_known(low[area]),
            days_high=_known(high[area]),
            by_count=int(ranks[0][area]),
            by_rate=_place(ranks[1], area),
            by_harm=_place(ranks[2], area),
            harm_holds=len({area in end for end in ends}) == 1,
        )
        for area in in_order(count)
        if area in chosen
    )


def _place(ranks: pd.Series, area: str) -> int | None:
    return None if pd.isna(ranks[area]) else int(ranks[area])


def _days(by_category: pd.DataFrame, weights: Sequence[HarmWeight], end: str) -> pd.Series:
    """Days of imprisonment of each place, unknown everywhere where a category that was recorded has no weight."""
    by = {each.category: float(getattr(each, end)) for each in weights}
    recorded = by_category.loc[:, by_category.sum() > 0]
    return recorded.mul(pd.Series(by).reindex(recorded.columns), axis=1).sum(axis=1, skipna=False).astype("float64")


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
