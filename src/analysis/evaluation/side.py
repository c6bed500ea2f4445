"""One place before and after: the exact ratio of its counts, widened by how much its series swings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.matched import Matched
from analysis.evaluation.setting import Place, Setting
from analysis.measures import LEVEL, Dispersion, central_p, ratio_limits, series_dispersion
from analysis.measures.series import periods_of


@dataclass(frozen=True)
class Side:
    """A place's matched counts: ``after``, and ``expected``, the count before brought to the same number of periods.

    ``effective`` is the Poisson count that is as uncertain as ``expected`` (the count before itself where every
    period before stands for as many after). ``widening`` multiplies the variance that independent incidents have.
    """

    place: Place
    before: int
    after: int
    expected: float
    effective: float
    scale: float
    widening: float
    dispersion: Dispersion

    @property
    def ratio(self) -> float:
        """After over expected: infinite with none before, NaN with none at all."""
        return self.after / self.expected if self.expected else math.inf if self.after else math.nan

    def limits(self, level: float = LEVEL) -> tuple[float, float]:
        """The exact conditional limits of the ratio, widened."""
        return ratio_limits(
            self.effective, self.after, exposure_ratio=self.scale, level=level, dispersion=self.widening
        )  # fmt: skip

    @property
    def p(self) -> float:
        """Two-sided p of "no change", which agrees with the limits."""
        return central_p(self.effective, self.after, exposure_ratio=self.scale, dispersion=self.widening)

    @property
    def variance(self) -> float:
        """Of the log ratio, widened; NaN with a zero count."""
        if not self.effective or not self.after:
            return math.nan
        return self.widening * (1 / self.effective + 1 / self.after)


def side(setting: Setting, place: Place, periods: Matched, beside: Place | None = None) -> Side | CannotSay:
    """``place`` over the matched ``periods``; refused where too little is known of how much its series swings.

    With ``beside``, that swing is what does not come to both, and holds the chance in the counts of both.
    """
    swing = swing_of(setting, place, beside)
    if isinstance(swing, CannotSay):
        return swing
    counts = place.counts(periods.before)
    expected = float(periods.weights @ counts)
    squares = float(periods.weights**2 @ counts)
    effective = expected**2 / squares if expected else 0.0
    scale = effective / expected if expected else len(periods.before) / len(periods.after)
    after = place.total(periods.after)
    chance = 1.0 if beside is None else _chance_of_both(counts.sum() + after, beside, periods)
    return Side(
        place, int(counts.sum()), after, expected, effective, scale,
        chance * swing.widening(compared=list(periods.after)), swing,
    )  # fmt: skip


def _chance_of_both(count: float, beside: Place, periods: Matched) -> float:
    """The variance of the ratio of two independent counts, over that of the first alone."""
    other = beside.total(periods.before.union(periods.after))
    return float(1 + count / other) if other else 1.0


def swing_of(setting: Setting, place: Place, beside: Place | None = None) -> Dispersion | CannotSay:
    """How much the place's series swings in the periods that may be used; the change at the start is not in it.

    With ``beside``, only periods known in both, and only what does not come to both.
    """
    used = setting.used
    if not len(used):
        return CannotSay("no period of the series may be used", "no-periods")
    first = used[0].ordinal
    others = np.full(used[-1].ordinal - first + 1, np.nan)
    counts = others.copy()
    counts[used.asi8 - first] = place.counts(used)
    if beside is not None:
        others[used.asi8 - first] = beside.counts(used)
        counts[np.isnan(others)] = np.nan
    return _swing(used.freqstr, first, setting.start.ordinal, counts.tobytes(), others.tobytes() if beside else b"")


@lru_cache(maxsize=4096)
def _swing(freq: str, first: int, anchor: int, counts: bytes, others: bytes) -> Dispersion | CannotSay:
    """The same of counts as they lie in memory: checks and other choices ask again of the same places."""
    own = np.frombuffer(counts)
    when = pd.period_range(pd.Period(ordinal=first, freq=freq), periods=len(own), freq=freq)
    series = pd.Series(own, index=when).astype("Int64")
    beside = pd.Series(np.frombuffer(others), index=when) if others else None
    return series_dispersion(series, anchor=pd.Period(ordinal=anchor, freq=freq), beside=beside)


def together(places: Sequence[Place], name: str) -> Place:
    """``places`` as one: known where all of them are; people only where all are known."""
    when = reduce(pd.PeriodIndex.union, (periods_of(each.series) for each in places))
    counts = pd.Series(np.sum([each.counts(when) for each in places], axis=0), index=when).astype("Int64")
    people = [each.people for each in places if each.people is not None]
    return Place(
        name, counts,
        sum(people) if len(people) == len(places) else None, sum(each.members for each in places),
    )  # fmt: skip
