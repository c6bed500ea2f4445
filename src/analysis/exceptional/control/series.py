"""The control chart of one monthly series, its season taken out, its limits from ordinary months alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.exceptional.control.attributes import laney, u_chart
from analysis.exceptional.control.chart import Chart, Floats, Mask
from analysis.exceptional.control.deseasonal import seasonal_index
from analysis.exceptional.control.runs import shifts
from analysis.exceptional.control.xmr import xmr
from analysis.exceptional.others import LEAST_MEAN, LEAST_MONTHS, absorbed, same_recording
from analysis.exceptional.season import Season
from analysis.measures import checked
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak

MANY: Final = 10
"""With a mean of this many a month or more the chart is XmR; with fewer its limits would lie below zero."""


@dataclass(frozen=True)
class SeriesChart:
    """A chart of months as ordinary months: counts over their seasonal index.

    ``chart`` holds deseasonalised values, centre and limits; ``index`` the seasonal index; ``usable`` the months that
    set centre and limits; ``shifted`` those in a run of seven or more on one side.
    """

    kind: Literal["XmR", "u′"]
    months: pd.PeriodIndex
    chart: Chart
    index: Floats
    season: Season
    usable: Mask
    shifted: Mask

    @property
    def outside(self) -> tuple[pd.Period, ...]:
        """The months outside the limits."""
        return tuple(self.months[self.chart.outside])


def control_chart(series: pd.Series, *, breaks: Sequence[RecordingBreak] = ()) -> SeriesChart | CannotSay:
    """Chart a monthly series of nullable counts: XmR, or Laney's u′ with fewer than ``MANY`` a month.

    Centre and limits come from the months outside any pulse and recorded as the last one; moving ranges from
    neighbouring ones alone. No limit is below zero. Raises ``ValueError`` for bad input.
    """
    counted = checked(series)
    when = periods_of(counted)
    if when.freqstr != "M":
        return CannotSay("these figures do not come by month", "not-monthly")
    alike = same_recording(when, when[-1], breaks) & ~absorbed(when[0], when[-1], tuple(breaks))
    usable = np.asarray(counted.notna() & alike, dtype=np.bool_)
    refusal = _too_little(counted[usable], usable)
    if refusal is not None:
        return refusal
    index, season = seasonal_index(counted, usable)
    kind, drawn = _drawn(counted.to_numpy(dtype=np.float64, na_value=np.nan), index, usable)
    return SeriesChart(kind, when, drawn, index, season, usable, shifts(drawn.values, drawn.centre, usable))


def _too_little(known: pd.Series, usable: Mask) -> CannotSay | None:
    if len(known) < LEAST_MONTHS or not (usable[1:] & usable[:-1]).any():
        return CannotSay(f"{len(known)} usable months are too few to tell the season from the rest", "too-short")
    if known.mean() < LEAST_MEAN:
        return CannotSay("with fewer than one a month a control chart shows nothing", "small-counts")
    return None


def _drawn(counts: Floats, index: Floats, usable: Mask) -> tuple[Literal["XmR", "u′"], Chart]:
    if np.mean(counts[usable]) < MANY:
        return "u′", laney(u_chart(counts, index, baseline=usable), baseline=usable)
    found = xmr(counts / index, baseline=usable)
    return "XmR", Chart(found.values, found.centre, np.maximum(found.low, 0.0), found.high)
