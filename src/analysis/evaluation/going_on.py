"""What the figures after the start could be if all went on as before: drawn from each place's own past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.evaluation.departure import Floats, departure
from analysis.evaluation.setting import Place, Setting

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
        counts = place.counts(self.before)
        season = self.before.asi8 % self.a_year
        level = _level(counts, season, self.after.asi8 % self.a_year, self.a_year)
        own = _off(counts, season, self.a_year) / self.common
        left = departure(own, len(self.after), _made_up(counts, self.a_year), self.rng)
        expected = times * level * self.shared * left
        whole = pd.Series(np.floor(expected + self.rng.random(len(self.after))), index=self.after)
        known = place.known(self.after)
        series = place.series.copy()
        series.loc[known] = whole.loc[known].to_numpy(dtype=np.int64)
        return replace(place, series=series)


def going_on(setting: Setting, number: int, times: float = 1.0) -> Setting:
    """The ``number``-th drawing: of the figures after, nothing is kept but which periods are known.

    A place's figures are its level before by season, times what the comparators together left theirs by (the same for
    all), times what it left its own by beside that: as far as an earlier stretch lay off the time on one side of it
    (``departure``), so that places that drift go on drifting. In the treated place the level is then ``times`` as much.
    Seeded by ``number``. Without a time before or after it is as it was.
    """
    before, after = setting.before, setting.after
    if not len(before) or not len(after):
        return setting
    rng = np.random.default_rng((SEED, number))
    common, fitted = _common(setting)
    drawing = Drawing(before, after, setting.a_year, departure(common, len(after), fitted, rng), common, rng)

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


def _common(setting: Setting) -> tuple[Floats, float]:
    """What the comparators together were over their level, by period before: 1 with fewer than two."""
    before = setting.before
    if len(setting.comparators) < 2:
        return np.ones(len(before)), 1.0
    counts = np.sum([each.counts(before) for each in setting.comparators], axis=0)
    off = _off(counts, before.asi8 % setting.a_year, setting.a_year)
    return np.maximum(0.1, np.nan_to_num(off, nan=1.0)), _made_up(counts, setting.a_year)


def _off(counts: Floats, season: Whole, a_year: int) -> Floats:
    """Counts over their level by season, NaN where unknown; 1 where the level is nought."""
    level = _level(counts, season, season, a_year)
    return np.where(level > 0, counts / np.where(level > 0, level, 1.0), np.where(np.isnan(counts), np.nan, 1.0))


def _made_up(counts: Floats, a_year: int) -> float:
    """How many times further periods lie off a level that they were not fitted to than off the one that they were."""
    number = int((~np.isnan(counts)).sum())
    levels = a_year if number >= 2 * a_year else 1
    return float(np.sqrt(number / (number - levels))) if number > levels else 1.0


def _level(counts: Floats, season: Whole, asked: Whole, a_year: int) -> Floats:
    """Mean by season; over all where a season has fewer than two counts."""
    known = ~np.isnan(counts)
    number = np.bincount(season[known], minlength=a_year)
    total = np.bincount(season[known], counts[known], a_year)
    whole = float(counts[known].mean()) if known.any() else 0.0
    by_season = np.where(number > 1, total / np.maximum(number, 1), whole)
    return np.asarray(by_season[asked], dtype=np.float64)
