"""How much more a series swings than chance alone would have it: Pearson's phi, and what it does to an interval."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures.periods import MONTHS_OF
from analysis.measures.ratio import LEVEL
from analysis.measures.series import periods_of

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
    """Correlation of neighbouring months around the expected counts, corrected for bias; 0 to 0.8."""
    basis: str
    """What the expected counts were (``month of year and year``)."""

    def widening(self, level: float = LEVEL) -> float:
        """Factor for the variance of a log ratio, at least 1.

        phi times (1 + serial) / (1 - serial), the inflation of a sum of serially correlated counts (Bartlett 1946),
        times (t / z) squared because phi is itself estimated.
        """
        tail = (1 + level) / 2
        estimated = float(stats.t.ppf(tail, self.df) / stats.norm.ppf(tail)) ** 2
        return max(1.0, self.phi * (1 + self.serial) / (1 - self.serial)) * estimated


LEAST_STEPS: Final = 4
"""Fewest pairs of neighbouring years from which their swing is judged: three years tell next to nothing of it."""


def series_dispersion(series: pd.Series, pulses: Collection[pd.Period] = ()) -> Dispersion | CannotSay:
    """Estimate phi of a series (nullable counts over a PeriodIndex); ``pulses`` are periods with a level of their own.

    Months and quarters: Pearson chi-square over degrees of freedom of the model season x year x pulse, without
    interactions, where a year is twelve months counted back from the last (McCullagh and Nelder 1989).
    Financial years: the mean of (difference squared / sum) of neighbouring years (von Neumann 1941), so that a steady
    trend or a swing counts as ordinary variation.
    """
    known = series.dropna()
    if known.empty:
        return CannotSay("no period of the series is known", "no-periods")
    found = _yearly(known) if periods_of(series).freqstr == "Y-MAR" else _seasonal(known, pulses)
    if found.df < LEAST_DF or not np.isfinite(found.phi):
        return CannotSay("too few periods are known to judge how much the series usually swings", "no-dispersion")
    return found


def _seasonal(known: pd.Series, pulses: Collection[pd.Period]) -> Dispersion:
    when = periods_of(known)
    a_year = 12 // MONTHS_OF[when.freqstr]
    age = (when.asi8[-1] - when.asi8) // a_year
    pulse = np.asarray(when.isin(list(pulses)), dtype=np.intp)
    margins = [pd.factorize(when.asi8 % a_year)[0], pd.factorize(age)[0], pulse]
    counts = known.to_numpy(dtype=np.float64)
    expected = margins_fit(counts, margins)
    used = expected > 0
    residual = (counts[used] - expected[used]) / np.sqrt(expected[used])
    df = int(used.sum()) - _rank([each[used] for each in margins])
    serial = _serial(residual, when.asi8[used]) if a_year == 12 else 0.0
    return Dispersion(float(residual @ residual) / df if df > 0 else np.nan, df, serial, "month of year and year")


def _yearly(known: pd.Series) -> Dispersion:
    pairs = np.diff(periods_of(known).asi8) == 1
    counts = known.to_numpy(dtype=np.float64)
    step, both = np.diff(counts)[pairs], (counts[1:] + counts[:-1])[pairs]
    step, both = step[both > 0], both[both > 0]
    phi = float(np.mean(step**2 / both)) if len(step) >= LEAST_STEPS else np.nan
    return Dispersion(phi, len(step), 0.0, "neighbouring years")


def _serial(residual: Floats, when: npt.NDArray[np.int64]) -> float:
    """Lag-one correlation of neighbouring months, corrected for fitting twelve-month means (Kendall 1954).

    Half its standard error (1 / sqrt n) is added where it is above zero: too narrow an interval is the worse mistake.
    """
    if not residual.any():
        return 0.0
    together = np.diff(when) == 1
    found = float(np.sum((residual[1:] * residual[:-1])[together]) / np.sum(residual**2))
    corrected = (found + 1 / 12) / (1 - 3 / 12)
    return float(np.clip(corrected + 0.5 * len(residual) ** -0.5, 0.0, 0.8)) if corrected > 0 else 0.0


def margins_fit(counts: Floats, margins: Sequence[Groups]) -> Floats:
    """Expected counts of the log-linear model with these ``margins`` (a group's number for each count).

    Iterative proportional fitting (Deming and Stephan 1940), which is maximum likelihood and allows missing cells.
    """
    fit = np.ones_like(counts)
    for _ in range(1000):
        last = fit
        for group in margins:
            have, want = np.bincount(group, fit), np.bincount(group, counts)
            fit = fit * np.divide(want, have, out=np.zeros_like(have), where=have > 0)[group]
        if np.allclose(fit, last, rtol=1e-10, atol=1e-12):
            break
    return fit


def _rank(margins: Sequence[Groups]) -> int:
    design = np.hstack([np.eye(int(each.max(initial=0)) + 1)[each] for each in margins])
    return int(np.linalg.matrix_rank(design)) if len(design) else 0
