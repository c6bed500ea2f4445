"""Drawing the illustration's counts from its known truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import counts_frame
from analysis.sources.simulated import truth
from analysis.sources.simulated.places import FORCE, TOWNS, in_town, small_areas

Cube = NDArray[np.float64]
"""Small areas by months by categories."""


@dataclass(frozen=True)
class Simulated:
    """What was drawn: two counts frames and the small areas (``area, name, district, population``)."""

    counts: pd.DataFrame
    unlocated: pd.DataFrame
    areas: pd.DataFrame


def months() -> pd.PeriodIndex:
    """The months simulated, the missing one included."""
    return pd.period_range(truth.FIRST, truth.LAST, freq="M")


def expected(areas: pd.DataFrame, seed: int) -> Cube:
    """Return the mean of every count, before the noise of the month: shape (areas, months, categories)."""
    rng = np.random.default_rng([seed, 1])
    crimes = list(truth.CRIMES.values())
    rate = np.array([c.rate for c in crimes])
    level = areas["district"].map(truth.LEVELS).fillna(1.0).to_numpy()
    place = level[:, None] * _uneven(areas, rng.normal(0, 0.35, (len(areas), 1)))
    place = place * _uneven(areas, rng.normal(0, 0.25, (len(areas), len(crimes))))
    mean = areas["population"].to_numpy()[:, None] / 1000 * rate * place
    cube: Cube = mean[:, None, :] * calendar()[None, :, :]
    for effect in truth.EFFECTS:
        cube *= planted(effect, areas)
    for surge in truth.FESTIVAL:
        cube[_cell(surge, areas)] += surge.adds
    return cube


def _cell(surge: truth.Surge, areas: pd.DataFrame) -> tuple[int, int, int]:
    area = int(np.flatnonzero(areas["name"] == surge.name)[0])
    return area, [str(m) for m in months()].index(surge.month), list(truth.CRIMES).index(surge.category)


def _uneven(areas: pd.DataFrame, logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log differences between places into factors whose mean over each district is one."""
    factors = pd.DataFrame(np.exp(logs))
    return (factors / factors.groupby(areas["district"]).transform("mean")).to_numpy()


def calendar() -> NDArray[np.float64]:
    """Return what season, growth and Covid do to each month and category: shape (months, categories), about one."""
    when = months()
    crimes = list(truth.CRIMES.values())
    summer = np.cos(2 * np.pi * (when.month.to_numpy() - 7) / 12)
    years = (np.arange(len(when)) - len(when) + 6) / 12
    covid = np.array([truth.COVID.get(str(month), 0.0) for month in when])
    season = np.outer(summer, [c.swing for c in crimes])
    growth = np.outer(years, np.log1p([c.growth for c in crimes]))
    closed = np.outer(covid, np.log([c.covid for c in crimes]))
    shape: NDArray[np.float64] = np.exp(season + growth + closed) * when.days_in_month.to_numpy()[:, None] / 30.4375
    return shape


def planted(effect: truth.Effect, areas: pd.DataFrame) -> Cube:
    """Return what ``effect`` multiplies: shape (areas, months, categories), one wherever it does not reach."""
    when, start, end = months(), pd.Period(effect.start, "M"), pd.Period(effect.end, "M")
    here = areas["name"].isin(effect.names)
    for town in set(effect.names) & set(TOWNS):
        here = here | in_town(areas, town)
    now = np.array((when >= start) & (when <= end), dtype=float)
    if effect.gradual:
        steps = when.asi8 - start.ordinal + 1
        now = np.clip(steps / (end.ordinal - start.ordinal + 1), 0, 1)
    crime = np.isin(list(truth.CRIMES), effect.categories)
    reach = here.to_numpy()[:, None, None] * now[None, :, None] * crime[None, None, :]
    ratio: Cube = np.exp(np.log(effect.ratio) * reach)
    return ratio


def simulate(seed: int) -> Simulated:
    """Draw every count from the known truth with ``seed``; the same seed gives the same frames.

    A district's month is negative binomial: a gamma factor common to its small areas, then Poisson in each. Records
    lose their location at random, the missing month and the failed feed are taken out last.
    """
    areas = small_areas(seed)
    mean, share, told = expected(areas, seed), _unlocated_share(), months() >= pd.Period(truth.TOLD_FROM, "M")
    before = _records(mean[:, ~told], share[~told], areas, np.random.default_rng([seed, 3]))
    since = _records(mean[:, told], share[told], areas, np.random.default_rng([seed, 2]))
    located, lost = (np.concatenate(parts, axis=1) for parts in zip(before, since, strict=True))
    return Simulated(_frame(areas["area"], located), _frame(pd.Series([f"{FORCE}:unlocated"]), lost), areas)


def _records(
    mean: Cube, unlocated: NDArray[np.float64], areas: pd.DataFrame, rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Draw records with a location, by small area, and those that lost theirs, in one row."""
    drawn = rng.poisson(mean * _shocks(areas, mean.shape[1], rng))
    located = rng.binomial(drawn, 1 - unlocated[None, :, None])
    return located, (drawn - located).sum(axis=0)[None, :, :]


def _shocks(areas: pd.DataFrame, periods: int, rng: np.random.Generator) -> Cube:
    theta = np.array([c.theta for c in truth.CRIMES.values()])
    districts, which = np.unique(areas["district"], return_inverse=True)
    shocks: Cube = rng.gamma(theta, 1 / theta, (len(districts), periods, len(theta)))
    return shocks[which]


def _unlocated_share() -> NDArray[np.float64]:
    month, share = truth.BADLY_LOCATED
    return np.where([str(m) == month for m in months()], share, truth.UNLOCATED)


def _frame(areas: pd.Series, cube: NDArray[np.int64]) -> pd.DataFrame:
    """Lay the cube out as a counts frame; the missing month and the failed feed have a status and no count."""
    index = pd.MultiIndex.from_product([areas, months(), list(truth.CRIMES)], names=["area", "month", "category"])
    frame = pd.DataFrame({"count": cube.ravel()}, index=index).reset_index()
    frame["status"] = "present"
    month = frame["month"].astype(str)
    frame.loc[(month == truth.FAILED[0]) & (frame["category"] == truth.FAILED[1]), "status"] = "failed"
    frame.loc[month == truth.MISSING, "status"] = "missing"
    frame["count"] = frame["count"].astype("Int64").mask(frame["status"] != "present")
    return counts_frame(frame, "simulated")
