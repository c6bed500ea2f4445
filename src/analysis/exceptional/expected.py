"""Whether one month is out of the ordinary, judged by a prediction made without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.counts import period_text
from analysis.exceptional.others import Others, others
from analysis.exceptional.predictive import Predictive
from analysis.exceptional.refit import refit
from analysis.measures import checked, touched
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak

LEVEL: Final = 0.99
"""A month outside limits of this level is exceptional."""
VAGUE: Final = 1.0
"""Standard error of the log of what is expected, beyond which nothing is expected."""


@dataclass(frozen=True)
class Exceptional:
    """One month against what the other months lead one to expect of it.

    ``low`` and ``high`` are the 99 % predictive limits, both still ordinary; ``p`` is twice the smaller exact tail, so
    a month is outside the limits exactly where p is below 1 %; ``mid_p`` counts half of the observed count's own
    chance. ``phi`` is the variance over mean of the ``months`` that were used; ``explained`` names the passing breaks
    in which the month lies.
    """

    month: pd.Period
    observed: int
    expected: float
    low: int
    high: int
    p: float
    mid_p: float
    phi: float
    months: int
    season: str
    explained: tuple[str, ...]
    predictive: Predictive

    @property
    def ratio(self) -> float:
        """Observed over expected."""
        return self.observed / self.expected

    @property
    def verdict(self) -> Literal["high", "low", "ordinary"]:
        """Whether the month lies above, below or within the limits."""
        return "high" if self.observed > self.high else "low" if self.observed < self.low else "ordinary"

    def p_random(self, rng: np.random.Generator) -> float:
        """A two-sided p that is uniform where the prediction is right: for calibration alone, never for a verdict.

        The count's own chance is split at random (randomised probability integral transform; Smith 1985; Czado,
        Gneiting and Held 2009), since the discrete p of small counts cannot be uniform.
        """
        below, above = self.predictive.tails(self.observed)
        share = 1 - above + rng.random() * (below + above - 1)
        return float(2 * min(share, 1 - share))


def exceptional_month(
    series: pd.Series, month: pd.Period, *, breaks: Sequence[RecordingBreak] = (), exposure: pd.Series | None = None
) -> Exceptional | CannotSay:
    """Compare ``month`` with what the other months of a monthly series of counts lead one to expect.

    Quasi-Poisson regression on days, time and season of the months outside any pulse and recorded in the same way, the
    month left out and other exceptional ones given less weight; limits from a negative binomial prediction with
    uncertain level and dispersion (after Farrington and others 1996; Noufaily and others 2013). A month within a pulse
    is predicted from the months outside. ``exposure`` (per month, above zero, such as the share of records with a
    location) multiplies what is expected. Raises ``ValueError`` for bad input.
    """
    counted = checked(series)
    if not isinstance(month, pd.Period) or month.freqstr != "M":
        raise ValueError(f"{month!r} is not a month (pandas period)")
    if periods_of(counted).freqstr != "M":
        return CannotSay("these figures do not come by month", "not-monthly")
    observed = counted.get(month, pd.NA)
    if pd.isna(observed):
        return CannotSay(f"{period_text(month)} has no figure", "no-periods")
    laid = others(counted, month, breaks)
    if isinstance(laid, CannotSay):
        return laid
    if exposure is not None:
        laid = laid.exposed(exposure)
    fitted = refit(laid.counts, laid.columns, laid.offsets)
    log_expected, variance = fitted.log_expected(laid.row, laid.offset)
    if variance * max(1.0, fitted.phi) > VAGUE**2:
        return CannotSay("the other months leave open what is ordinary", "too-uncertain")
    predictive = Predictive(log_expected, variance, fitted.phi, fitted.df)
    names = tuple(dict.fromkeys(each.name for each in touched(breaks, pd.PeriodIndex([month]))))
    return _judged(month, int(observed), predictive, laid, names)


def _judged(
    month: pd.Period, observed: int, predictive: Predictive, laid: Others, explained: tuple[str, ...]
) -> Exceptional:
    low, high = predictive.limits(LEVEL)
    below, above = predictive.tails(observed)
    smaller = min(below, above)
    return Exceptional(
        month=month,
        observed=observed,
        expected=predictive.expected,
        low=low,
        high=high,
        p=min(1.0, 2 * smaller),
        mid_p=min(1.0, 2 * smaller - (below + above - 1)),
        phi=predictive.phi,
        months=len(laid.counts),
        season=laid.season,
        explained=explained,
        predictive=predictive,
    )
