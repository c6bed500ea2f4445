"""The past as a forecast may use it: months outside any pulse, since the last step, with the months ahead laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures import checked, clean_from, pulse_periods, step_between
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak
from analysis.trends.design import seasonal_columns

Floats = npt.NDArray[np.float64]
FEW: Final = 10
"""Below this mean a month, counts are modelled as counts and not by their logarithm."""


@dataclass(frozen=True)
class History:
    """Monthly counts with NaN where unknown or absorbed by a pulse, and the ``ahead`` months after the last.

    ``columns`` has a row for every month, those ahead included: the season's columns and one for the level after each
    pulse. ``days`` is each month's length over the mean month's. ``season`` names the form of the season.
    """

    counts: Floats
    months: pd.PeriodIndex
    columns: Floats
    days: Floats
    season: str
    since: str

    @property
    def length(self) -> int:
        """Months of the past, gaps included."""
        return len(self.counts)

    @property
    def ahead(self) -> int:
        """Months ahead."""
        return len(self.months) - self.length

    @property
    def usable(self) -> npt.NDArray[np.bool_]:
        """Months of the past that are known and not absorbed by a pulse."""
        return np.isfinite(self.counts)

    @property
    def few(self) -> bool:
        """Whether counts are so small that their logarithm would mislead."""
        return bool(np.nanmean(self.counts) < FEW) if self.usable.any() else True

    @property
    def logs(self) -> Floats:
        """Logarithm of counts per mean month; half an incident stands for none."""
        counts = np.where(self.counts == 0, 0.5, self.counts)
        return np.log(counts) - np.log(self.days[: self.length])

    def until(self, origin: int, ahead: int) -> History:
        """The same past cut after ``origin`` months, with ``ahead`` months to come; its season is decided anew."""
        return _laid(self.counts[:origin], self.months[:origin], self.columns[:origin, _season_width(self) :], ahead)


def history(series: pd.Series, ahead: int, breaks: Sequence[RecordingBreak] = ()) -> History:
    """Lay out a monthly series of nullable counts; a pulse's months are masked and the level after it is its own.

    Raises ``ValueError`` for what is no series of counts by month or fewer than one month ahead.
    """
    if ahead < 1:
        raise ValueError(f"{ahead} months ahead: give at least one")
    counted = checked(series)
    when = periods_of(counted)
    if when.freqstr != "M":
        raise ValueError("an outlook needs a series of months")
    step = step_between(breaks, when[0], when[-1])
    if step is not None:
        counted = counted[when >= clean_from(step)]
        when = periods_of(counted)
    counts = counted.to_numpy(dtype=np.float64, na_value=np.nan)
    counts[when.isin(pulse_periods(breaks, when))] = np.nan
    after = _levels_after(breaks, when, np.isfinite(counts))
    return replace(_laid(counts, when, after, ahead), since=step.name if step else "")


def _laid(counts: Floats, when: pd.PeriodIndex, after: Floats, ahead: int) -> History:
    months = pd.period_range(when[0], when[-1] + ahead, freq="M") if len(when) else when
    usable = np.append(np.isfinite(counts), np.zeros(len(months) - len(when), dtype=bool))
    season, name = seasonal_columns(months, usable)
    later = np.vstack([after, np.repeat(after[-1:], len(months) - len(when), axis=0)])
    seen = np.ptp(later[usable], axis=0) > 0 if usable.any() else np.zeros(later.shape[1], dtype=bool)
    days = months.days_in_month.to_numpy(dtype=np.float64) / (365.25 / 12)
    return History(counts, months, np.hstack([season, later[:, seen]]), days, name, "")


def _season_width(past: History) -> int:
    return {"month factors": 11, "two harmonics": 4}.get(past.season, 0)


def _levels_after(breaks: Sequence[RecordingBreak], when: pd.PeriodIndex, usable: npt.NDArray[np.bool_]) -> Floats:
    """A column for each pulse with usable months on both sides: 1 after it."""
    ends = sorted({pd.Period(each.end, "M") for each in breaks if each.kind == "pulse"})
    columns = [np.asarray(when > end, dtype=np.float64) for end in ends]
    kept = [each for each in columns if usable.any() and np.ptp(each[usable]) > 0]
    return np.column_stack(kept) if kept else np.empty((len(when), 0))
