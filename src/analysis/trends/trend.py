"""The trend of one series, or why none can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import checked, least, pulse_periods, since_step, usable
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak
from analysis.trends.agreement import across, disagreement, told
from analysis.trends.break_search import FoundBreak, break_column
from analysis.trends.design import Design, design
from analysis.trends.estimate import Estimate
from analysis.trends.fits import diagnose, drifting, level_with_drift, log_linear, straightness, undeclared_break
from analysis.trends.quarters import to_quarters
from analysis.trends.result import UNIT, Trend, Undeclared
from analysis.trends.too_little import pulse_names, too_little


def trend(
    series: pd.Series, *, breaks: Sequence[RecordingBreak] = (), population: Mapping[int, float] | None = None
) -> Trend | CannotSay:
    """Estimate the straight trend of a series of nullable counts (see ``measures.series``), percent a year.

    Months with a mean of ten or more: local level with drift on log rates, and a regression of counts. Below it: a
    regression of quarters. Financial years: a regression and a random walk with drift. Assessed only since the last
    step in ``breaks``. The models must agree, and agree with and without the periods of a pulse, or the answer is
    ``CannotSay``. ``population`` is people by mid-year, used where it covers every period. Raises ``ValueError`` for
    what is no series of counts (see ``measures.checked``) and for a population that is not above zero.
    """
    if any(not people > 0 for people in (population or {}).values()):
        raise ValueError("a population must be above zero in every year that it is given for")
    since, step = since_step(series if series.empty else checked(series), breaks)
    name = "" if step is None else step.name
    counted = since.loc[since.first_valid_index() : since.last_valid_index()] if since.notna().any() else since.iloc[:0]
    if counted.empty:
        return CannotSay("there are no figures", "no-periods")
    few = periods_of(counted).freqstr == "M" and float(counted.mean()) < least("monthly-mean")
    counted = to_quarters(counted) if few else counted
    absorbing = [each for each in breaks if len(pulse_periods([each], periods_of(counted)))]
    pulse = pulse_names(absorbing)
    refusal = too_little(counted, usable(counted, absorbing), pulse, name, summed=few)
    if refusal is not None:
        return refusal
    return _judged(counted, design(counted, pulse_periods(absorbing, periods_of(counted)), population), name, pulse)


def _judged(counted: pd.Series, laid: Design, since: str, pulse: str) -> Trend | CannotSay:
    when, clean = periods_of(counted), laid.without_pulse()
    freq, used = when.freqstr, when[clean.known]
    regression, fitted = log_linear(clean)
    primary, level = level_with_drift(clean) if freq == "M" else (regression, None)
    secondary = regression if freq == "M" else drifting(clean) if freq == "Y-MAR" else None
    kept = _primary(laid, freq) if (laid.pulse & laid.known).any() else None
    straight = straightness(clean)
    refusal = disagreement(primary, secondary, kept, straight, f"{UNIT[freq]}s of {pulse}")
    found = undeclared_break(clean)
    undeclared = None if found is None else _named(used, found)
    if refusal is None and found is not None and undeclared is not None:
        refusal = across(primary, _primary(_broken(clean, found), freq) if found.kind == "mean" else None, undeclared)
    if refusal is not None:
        return refusal
    return Trend(
        direction=primary.direction,
        reason=_reason(primary, secondary),
        primary=primary,
        secondary=secondary,
        with_pulse=kept,
        counted_in=log_linear(laid.simply_in())[0] if kept is not None else None,
        pulse=pulse if kept is not None else "",
        undeclared=undeclared,
        first=used[0],
        last=used[-1],
        gaps=tuple(each for each in when[~laid.known] if used[0] < each < used[-1]),
        since=since,
        season=laid.season,
        exposure=laid.exposure,
        diagnostics=diagnose(clean, fitted, level, straight, freq),
    )


def _primary(laid: Design, freq: str) -> Estimate:
    return (level_with_drift(laid) if freq == "M" else log_linear(laid))[0]


def _broken(laid: Design, found: FoundBreak) -> Design:
    """The same with the break's column beside the others."""
    place = int(np.flatnonzero(laid.known)[found.at])
    return laid.beside(break_column(laid.years, place, found.kind))


def _named(known: pd.PeriodIndex, found: FoundBreak) -> Undeclared:
    return Undeclared(known[found.at], found.kind, 100 * float(np.expm1(min(found.size, 700.0))))


def _reason(primary: Estimate, secondary: Estimate | None) -> str:
    if secondary is None:
        return f"{primary.model}: {told(primary)}; the counts carry no second model"
    return f"two models agree: {told(primary)} ({primary.model}); {told(secondary)} ({secondary.model})"
