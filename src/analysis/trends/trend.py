"""The trend of one series, or why none can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import MONTHS_OF, clean_from, least, pulse_periods, step_between
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak
from analysis.trends.design import Design, design
from analysis.trends.estimate import Estimate
from analysis.trends.fits import diagnose, drifting, level_with_drift, log_linear
from analysis.trends.quarters import to_quarters
from analysis.trends.result import Trend

LEAST: Final = {"M": "trend-months", "Q-MAR": "trend-quarters", "Y-MAR": "trend-years"}
LEAST_MEAN: Final = {"M": "monthly-mean", "Q-MAR": "quarterly-mean", "Y-MAR": "yearly-mean"}
BENDS: Final = 0.01
"""A quadratic term with a p below this means that one rate a year does not describe the series."""
HALVED, DOUBLED = -50.0, 100.0
"""An interval that reaches either, in percent a year, says nothing: not even that there is no clear trend."""


def trend(
    series: pd.Series, *, breaks: Sequence[RecordingBreak] = (), population: Mapping[int, float] | None = None
) -> Trend | CannotSay:
    """Estimate the straight trend of a series of nullable counts (see ``measures.series``), percent a year.

    Months with a mean of ``MONTHLY_MEAN`` or more: local level with drift on log rates, and a regression of counts.
    Below it: a regression of quarters. Financial years: a regression and a random walk with drift. Assessed only since
    the last step in ``breaks``. The models must agree, and agree with and without the periods of a pulse, or the answer
    is ``CannotSay``. ``population`` is people by mid-year, used where it covers every period.
    """
    since, name = _since_last_step(series, breaks)
    counted = since.loc[since.first_valid_index() : since.last_valid_index()] if since.notna().any() else since.iloc[:0]
    if counted.empty:
        return CannotSay("there are no figures", "no-periods")
    few = periods_of(counted).freqstr == "M" and counted.mean() < least("monthly-mean")
    counted = to_quarters(counted) if few else counted
    laid = design(counted, pulse_periods(breaks, periods_of(counted)), population)
    refusal = _too_little(counted, laid, name, summed=few)
    return refusal if refusal is not None else _judged(counted, laid, name)


def _since_last_step(series: pd.Series, breaks: Sequence[RecordingBreak]) -> tuple[pd.Series, str]:
    if series.empty:
        return series, ""
    step = step_between(breaks, series.index[0], series.index[-1])
    if step is None:
        return series, ""
    return series[[when.asfreq("M", how="start") >= clean_from(step) for when in periods_of(series)]], step.name


def _too_little(counted: pd.Series, laid: Design, since: str, *, summed: bool) -> CannotSay | None:
    freq = periods_of(counted).freqstr
    usable = laid.known & ~laid.pulse
    unit = {"M": "months", "Q-MAR": "quarters", "Y-MAR": "financial years"}[freq]
    why = f"with fewer than {least('monthly-mean'):g} a month only quarters can be used, and " if summed else ""
    if usable.sum() < least(LEAST[freq]) or np.ptp(laid.years[usable]) * 12 + MONTHS_OF[freq] < least("trend-stretch"):
        if laid.known.sum() >= least(LEAST[freq]) and laid.pulse.any():
            return CannotSay(f"{why}only {usable.sum()} {unit} lie outside the Covid restrictions", "covid")
        after = f" since {since}" if since else ""
        return CannotSay(f"{why}{usable.sum()} {unit} with figures{after} are too few", "too-short")
    if counted.mean() < least(LEAST_MEAN[freq]):
        return CannotSay(f"fewer than {least(LEAST_MEAN[freq]):g} a {unit[:-1]} are too few", "small-counts")
    return None


def _judged(counted: pd.Series, laid: Design, since: str) -> Trend | CannotSay:
    freq = periods_of(counted).freqstr
    clean = laid.without_pulse()
    regression, fitted = log_linear(clean)
    primary, level = level_with_drift(clean) if freq == "M" else (regression, None)
    secondary = regression if freq == "M" else drifting(clean) if freq == "Y-MAR" else None
    kept = _with_pulse(laid, freq)
    diagnostics = diagnose(clean, fitted, level, lags=12 if freq == "M" else 4)
    refusal = _disagreement(primary, secondary, kept, diagnostics.straight)
    if refusal is not None:
        return refusal
    when = periods_of(counted)
    return Trend(
        direction=primary.direction,
        primary=primary,
        secondary=secondary,
        with_pulse=kept,
        first=when[0],
        last=when[-1],
        gaps=tuple(each for each, has in zip(when, laid.known, strict=True) if not has),
        since=since,
        season=laid.season,
        exposure=laid.exposure,
        diagnostics=diagnostics,
    )


def _with_pulse(laid: Design, freq: str) -> Estimate | None:
    if not (laid.pulse & laid.known).any():
        return None
    return (level_with_drift(laid) if freq == "M" else log_linear(laid))[0]


def _disagreement(
    primary: Estimate, secondary: Estimate | None, kept: Estimate | None, straight: float
) -> CannotSay | None:
    if kept is not None and kept.direction != primary.direction:
        return CannotSay(f"it hangs on the Covid months ({_told(kept)} with them, {_told(primary)} without)", "covid")
    if secondary is not None and secondary.direction != primary.direction:
        return CannotSay(f"two sound models disagree ({_told(primary)}; {_told(secondary)})", "models-disagree")
    if primary.direction != "no clear trend" and straight < BENDS:
        return CannotSay("the series bends, so one rate a year does not describe it", "not-straight")
    if primary.direction == "no clear trend" and (primary.low <= HALVED or primary.high >= DOUBLED):
        return CannotSay(f"the figures allow anything from {_range(primary)}", "too-uncertain")
    return None


def _told(found: Estimate) -> str:
    if found.direction == "no clear trend":
        return f"no clear trend, {_range(found)}"
    return f"{found.direction} {abs(found.percent):.0f}% a year"


def _range(found: Estimate) -> str:
    return f"{found.low:+.0f}% to {found.high:+.0f}% a year".replace("-", "−")
