"""What the figures after the start could be if all went on as before: drawn from each place's own past."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.evaluation.setting import Place, Setting

Floats = npt.NDArray[np.float64]
SEED: Final = 20100401


def going_on(setting: Setting, number: int, times: float = 1.0) -> Setting:
    """The ``number``-th drawing: nothing after the start is kept but which periods are known.

    The deviations from the level of each season of a stretch of the time before, the same stretch in all places so
    that they hang together as they did, are laid on the level before. In the treated place the level is then ``times``
    as much. The drawing is seeded.
    """
    rng = np.random.default_rng((SEED, number))
    before, after = setting.before, setting.after
    if not len(before) or not len(after):
        return setting
    start = int(rng.integers(len(before)))
    taken = (start + np.arange(len(after))) % len(before)

    def drawn(place: Place, times: float = 1.0) -> Place:
        return _drawn(place, before, after, taken, rng, times)

    def beside(place: Place | None) -> Place | None:
        return None if place is None else drawn(place)

    return replace(
        setting, treated=drawn(setting.treated, times), comparators=tuple(drawn(each) for each in setting.comparators),
        buffer=beside(setting.buffer), buffer_control=beside(setting.buffer_control), falsification=(), others=(),
    )  # fmt: skip


def _drawn(
    place: Place, before: pd.PeriodIndex, after: pd.PeriodIndex, taken: npt.NDArray[np.int64],
    rng: np.random.Generator, times: float,
) -> Place:  # fmt: skip
    counts = place.series.reindex(before).to_numpy(dtype=np.float64)
    a_year = {"M": 12, "Q": 4}.get(before.freqstr[0], 1)
    level, due = (_level(counts, before.asi8 % a_year, when.asi8 % a_year, a_year) for when in (before, after))
    off = np.where(level > 0, counts / np.where(level > 0, level, 1.0) - 1, 0.0) * _fitted(counts, a_year)
    expected = times * due * np.maximum(0.0, 1 + np.nan_to_num(off))[taken]
    whole = np.floor(expected + rng.random(len(after)))
    made = pd.Series(whole, index=after).astype("Int64")
    series = place.series.copy()
    known = place.known(after)
    series.loc[known] = made.loc[known].to_numpy(dtype=np.int64)
    return replace(place, series=series)


def _fitted(counts: Floats, a_year: int) -> float:
    """How much larger deviations are than those from a level that was fitted to them."""
    number = int((~np.isnan(counts)).sum())
    levels = a_year if number >= 2 * a_year else 1
    return float(np.sqrt(number / (number - levels))) if number > levels else 1.0


def _level(counts: Floats, season: npt.NDArray[np.int64], asked: npt.NDArray[np.int64], a_year: int) -> Floats:
    """Mean by season; over all where a season has fewer than two counts."""
    known = ~np.isnan(counts)
    number = np.bincount(season[known], minlength=a_year)
    total = np.bincount(season[known], counts[known], a_year)
    whole = float(counts[known].mean()) if known.any() else 0.0
    by_season = np.where(number > 1, total / np.maximum(number, 1), whole)
    return np.asarray(by_season[asked], dtype=np.float64)
