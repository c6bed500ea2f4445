"""The headline comparisons: year on year, and with the same months before a break such as Covid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures.breaks import pulse_periods, since_step, step_between, touched
from analysis.measures.change import Change, change
from analysis.measures.dispersion import Dispersion, series_dispersion
from analysis.measures.least import least
from analysis.measures.periods import MONTHS_OF, Window, latest_year, month_text, same_months_before
from analysis.measures.series import checked, periods_of
from analysis.params.recording import RecordingBreak

MATCHED_MONTHS: Final = least("matched-months")
"""A comparison of fewer matched months says nothing about a year."""


COVID: Final = pd.Period("2020-03", freq="M")
"""The month in which the first restrictions began."""
FEW: Final = 2
"""Up to this many months left out are named; beyond, the months used are."""


@dataclass(frozen=True)
class Comparison:
    """Two stretches compared period by period, only where both are known.

    ``change`` holds the counts of the matched periods alone; ``matched`` pairs each period used with its earlier one;
    ``left_out`` are periods of ``after`` that could not be matched. ``breaks`` are names of passing recording breaks
    (pulses) that touch a period used: to be said wherever the comparison is.
    """

    before: Window
    after: Window
    matched: tuple[tuple[pd.Period, pd.Period], ...]
    left_out: tuple[pd.Period, ...]
    change: Change
    dispersion: Dispersion
    breaks: tuple[str, ...]
    located: tuple[float, float] | None = None
    """Share of records with a location before and after, where the verdict was worked through again with it."""

    @property
    def complete(self) -> bool:
        """Whether every period of ``after`` could be matched."""
        return not self.left_out

    @property
    def months_text(self) -> str:
        """The months compared, as words: empty when all are, else ``all but May``, or ``January and October only``."""
        if self.complete:
            return ""
        if len(self.left_out) <= FEW:
            return "all but " + " and ".join(_name(when) for when in self.left_out)
        names = [_name(when) for when, _ in self.matched]
        return (", ".join(names[:-1]) + " and " if names[1:] else "") + names[-1] + " only"


def year_on_year(
    series: pd.Series,
    end: pd.Period | None = None,
    *,
    window: Window | None = None,
    breaks: Sequence[RecordingBreak] = (),
) -> Comparison | CannotSay:
    """Compare the year that ends with ``end`` (the series' last period when None), or ``window``, with a year earlier.

    ``series`` is nullable counts over a PeriodIndex (see ``series``). Where a month is unknown in either year, that
    calendar month is left out of both. ``breaks`` are those that bear on the series.
    Raises ``ValueError`` for a series that ``checked`` refuses.
    """
    if series.empty:
        return CannotSay("there are no figures", "no-periods")
    series = checked(series)
    after = window or latest_year(series.index[-1] if end is None else end)
    before, known = after.back(1), set(series.dropna().index)
    back = 12 // MONTHS_OF[after.end.freqstr]
    pairs = {when: when - back for when in after.periods if when - back in known}
    return compare(series, before, after, pairs, breaks=breaks)


def before_covid(
    series: pd.Series,
    end: pd.Period | None = None,
    *,
    window: Window | None = None,
    covid: pd.Period = COVID,
    breaks: Sequence[RecordingBreak] = (),
) -> Comparison | CannotSay:
    """Compare the year that ends with ``end``, or ``window``, with the same months before ``covid``."""
    if series.empty:
        return CannotSay("there are no figures", "no-periods")
    series = checked(series)
    after = window or latest_year(series.index[-1] if end is None else end)
    pairs = same_months_before(after, set(series.dropna().index), covid)
    if not pairs:
        return CannotSay(f"there are no figures from before {month_text(covid)}", "no-periods-before")
    earlier = Window(min(pairs.values()), max(pairs.values()))
    return compare(series, earlier, after, pairs, breaks=breaks)


def compare(
    series: pd.Series,
    before: Window,
    after: Window,
    pairs: Mapping[pd.Period, pd.Period],
    *,
    breaks: Sequence[RecordingBreak] = (),
) -> Comparison | CannotSay:
    """Compare matched periods (``pairs``: later to earlier), the interval widened by the series' dispersion."""
    known = set(series.dropna().index)
    used = tuple((when, pairs[when]) for when in after.periods if when in known and pairs.get(when) in known)
    refusal = _refusal(used, before, after, breaks)
    if refusal is not None:
        return refusal
    dispersion = series_dispersion(since_step(series, breaks)[0], pulse_periods(breaks, periods_of(series)))
    if isinstance(dispersion, CannotSay):
        return dispersion
    later, earlier = [when for when, _ in used], [when for _, when in used]
    found = change(
        int(series.reindex(earlier).sum()),
        int(series.reindex(later).sum()),
        dispersion=dispersion.widening(compared=later),
    )
    passing = touched(breaks, pd.PeriodIndex(later + earlier))
    left_out = tuple(when for when in after.periods if when not in later)
    return Comparison(before, after, used, left_out, found, dispersion, tuple(each.name for each in passing))


def _refusal(
    used: tuple[tuple[pd.Period, pd.Period], ...], before: Window, after: Window, breaks: Sequence[RecordingBreak]
) -> CannotSay | None:
    if not used:
        return CannotSay(f"no part of {after.named} has figures to compare with in {before.named}", "no-periods")
    months = len(used) * MONTHS_OF[after.end.freqstr]
    if months < MATCHED_MONTHS:
        return CannotSay(f"only {months} matching months have figures in both periods", "few-matched-months")
    step = step_between(breaks, min(earlier for _, earlier in used), after.end)
    if step is not None:
        return CannotSay(f"recording changed in between ({step.name})", "recording-break")
    return None


def _name(when: pd.Period) -> str:
    return month_text(when).split()[0] if when.freqstr == "M" else str(when)
