"""The past as a forecast may use it: months outside any pulse, since the last step, with the months ahead laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import checked, pulse_periods, since_step
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak
from analysis.trends.design import seasonal_columns

Floats = npt.NDArray[np.float64]
FEW: Final = 10
"""Below this mean a month, counts are modelled as counts and not by their logarithm."""


@dataclass(frozen=True)
class History:
    """Monthly counts with NaN where unknown or absorbed by a pulse, and the months after the last.

    ``season`` (named ``season_form``) and ``after``, the level after each pulse, are columns with a row for every
    month, those ahead included. ``days`` is each month's length over the mean month's. ``since`` names the step in
    recording after which the past begins, if any.
    """

    counts: Floats
    months: pd.PeriodIndex
    season: Floats
    season_form: str
    after: Floats
    days: Floats
    since: str = ""

    @property
    def length(self) -> int:
        """Months of the past, gaps included."""
        return len(self.counts)

    @property
    def ahead(self) -> int:
        """Months ahead."""
        return len(self.months) - self.length

    @property
    def columns(self) -> Floats:
        """Season and levels after pulses side by side."""
        return np.hstack([self.season, self.after])

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
        return np.asarray(np.log(counts) - np.log(self.days[: self.length]), dtype=np.float64)

    def until(self, origin: int, ahead: int) -> History:
        """The past cut after ``origin`` months, with ``ahead`` to come; its season takes the form that it carries."""
        months = pd.period_range(self.months[0], periods=origin + ahead, freq="M")
        return _laid(self.counts[:origin], months, self.after[:origin], self.since)


MONTHS_ALONE: Final = CannotSay("only figures by month can be carried forward", "months-alone")


def is_monthly(series: pd.Series) -> bool:
    """Whether a series, once checked, is of months; raises ``ValueError`` for what is no series of counts."""
    return periods_of(checked(series)).freqstr == "M"


def history(series: pd.Series, ahead: int, breaks: Sequence[RecordingBreak] = ()) -> History:
    """Lay out a monthly series of nullable counts; a pulse's months are masked and the level after it is its own.

    Raises ``ValueError`` for what is no series of counts by month or fewer than one month ahead.
    """
    if ahead < 1:
        raise ValueError(f"{ahead} months ahead: give at least one")
    counted = checked(series)
    if not is_monthly(counted):
        raise ValueError("the past of an outlook is a series of months")
    counted, step = since_step(counted, breaks)
    counts, when = counted.to_numpy(dtype=np.float64, na_value=np.nan), periods_of(counted)
    counts[when.isin(pulse_periods(breaks, when))] = np.nan
    months = pd.period_range(series.index[-1] + 1 - len(counts), series.index[-1] + ahead, freq="M")
    ends = sorted({pd.Period(each.end, "M") for each in breaks if each.kind == "pulse"})
    after = np.array([[float(month > end) for end in ends] for month in when]).reshape(len(when), len(ends))
    return _laid(counts, months, after, step.name if step else "")


def _laid(counts: Floats, months: pd.PeriodIndex, after: Floats, since: str) -> History:
    """Columns for all months; a pulse without usable months on both sides has no level of its own."""
    ahead = len(months) - len(counts)
    usable = np.append(np.isfinite(counts), np.zeros(ahead, dtype=bool))
    season, form = seasonal_columns(months, usable)
    later = np.vstack([after, np.repeat(after[-1:], ahead, axis=0)]) if len(after) else np.empty((ahead, 0))
    seen = np.ptp(later[usable], axis=0) > 0 if usable.any() else np.zeros(later.shape[1], dtype=bool)
    days = months.days_in_month.to_numpy(dtype=np.float64) / (365.25 / 12)
    return History(counts, months, season, form, later[:, seen], days, since)
