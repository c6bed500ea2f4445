"""The other months that say what to expect of one: which they are, and when they are too few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.exceptional.season import Season, season_columns, season_of
from analysis.measures import clean_from, pulse_periods
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak

Floats = npt.NDArray[np.float64]
LEAST_MONTHS: Final = 18
"""Fewest other months, observed and outside any pulse, that say what to expect."""
LEAST_MEAN: Final = 1.0
"""Fewer records a month than this, and hardly any count would be out of the ordinary."""
SEASONAL_COUNT: Final = 5
"""With fewer records than this in the middlemost month, their season is anyone's guess."""
TREND_SPAN: Final = 24
"""Months from first to last from which on a steady rise or fall is allowed for."""


@dataclass(frozen=True)
class Others:
    """The months that say what to expect of ``month``, laid out for regression; one row a month.

    ``columns`` are constant, time in years and season; ``row`` and ``offset`` are the same of ``month`` itself.
    """

    counts: Floats
    columns: Floats
    offsets: Floats
    row: Floats
    offset: float
    season: Season
    when: pd.PeriodIndex
    month: pd.Period

    def exposed(self, exposure: pd.Series) -> Others:
        """The same with ``exposure`` (above zero for every month) multiplying what is expected."""
        found = exposure.reindex([*self.when, self.month]).astype("float64").to_numpy()
        if not (found > 0).all():
            raise ValueError("an exposure has to be above zero in every month that is used")
        return replace(self, offsets=self.offsets + np.log(found[:-1]), offset=self.offset + float(np.log(found[-1])))


def others(counted: pd.Series, month: pd.Period, breaks: Sequence[RecordingBreak]) -> Others | CannotSay:
    """Lay out the months that say what to expect of ``month`` in a checked monthly series.

    They are those observed, outside any pulse and recorded in the same way, on either side of it; never itself.
    """
    when = periods_of(counted)
    alike = same_recording(when, month, breaks) & ~absorbed(when[0], when[-1], tuple(breaks))
    usable = np.asarray(counted.notna() & alike & (when != month), dtype=np.bool_)
    refusal = _too_little(counted[usable], breaks)
    if refusal is not None:
        return refusal
    season = season_of(when, usable) if counted[usable].median() >= SEASONAL_COUNT else "none"
    trend = np.ptp(when.asi8[usable]) + 1 >= TREND_SPAN
    years = ((when.asi8 - when.asi8[0]) / 12.0)[:, None]
    columns = np.hstack([np.ones_like(years), *([years] if trend else []), season_columns(when, season)])
    days = np.log(when.days_in_month.to_numpy(dtype=np.float64))
    at = list(when).index(month)
    counts = counted[usable].to_numpy(dtype=np.float64)
    return Others(counts, columns[usable], days[usable], columns[at], float(days[at]), season, when[usable], month)


@lru_cache(maxsize=128)
def absorbed(first: pd.Period, last: pd.Period, breaks: tuple[RecordingBreak, ...]) -> npt.NDArray[np.bool_]:
    """Which months from ``first`` to ``last`` a pulse absorbs; kept, since every month of a series asks."""
    when = pd.period_range(first, last, freq="M")
    found: npt.NDArray[np.bool_] = np.asarray(when.isin(pulse_periods(breaks, when)), dtype=np.bool_)
    found.setflags(write=False)
    return found


def same_recording(when: pd.PeriodIndex, month: pd.Period, breaks: Sequence[RecordingBreak]) -> npt.NDArray[np.bool_]:
    """Months recorded as ``month`` was: between the step before it and the next; those of a phased-in step are not."""
    alike = np.ones(len(when), dtype=np.bool_)
    for each in breaks:
        if each.kind == "step":
            clean, start = clean_from(each), pd.Period(each.start, "M")
            alike &= np.asarray(when >= clean if month >= clean else when < start if month < start else when == month)
    return alike


def _too_little(known: pd.Series, breaks: Sequence[RecordingBreak]) -> CannotSay | None:
    if len(known) < LEAST_MONTHS:
        where = " outside Covid and other breaks" if breaks else ""
        return CannotSay(
            f"{len(known)} other months with figures{where} are too few to say what is ordinary", "too-short"
        )
    if known.mean() < LEAST_MEAN:
        return CannotSay("with fewer than one a month hardly any count would be out of the ordinary", "small-counts")
    return None
