"""How much more a series swings than chance alone would have it: Pearson's phi, and what it does to an interval."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures.long_run import A_YEAR, LongRun, long_run
from analysis.measures.periods import MONTHS_OF
from analysis.measures.ratio import LEVEL
from analysis.measures.series import checked, periods_of

Floats = npt.NDArray[np.float64]
Groups = npt.NDArray[np.intp]
TYPICAL_PHI: Final = 2.0
"""What stands in where only two totals were published and no series shows how much they swing: about the median phi of
monthly police.uk categories with 15 or more a month, by district (Lancashire and Leicestershire, 2018 to 2022)."""

LEAST_DF: Final = 2
"""With fewer degrees of freedom, how much a series swings is anyone's guess."""


@dataclass(frozen=True)
class Dispersion:
    """Variance over mean of a series around its expected counts, from ``df`` degrees of freedom."""

    phi: float
    df: int
    serial: float
    """Correlation of neighbouring months around the expected counts, as far as the months tell; 0 to 0.8."""
    basis: str
    """What the expected counts were (``month of year and year``)."""
    long_run: LongRun | None = None
    """What the totals of many months may vary, the months hanging together or not; None for yearly figures."""

    def widening(self, level: float = LEVEL, compared: Sequence[pd.Period] = ()) -> float:
        """Factor for the variance of a log ratio of two stretches, at least 1.

        phi times (t / z) squared, because it is itself estimated; for months and quarters that of ``long_run`` where it
        is larger, which allows for months hanging together by no one knows how much. ``compared`` are the periods of
        one stretch (a year when none are named).
        """
        tail = (1 + level) / 2
        student = max(1.0, self.phi) * float(stats.t.ppf(tail, self.df) / stats.norm.ppf(tail)) ** 2
        if self.long_run is None:
            return student
        return max(student, self.long_run.widening(level, [each.ordinal for each in compared] or A_YEAR))


LEAST_BESIDE: Final = 0.5
"""What a count of nought in the other places is taken for, so that none here need not follow."""
LEAST_STEPS: Final = 4
"""Fewest pairs of neighbouring years from which their swing is judged: three years tell next to nothing of it."""


def series_dispersion(
    series: pd.Series,
    pulses: Collection[pd.Period] = (),
    *,
    anchor: pd.Period | None = None,
    beside: pd.Series | None = None,
) -> Dispersion | CannotSay:
    """Estimate phi of a series (nullable counts over a PeriodIndex); ``pulses`` are periods with a level of their own.

    Months and quarters: Pearson chi-square over degrees of freedom of the model season x year x pulse, without
    interactions, where a year is twelve months counted back from the last (McCullagh and Nelder 1989).
    Financial years: the mean of (difference squared / sum) of neighbouring years (von Neumann 1941), so that a steady
    trend or a swing counts as ordinary variation.

    ``anchor`` is the first period of something that may have changed the level: no year then straddles it, so that the
    change itself is not taken for swing. Financial years then hang together as months do, about a level on each side.
    ``beside`` are counts of other places over the same periods: what is expected then goes up and down with them, so
    that only what does not come to all places is swing, theirs included; phi is then in units of the chance of both.
    """
    known = series.dropna() if series.empty else checked(series).dropna()
    if known.empty:
        return CannotSay("no period of the series is known", "no-periods")
    exposure = np.full(len(known), np.inf)
    if beside is not None:
        exposure = np.maximum(beside.reindex(known.index).to_numpy(np.float64, na_value=0.0), LEAST_BESIDE)
    if periods_of(series).freqstr == "Y-MAR":
        found = _yearly(known, exposure, anchor)
    else:
        found = _seasonal(known, exposure, pulses, anchor)
    if found.df < LEAST_DF or not np.isfinite(found.phi):
        return CannotSay("too few periods are known to judge how much the series usually swings", "no-dispersion")
    return found


