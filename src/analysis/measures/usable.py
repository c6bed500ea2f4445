"""Which periods of a series count: observed, and not absorbed by a passing break such as Covid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.breaks import pulse_periods
from analysis.measures.least import least
from analysis.measures.periods import MONTHS_OF
from analysis.measures.series import checked, periods_of
from analysis.params.recording import RecordingBreak

Season = Literal["month factors", "quarter factors", "two harmonics", "none"]


@dataclass(frozen=True)
class Usable:
    """How much of a series may be used.

    ``observed``, ``missing``, ``absorbed`` and ``usable`` count periods of the series' own frequency: with a count,
    without one, inside a pulse (known or not), and known outside any pulse. ``periods`` are the usable ones.
    ``stretch`` is months from the first usable period to the last, both included. ``mean`` is the mean count of the
    usable ones, NaN where there are none.
    """

    observed: int
    missing: int
    absorbed: int
    usable: int
    periods: pd.PeriodIndex
    stretch: int
    mean: float

    @property
    def season(self) -> Season:
        """The form of season that the usable periods carry."""
        return season_form(self.periods, np.ones(len(self.periods), dtype=np.bool_))

    @property
    def each_month_twice(self) -> bool:
        """Whether each month (or quarter) of the year is usable at least twice."""
        return bool(len(self.periods)) and fewest(self.periods) >= least("each-season")

    @property
    def different_months(self) -> int:
        """How many months (or quarters) of the year are usable at least once."""
        return len(set(self.periods.asi8 % _a_year(self.periods)))


def usable(series: pd.Series, breaks: Iterable[RecordingBreak] = ()) -> Usable:
    """Count the periods of a series of nullable counts that may be used, given the ``breaks`` that bear on it.

    Raises ``ValueError`` for a series that is none (see ``checked``); an empty one has nothing usable.
    """
    counted = series if series.empty else checked(series)
    when = periods_of(counted)
    known = counted.notna().to_numpy(dtype=np.bool_)
    inside = np.asarray(when.isin(pulse_periods(breaks, when)), dtype=np.bool_)
    free = known & ~inside
    used = when[free]
    return Usable(
        observed=int(known.sum()),
        missing=int((~known).sum()),
        absorbed=int(inside.sum()),
        usable=int(free.sum()),
        periods=used,
        stretch=int(used.asi8[-1] - used.asi8[0] + 1) * MONTHS_OF[used.freqstr] if len(used) else 0,
        mean=float(counted[free].astype("float64").mean()) if free.any() else float("nan"),
    )


def season_form(when: pd.PeriodIndex, used: npt.NDArray[np.bool_]) -> Season:
    """The form of season that the ``used`` ones of ``when`` carry: factors where they can, else harmonics, else none.

    Months have factors from four years of usable months on with each month of the year twice; quarters with each
    quarter twice. Two harmonics need nine different months of the year. Years have no season.
    """
    a_year = _a_year(when)
    seen = np.bincount(when.asi8[used] % a_year, minlength=a_year)
    twice = bool(seen.min() >= least("each-season"))
    if a_year == 12 and twice and used.sum() >= least("month-factors"):
        return "month factors"
    if a_year == 4 and twice:
        return "quarter factors"
    return "two harmonics" if a_year == 12 and (seen > 0).sum() >= least("harmonics") else "none"


def fewest(when: pd.PeriodIndex) -> int:
    """How often the rarest month (or quarter) of the year stands in ``when``."""
    return int(np.bincount(when.asi8 % _a_year(when), minlength=_a_year(when)).min())


def _a_year(when: pd.PeriodIndex) -> int:
    return 12 // MONTHS_OF[when.freqstr]
