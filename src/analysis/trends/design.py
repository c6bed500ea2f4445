"""The series as the models see it: which periods count, the columns beside the trend, the exposure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures import MONTHS_OF, season_form
from analysis.measures.series import periods_of

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Design:
    """A series laid out for regression; every array has one row a period, gaps included.

    ``counts`` is NaN where unknown; ``years`` is time in years from the first period; ``other`` are the season's
    columns and, last, the pulse's; ``offset`` is the log of exposure; ``pulse`` marks the periods that a passing break
    absorbs.
    """

    counts: Floats
    years: Floats
    other: Floats
    offset: Floats
    pulse: npt.NDArray[np.bool_]
    season: str
    exposure: str

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Periods with a count."""
        return np.isfinite(self.counts)

    @property
    def columns(self) -> Floats:
        """Time first, then the others that vary among the known periods."""
        other = self.other[:, np.ptp(self.other[self.known], axis=0) > 0] if self.other.size else self.other
        return np.column_stack([self.years, other])

    def without_pulse(self) -> Design:
        """The same series with the pulse's periods made unknown."""
        return replace(self, counts=np.where(self.pulse, np.nan, self.counts))

    def simply_in(self) -> Design:
        """The same series with the pulse's periods counted like any other, without the column that absorbs them."""
        return replace(self, other=self.other[:, :-1]) if self.pulse.any() else self

    def beside(self, column: Floats) -> Design:
        """The same series with one more column beside the trend."""
        return replace(self, other=np.column_stack([self.other, column]))


def design(series: pd.Series, pulse: pd.PeriodIndex, population: Mapping[int, float] | None = None) -> Design:
    """Lay out a series of nullable counts; the season's form is decided by the periods outside the ``pulse``.

    ``population`` is people by mid-year; it enters only where every known period has its year.
    """
    when = periods_of(series)
    absorbed = np.asarray(when.isin(pulse), dtype=np.bool_)
    counts = np.array([np.nan if pd.isna(each) else float(each) for each in series], dtype=np.float64)
    usable = np.isfinite(counts) & ~absorbed
    season, name = seasonal_columns(when, usable)
    blocks = [season, absorbed[:, None].astype(np.float64)] if absorbed.any() else [season]
    other: Floats = np.hstack(blocks).astype(np.float64)
    offset, exposure = _offset(when, np.isfinite(counts), population)
    years = np.array([MONTHS_OF[when.freqstr] / 12 * step for step in when.asi8 - when.asi8[0]], dtype=np.float64)
    return Design(counts, years, other, offset, absorbed, name, exposure)


def seasonal_columns(when: pd.PeriodIndex, usable: npt.NDArray[np.bool_]) -> tuple[Floats, str]:
    """Columns for the time of year, and their name: factors where the data carry them, else two harmonics, else none.

    See ``measures.season_form`` for which.
    """
    name = season_form(when, usable)
    a_year = 12 // MONTHS_OF[when.freqstr]
    season = when.asi8 % a_year
    if name == "none":
        return np.empty((len(when), 0)), name
    if name == "two harmonics":
        return harmonics(when), name
    return np.eye(a_year)[season][:, 1:], name


def harmonics(when: pd.PeriodIndex) -> Floats:
    """Two sine and cosine pairs of the month of the year."""
    angle = 2 * np.pi * (when.asi8 % 12) / 12
    return np.column_stack([each(k * angle) for k in (1, 2) for each in (np.sin, np.cos)])


def _offset(
    when: pd.PeriodIndex, known: npt.NDArray[np.bool_], population: Mapping[int, float] | None
) -> tuple[Floats, str]:
    days = np.array([(each.end_time - each.start_time).days + 1 for each in when], dtype=np.float64)
    log_days: Floats = np.log(days)
    years = [each.asfreq("M", how="start").year for each in when]
    if not population:
        return log_days, "days"
    if unknown := sorted({year for year, has in zip(years, known, strict=True) if has} - set(population)):
        return log_days, f"days alone, since population is not known for {unknown[0]}"
    people = np.array([population.get(year, np.nan) for year in years])
    return log_days + np.log(np.where(known, people, 1.0)), "population and days"