def _seasonal(
    known: pd.Series, exposure: Floats, pulses: Collection[pd.Period], anchor: pd.Period | None
) -> Dispersion:
    when = periods_of(known)
    a_year = 12 // MONTHS_OF[when.freqstr]
    age = (when.asi8 - (when.asi8[-1] + 1 if anchor is None else anchor.ordinal)) // a_year
    pulse = np.asarray(when.isin(list(pulses)), dtype=np.intp)
    margins = [pd.factorize(when.asi8 % a_year)[0], pd.factorize(age)[0], pulse]
    counts = known.to_numpy(dtype=np.float64)
    expected = margins_fit(counts, margins, exposure)
    used = expected > 0
    residual = (counts[used] - expected[used]) / np.sqrt(expected[used] * (1 + expected[used] / exposure[used]))
    columns = _columns([each[used] for each in margins])
    df = int(used.sum()) - int(np.linalg.matrix_rank(columns))
    basis = "month of year and year"
    if df < LEAST_DF:
        return Dispersion(np.nan, df, 0.0, basis)
    found = long_run(residual, expected[used], columns, when.asi8[used], 12 // a_year)
    return Dispersion(float(residual @ residual) / df, df, found.serial, basis, found)


def _yearly(known: pd.Series, exposure: Floats, anchor: pd.Period | None) -> Dispersion:
    years = periods_of(known).asi8
    later = np.zeros(len(years), dtype=np.intp) if anchor is None else (years >= anchor.ordinal).astype(np.intp)
    pairs = (np.diff(years) == 1) & (np.diff(later) == 0)
    counts = known.to_numpy(dtype=np.float64)
    weight = _proportions(exposure)
    share, both = (weight[1:] / (weight[1:] + weight[:-1]))[pairs], (counts[1:] + counts[:-1])[pairs]
    chance = 1 + both / (exposure[1:] + exposure[:-1])[pairs]
    step = 2 * (counts[1:][pairs] - both * share)
    step, both = step[both > 0], (4 * both * share * (1 - share) * chance)[both > 0]
    phi = float(np.mean(step**2 / both)) if len(step) >= LEAST_STEPS else np.nan
    found = Dispersion(phi, len(step), 0.0, "neighbouring years")
    if anchor is None or len(step) < LEAST_STEPS:
        return found
    return _hanging_together(found, counts, exposure, years, later)


def _hanging_together(
    found: Dispersion, counts: Floats, exposure: Floats, years: npt.NDArray[np.int64], later: Groups
) -> Dispersion:
    """The same, with what totals of several years may vary about a level on each side."""
    sides = pd.factorize(later)[0]
    expected = margins_fit(counts, [sides], exposure)
    used = expected > 0
    residual = (counts[used] - expected[used]) / np.sqrt(expected[used] * (1 + expected[used] / exposure[used]))
    together = long_run(residual, expected[used], _columns([pd.factorize(sides[used])[0]]), years[used], 1)
    return replace(found, serial=together.serial, long_run=together)


def margins_fit(counts: Floats, margins: Sequence[Groups], exposure: Floats | None = None) -> Floats:
    """Expected counts of the log-linear model with these ``margins`` (a group's number for each count).

    ``exposure`` is what each count is in proportion to besides (an offset); the same for all where not given.

    Iterative proportional fitting (Deming and Stephan 1940), which is maximum likelihood and allows missing cells.
    """
    fit = np.ones_like(counts) if exposure is None else _proportions(exposure)
    for _ in range(1000):
        last = fit
        for group in margins:
            have, want = np.bincount(group, fit), np.bincount(group, counts)
            fit = fit * np.divide(want, have, out=np.zeros_like(have), where=have > 0)[group]
        if (np.abs(fit - last) <= 1e-12 + 1e-10 * np.abs(last)).all():
            break
    return fit


def _proportions(exposure: Floats) -> Floats:
    """Exposures over their mean; ones where nothing bounds them, since no other places are set beside."""
    return exposure / exposure.mean() if np.isfinite(exposure).all() else np.ones_like(exposure)


def _columns(margins: Sequence[Groups]) -> Floats:
    """One column a group of each margin: 1 where a count belongs to it."""
    return np.hstack([np.eye(int(each.max(initial=-1)) + 1)[each] for each in margins])
