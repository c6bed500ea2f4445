"""Where a place stood before the start: its last year against the earlier ones, and against the last peak."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.stretch import own_change, relative_change
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.setting import Setting
from analysis.measures import LEVEL, Change, Verdict

LATEST: Final = 6
"""A peak is looked for in the last so many years before the start."""
LEAST_YEARS: Final = 3
"""Fewer years have no peak between them."""
FOLLOWED: Final = 0.5
"""Share of a place's own change that a design must have expected to be said to follow it."""
TWO_LOOKS: Final = 1 - (1 - LEVEL) / 2
"""Level of each of the two looks, at the average and at the peak, so that chance fails one place in 20 at most."""
Way = Literal["fewer", "more"]


@dataclass(frozen=True)
class OwnLevel:
    """Changes to the last year before the start: from all ``earlier`` years, and from the extreme one, if any.

    ``peak`` is the change from the highest of the last years (the lowest, where an effect of more is doubted), at a
    level that allows for having picked it; None where it is the last year itself or where the years known begin with
    it, which is a trend and no peak. ``peak_year`` is its last period.
    """

    way: Way
    earlier: Change
    peak: Change | None = None
    peak_year: pd.Period | None = None

    @property
    def out_of_line(self) -> bool:
        """Whether the last year lies off the earlier ones on the side from which an effect comes by itself."""
        return self.earlier.verdict == self._verdict("rose", "fell")

    @property
    def under_way(self) -> bool:
        """Whether the place clearly went the effect's way before the start: since its peak, or from its average."""
        changes = [self.earlier] if self.peak is None else [self.earlier, self.peak]
        return any(each.verdict == self._verdict("fell", "rose") for each in changes)

    def _verdict(self, fewer: Verdict, more: Verdict) -> Verdict:
        return fewer if self.way == "fewer" else more


def own_level(setting: Setting, years: Sequence[pd.PeriodIndex], way: Way, *, relative: bool) -> OwnLevel | CannotSay:
    """Look at whole ``years`` before the start, earliest first; ``relative`` to the comparators or by its own count.

    An effect of ``way`` would come by itself after a year too high (``fewer``) or too low (``more``).
    """
    compare = relative_change if relative else own_change
    earlier = compare(setting, _joined(years[:-1]), years[-1], level=TWO_LOOKS)
    if not said(earlier):
        return earlier
    recent = years[-LATEST:]
    if len(years) < LEAST_YEARS:
        return OwnLevel(way, earlier)
    pick = max if way == "fewer" else min
    year = pick(recent, key=lambda each: _rate(setting, each, relative))
    if year is years[0] or year is years[-1]:
        return OwnLevel(way, earlier)
    change = compare(setting, year, years[-1], level=1 - (1 - TWO_LOOKS) / (len(recent) - 1))
    return OwnLevel(way, earlier, change, year[-1]) if said(change) else OwnLevel(way, earlier)


def _rate(setting: Setting, year: pd.PeriodIndex, relative: bool) -> float:
    """The treated count of a year, over that of the comparators where ``relative``; what is unknown is left out."""
    counted = float(setting.treated.series.reindex(year).sum())
    beside = sum(float(each.series.reindex(year).sum()) for each in setting.comparators) if relative else 1.0
    return counted / beside if beside else 0.0


def whole_years(setting: Setting) -> list[pd.PeriodIndex]:
    """The years before the start known whole, counted back from the last usable period, earliest first."""
    known, size = setting.treated.known(setting.before), setting.a_year
    if not len(known):
        return []
    age = (known[-1].ordinal - known.asi8) // size
    years = [known[age == each] for each in sorted(set(age.tolist()), reverse=True)]
    return [each for each in years if len(each) == size]


def follows(effect: Effect, years: Sequence[pd.PeriodIndex]) -> bool:
    """Whether what the design expected before the start went the place's own way, so that its going on is allowed for.

    From the earlier ``years`` to the last one, at least ``FOLLOWED`` of the change in what was counted.
    """
    points = [each for each in effect.course if each.observed is not None]
    sides = [
        [each for each in points if any(each.period in year for year in chosen)] for chosen in (years[:-1], years[-1:])
    ]
    if not all(sides):
        return False
    seen, due = ([_mean(side, name) for side in sides] for name in ("observed", "expected"))
    if min(*seen, *due) <= 0 or seen[0] == seen[1]:
        return False
    return math.log(due[1] / due[0]) / math.log(seen[1] / seen[0]) >= FOLLOWED


def _joined(years: Sequence[pd.PeriodIndex]) -> pd.PeriodIndex:
    return pd.PeriodIndex([period for year in years for period in year], freq=years[0].freq)


def _mean(points: Sequence[Point], name: str) -> float:
    return float(sum(getattr(each, name) for each in points)) / len(points)
