"""What the figures after the start could be if all went on as before: drawn from each place's own past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.evaluation.setting import Place, Setting

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
SEED: Final = 20100401


@dataclass(frozen=True)
class Drawing:
    """One drawing: ``before`` is drawn from for ``after``; ``shared`` is what all places have in common after."""

    before: pd.PeriodIndex
    after: pd.PeriodIndex
    a_year: int
    shared: Floats
    common: Floats
    rng: np.random.Generator

    def place(self, place: Place, times: float = 1.0) -> Place:
        """``place`` with figures drawn for the periods after that have any, its level ``times`` as much."""
        counts = place.series.reindex(self.before).to_numpy(dtype=np.float64)
        own = _off(counts, self.before, self.a_year) / self.common
        level = _level(counts, self.before.asi8 % self.a_year, self.after.asi8 % self.a_year, self.a_year)
        expected = times * level * self.shared * own[_stretch(self.rng, len(own), len(self.after))]
        whole = pd.Series(np.floor(expected + self.rng.random(len(self.after))), index=self.after)
        known = place.known(self.after)
        series = place.series.copy()
        series.loc[known] = whole.loc[known].to_numpy(dtype=np.int64)
        return replace(place, series=series)


def going_on(setting: Setting, number: int, times: float = 1.0) -> Setting:
    """The ``number``-th drawing: of the figures after, nothing is kept but which periods are known.

    A place's figures are its level before by season, times what the comparators together were over theirs in a stretch
    of the time before (the same for all), times what it was itself beside that, in a stretch of its own. In the treated
    place the level is then ``times`` as much. Seeded by ``number``. Without a time before or after it is as it was.
    """
    before, after = setting.before, setting.after
    if not len(before) or not len(after):
        return setting
    rng = np.random.default_rng((SEED, number))
    common = _common(setting)
    drawing = Drawing(before, after, setting.a_year, common[_stretch(rng, len(before), len(after))], common, rng)

    def beside(place: Place | None) -> Place | None:
        return None if place is None else drawing.place(place)

    return replace(
        setting,
        treated=drawing.place(setting.treated, times),
        comparators=tuple(drawing.place(each) for each in setting.comparators),
        buffer=beside(setting.buffer),
        buffer_control=beside(setting.buffer_control),
        falsification=(),
        others=(),
    )


def _common(setting: Setting) -> Floats:
    """What the comparators together were over their level, by period before: 1 with fewer than two."""
    before = setting.before
    if len(setting.comparators) < 2:
        return np.ones(len(before))
    counts = [each.series.reindex(before).to_numpy(dtype=np.float64) for each in setting.comparators]
    return np.maximum(0.1, _off(np.sum(counts, axis=0), before, setting.a_year))


def _stretch(rng: np.random.Generator, length: int, number: int) -> Whole:
    """Positions of ``number`` periods in a row, from anywhere, going on at the beginning where the end is reached."""
    return np.asarray((int(rng.integers(length)) + np.arange(number)) % length, dtype=np.int64)


def _off(counts: Floats, when: pd.PeriodIndex, a_year: int) -> Floats:
    """Counts over their level by season, distances made up for the fitting of the level; 1 where unknown."""
    season = when.asi8 % a_year
    level = _level(counts, season, season, a_year)
    off = np.where(level > 0, counts / np.where(level > 0, level, 1.0) - 1, 0.0)
    number = int((~np.isnan(counts)).sum())
    levels = a_year if number >= 2 * a_year else 1
    fitted = np.sqrt(number / (number - levels)) if number > levels else 1.0
    return np.maximum(0.0, 1 + np.nan_to_num(off) * fitted)


def _level(counts: Floats, season: Whole, asked: Whole, a_year: int) -> Floats:
    """Mean by season; over all where a season has fewer than two counts."""
    known = ~np.isnan(counts)
    number = np.bincount(season[known], minlength=a_year)
    total = np.bincount(season[known], counts[known], a_year)
    whole = float(counts[known].mean()) if known.any() else 0.0
    by_season = np.where(number > 1, total / np.maximum(number, 1), whole)
    return np.asarray(by_season[asked], dtype=np.float64)
