"""Places that are high because of a declared event: what its month held there, and what that month usually holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import Window, discoveries
from analysis.places.by_place import by_place
from analysis.places.lasting import complete_years

MONTHS_AT_LEAST: Final = 12
"""With fewer other months nothing shows what is usual at a place."""
EXCEPTIONAL: Final = 0.005
"""One-sided: outside the limits that hold 99 months in 100."""


@dataclass(frozen=True)
class Excess:
    """What an event's months held (``count``) beside what as many usually hold: the mean and the range of single ones.

    ``p`` is the chance of at least so many were they ordinary months.
    """

    what: str
    count: int
    usual: float
    low: int
    high: int
    p: float


@dataclass(frozen=True)
class EventEffect:
    """An event's months at one place.

    ``here`` is of all categories together, ``categories`` those that stand out there, ``everywhere`` the same ones over
    the whole area. ``rank`` is the place's over ``window`` as counted, ``rank_without`` with a usual month instead.
    ``again`` says in how many other years the same months were exceptional, of how many that can be judged.
    """

    area: str
    months: tuple[pd.Period, ...]
    window: Window
    reference: int
    here: Excess
    categories: tuple[Excess, ...]
    everywhere: tuple[Excess, ...]
    rank: int
    rank_without: int
    n: int
    again: tuple[int, int] | CannotSay

    @property
    def exceptional(self) -> bool:
        """Whether the event's months held more there than ordinary ones do 199 times in 200."""
        return self.here.p < EXCEPTIONAL

    @property
    def made_the_top(self) -> bool:
        """Whether the place is among the top ones only because of it."""
        return self.rank <= self.n < self.rank_without

    @property
    def event_related(self) -> bool:
        """A place is called event-related where the month is exceptional there, or alone put it among the top."""
        return self.exceptional or (self.made_the_top and self.here.count > self.here.high)


def event_effect(
    counts: pd.DataFrame,
    categories: Sequence[str],
    area: str,
    event: Window,
    window: Window,
    *,
    covid: Collection[pd.Period] = (),
    n: int = 10,
) -> EventEffect | CannotSay:
    """Set the months of ``event`` at ``area`` beside its other months, over ``categories`` together and one by one.

    ``counts`` is a counts frame of small areas. Usual are the other months of the years known whole, ``window`` among
    them, outside ``covid``: a negative binomial with their mean and variance says how likely so many are. Refused where
    fewer than ``MONTHS_AT_LEAST`` of those are known or a month of the event is not.
    """
    wide = by_place(counts, categories)
    months = tuple(month for month in event.periods if month in set(window.periods))
    years = (window, *complete_years(wide, window))
    usual = [m for year in years for m in year.periods if m not in set(event.periods) and m not in set(covid)]
    known = set(wide.dropna().index)
    reference = sorted(month for month in usual if month in known)
    if area not in wide or not months or not set(months) <= known:
        return CannotSay("its months are not known there", "no-periods")
    if len(reference) < MONTHS_AT_LEAST:
        return CannotSay(f"fewer than {MONTHS_AT_LEAST} other months show what is usual there", "too-short")
    here = _excess("all", wide[area], months, reference)
    own = counts[counts["area"] == area]
    local = [_excess(name, by_place(own, name)[area], months, reference) for name in categories]
    stand_out = [one for one, kept in zip(local, discoveries([one.p for one in local]), strict=True) if kept]
    found = sorted(stand_out, key=lambda one: (one.usual - one.count, one.what))
    sums = wide.reindex(window.periods).dropna().sum().astype(float)
    return EventEffect(
        area, months, window, len(reference), here, tuple(found),
        tuple(_excess(one.what, _everywhere(counts, one.what), months, reference) for one in found),
        _rank(sums, area, sums[area]), _rank(sums, area, sums[area] - max(0.0, here.count - here.usual)), n,
        _again(wide[area], event, reference, covid),
    )  # fmt: skip


def _everywhere(counts: pd.DataFrame, category: str) -> pd.Series:
    return counts[counts["category"] == category].groupby("month")["count"].sum()


def _excess(what: str, series: pd.Series, months: Sequence[pd.Period], reference: Sequence[pd.Period]) -> Excess:
    count, others = int(series.reindex(list(months)).sum()), series.reindex(list(reference)).to_numpy(dtype=float)
    mean = float(others.mean())
    return Excess(
        what, count, mean * len(months), int(others.min()), int(others.max()), _chance(count, others, len(months))
    )


def _chance(count: int, others: np.ndarray, months: int) -> float:
    """The chance of at least ``count`` in so many ordinary months, the usual level itself uncertain."""
    mean = max(float(others.mean()), 0.5 / len(others))
    spread = max(float(others.var(ddof=1)), mean) * months * (1 + months / len(others))
    mean *= months
    if spread <= mean * (1 + 1e-9):
        return float(stats.poisson.sf(count - 1, mean))
    return float(stats.nbinom.sf(count - 1, mean**2 / (spread - mean), mean / spread))


def _rank(sums: pd.Series, area: str, count: float) -> int:
    return int((sums.drop(area) > count).sum()) + 1


def _again(
    series: pd.Series, event: Window, reference: Sequence[pd.Period], covid: Collection[pd.Period]
) -> tuple[int, int] | CannotSay:
    """Whether the same months of other years were exceptional too; refused where none of those can be judged."""
    known = set(series.dropna().index)
    others = [event.back(shift) for shift in range(-20, 21) if shift]
    held = [year for year in others if set(year.periods) <= known]
    sound = [year for year in held if not set(year.periods) & set(covid)]
    if not sound:
        lost = sorted(f"{month:%B %Y}" for year in held for month in year.periods)
        return CannotSay(_no_other_year(lost), "covid" if held else "no-periods")
    again = 0
    for year in sound:
        rest = [month for month in reference if month not in set(year.periods)]
        again += _excess("all", series, list(year.periods), rest).p < EXCEPTIONAL
    return again, len(sound)


def _no_other_year(under_covid: Sequence[str]) -> str:
    if not under_covid:
        return "no other year holds these months"
    return f"{' and '.join(under_covid)} fell under Covid restrictions, and no other year holds these months"
