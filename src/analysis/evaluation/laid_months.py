"""A setting's months laid out for regression, and whether they are enough for an interrupted series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.evaluation.setting import Place, Setting
from analysis.measures import least
from analysis.trends.design import harmonics, seasonal_columns

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class LaidMonths:
    """Every month from the first usable one to the last, n of them; ``used`` marks those known in all places.

    ``counts`` has a row for each place, NaN where a month is not used. ``after`` marks months from the start on;
    ``years`` is time, ``season`` (n by 11, 4 or 0) the columns of the time of year and ``form`` their name; ``waves``
    is two harmonics where there is a season at all.
    """

    when: pd.PeriodIndex
    counts: Floats
    used: Flags
    after: Flags
    season: Floats
    form: str

    @property
    def years(self) -> Floats:
        """Time in years from the first month."""
        return np.arange(len(self.when)) / 12

    @property
    def waves(self) -> Floats:
        """Two harmonics of the time of year (n by 4); none (n by 0) where the months used carry no season."""
        return harmonics(self.when) if self.form != "none" else np.empty((len(self.when), 0))

    @property
    def log_days(self) -> Floats:
        """Log of each month's days: its exposure."""
        return np.log(self.when.days_in_month.to_numpy(dtype=np.float64))

    @property
    def at(self) -> npt.NDArray[np.int64]:
        """Numbers of the months used."""
        return np.flatnonzero(self.used)

    def mean(self, row: int, *, after: bool) -> float:
        """Mean count a month of one place, before the start or after it."""
        return float(self.counts[row, self.used & (self.after == after)].mean())

    def totals(self, row: int) -> tuple[int, int]:
        """What one place counted in the months used before the start and after it."""
        before, after = (int(self.counts[row, self.used & (self.after == side)].sum()) for side in (False, True))
        return before, after


def laid_months(setting: Setting, places: Sequence[Place]) -> LaidMonths | CannotSay:
    """Lay out the months that are known in all of ``places``; refuse what is too little for an interrupted series."""
    if setting.freq != "M":
        return CannotSay("a series that is interrupted needs figures by month", "not-monthly")
    if setting.step is not None:
        return CannotSay(f"recording changed after the start ({setting.step.name})", "recording-break")
    known = [_known(places, each) for each in (setting.before, setting.after)]
    for months, side in zip(known, ("before", "after"), strict=True):
        if len(months) < least(f"interrupted-{side}"):
            number = numbers.plural(len(months), "month", "months")
            has = "has" if len(months) == 1 else "have"
            return CannotSay(
                f"{number} {side} the start {has} figures that can be used, and that is too few", "too-short"
            )
    when = pd.period_range(known[0][0], known[1][-1], freq="M")
    used = np.asarray(when.isin(known[0].append(known[1])), dtype=np.bool_)
    counts = np.array([each.counts(when) for each in places])
    season, form = seasonal_columns(when, used)
    after = np.asarray(when >= known[1][0], dtype=np.bool_)
    return LaidMonths(when, np.where(used, counts, np.nan), used, after, season, form)


def _known(places: Sequence[Place], when: pd.PeriodIndex) -> pd.PeriodIndex:
    for each in places:
        when = each.known(when)
    return when
