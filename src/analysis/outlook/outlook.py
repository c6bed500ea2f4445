"""The months ahead of one series, published only as far as its own past has shown what that is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.outlook.accuracy import Accuracy, accuracy, chosen
from analysis.outlook.history import MONTHS_ALONE, History, history, is_monthly
from analysis.outlook.models import NAIVE, Fit, models
from analysis.outlook.origins import (
    LEAST_ORIGINS,
    LEAST_PAST,
    QUANTILES,
    Tried,
    actuals,
    horizon_earned,
    origins,
    tried,
)
from analysis.outlook.paths import too_little
from analysis.outlook.score import naive_scale
from analysis.outlook.seasonal_naive import same_month
from analysis.outlook.year_total import YearTotal, year_totals
from analysis.params.recording import RecordingBreak

PATHS: Final = 10_000
FARTHEST: Final = 12


@dataclass(frozen=True)
class Outlook:
    """The months ahead: median and limits by month, of the model that did best on the series' own past.

    ``accuracy`` is what the model and seasonal naive were worth, ``tried_models`` each model's MASE at the horizon
    published. ``usable`` months of the past were used; ``since`` names the step in recording they follow, or is empty.
    """

    model: str
    months: tuple[pd.Period, ...]
    low95: tuple[int, ...]
    low80: tuple[int, ...]
    median: tuple[int, ...]
    high80: tuple[int, ...]
    high95: tuple[int, ...]
    accuracy: Accuracy
    tried_models: tuple[tuple[str, float], ...]
    years: tuple[YearTotal, ...]
    usable: int
    since: str

    @property
    def horizon(self) -> int:
        """Months ahead that the past has earned, of those asked for."""
        return len(self.months)


def outlook(
    series: pd.Series, *, horizon: int = 12, breaks: Sequence[RecordingBreak] = (), seed: int = 0
) -> Outlook | CannotSay:
    """Say what may be expected of the months after the last of a monthly ``series`` of nullable counts.

    A month ahead, h, is earned by ``LEAST_ORIGINS`` past origins at which it could be tried with ``LEAST_PAST`` usable
    months before: 24 + h + 11 months in all, where a month unknown or absorbed by a pulse is not one; unknown months
    at the end bring the horizon nearer, since they must be looked across too. Models are fitted once, at the first
    origin, for the trial, and once more on the whole past. Seasonal naive is published where nothing beats it. Raises
    ``ValueError`` for what is no series of counts.
    """
    if not 1 <= horizon <= FARTHEST:
        raise ValueError(f"{horizon} months ahead: give 1 to {FARTHEST}")
    if not is_monthly(series):
        return MONTHS_ALONE
    past = history(series, horizon, breaks)
    refusal = too_little(past)
    if refusal is not None:
        return refusal
    at = origins(past)
    actual = actuals(past, at, horizon)
    reach, across = _reach(past, actual), past.length - 1 - int(np.flatnonzero(past.usable)[-1])
    if reach <= across:
        return _unproven(series, past)
    if not naive_scale(past.counts) > 0:
        return CannotSay("every month equals that of a year before, so no error can be measured", "unproven-here")
    return _outlook(series, past, trial(past, at, actual, seed), reach, across, seed)


def _reach(past: History, actual: npt.NDArray[np.float64]) -> int:
    """How far beyond the last usable month the past has earned, as far as seasonal naive has an answer too."""
    known = np.isfinite(same_month(past.counts, actual.shape[1]))
    return min(horizon_earned(actual), len(known) if known.all() else int(np.argmin(known)))


def trial(
    past: History, at: list[int], actual: npt.NDArray[np.float64], seed: int, only: Sequence[str] = ()
) -> dict[str, Tried]:
    """Let every model (or ``only`` these) speak at each origin, fitted once at the first."""
    first = past.until(at[0], actual.shape[1])
    fits: dict[str, Fit] = {name: fit for name, fit in models(past).items() if not only or name in only}
    return {name: tried(past, fit(first), at, actual, seed) for name, fit in fits.items()}


def _unproven(series: pd.Series, past: History) -> CannotSay:
    usable, needed = int(past.usable.sum()), LEAST_PAST + LEAST_ORIGINS
    outside = " outside the Covid restrictions" if series[-past.length :].notna().sum() > usable else ""
    after = f" since {past.since}" if past.since else ""
    tried_out = f"even one month ahead can be tried out {LEAST_ORIGINS} times on the past"
    if usable < needed:
        return CannotSay(
            f"{usable} months{outside}{after} have figures, and {needed} are needed before {tried_out}", "unproven-here"
        )
    return CannotSay(f"too many of its months are gaps before {tried_out}", "unproven-here")


def _outlook(series: pd.Series, past: History, found: dict[str, Tried], reach: int, across: int, seed: int) -> Outlook:
    """Fit the best model to the whole past and draw the months that are earned, those looked ``across`` apart."""
    best, scale = chosen(found, reach), naive_scale(past.counts)
    ahead = past.until(past.length, reach - across)
    paths = models(past)[best](ahead)(ahead, PATHS, np.random.default_rng(seed))
    months = ahead.months[ahead.length :]
    low95, low80, median, high80, high95 = (_whole(row) for row in np.quantile(paths, QUANTILES, axis=0))
    return Outlook(
        model=best,
        months=tuple(months),
        low95=low95,
        low80=low80,
        median=median,
        high80=high80,
        high95=high95,
        accuracy=accuracy(found[best], found[NAIVE], reach, scale),
        tried_models=tuple((name, float(np.mean(each.errors(reach))) / scale) for name, each in found.items()),
        years=year_totals(series, months, paths),
        usable=int(past.usable.sum()),
        since=past.since,
    )


def _whole(values: npt.NDArray[np.float64]) -> tuple[int, ...]:
    return tuple(round(float(each)) for each in values)
