"""Which periods before the start each period after it is set against: as many, of the same season, the latest ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.setting import Place, Setting
from analysis.measures import MONTHS_OF, least

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Matched:
    """Periods ``after`` and the periods ``before`` that stand for them, known in every place compared.

    ``weights`` has one number a period before: how many periods after it stands for. ``left_out`` are periods after the
    start without a count or without a match. ``a_year`` is periods in a year.
    """

    after: pd.PeriodIndex
    before: pd.PeriodIndex
    weights: Floats
    left_out: pd.PeriodIndex
    a_year: int

    @property
    def remarks(self) -> tuple[str, ...]:
        """What must be said of the periods."""
        if not len(self.left_out):
            return ()
        word = {12: "month", 4: "quarter", 1: "financial year"}[self.a_year]
        many = len(self.left_out)
        return (f"{many} {word}{'s' * (many > 1)} after the start could not be matched and {_are(many)} left out.",)

    def expected(self, place: Place) -> Floats:
        """What each period after would have counted at the level of those that it is set against."""
        counts = place.counts(self.before)
        season, mine = self.before.asi8 % self.a_year, self.after.asi8 % self.a_year
        level = np.bincount(season, counts, self.a_year) / np.maximum(1, np.bincount(season, minlength=self.a_year))
        return np.asarray(level[mine], dtype=np.float64)


def matched(setting: Setting, places: Sequence[Place]) -> Matched | CannotSay:
    """Match the periods after the start with the latest ones before it that are known in all of ``places``.

    Month with month of the same name, quarter with quarter, financial year with year: as many before as after, fewer
    where there are no more, which then stand for several. Refused across a recording break, without any period on a
    side, and with fewer than three months matched.
    """
    if setting.step is not None:
        return CannotSay(f"recording changed in between ({setting.step.name})", "recording-break")
    later, earlier = (_known(when, places) for when in (setting.after, setting.before))
    if not len(later):
        return CannotSay("no period after the start has figures in every place compared", "no-periods")
    if not len(earlier):
        return CannotSay("no period before the start has figures in every place compared", "no-periods-before")
    after, before, weights = _pairs(later, earlier, setting.a_year)
    months = len(after) * MONTHS_OF[setting.freq]
    if months < least("matched-months"):
        return CannotSay(f"only {months} matching months have figures on both sides", "few-matched-months")
    return Matched(after, before, weights, setting.after.difference(after), setting.a_year)


def _known(when: pd.PeriodIndex, places: Sequence[Place]) -> pd.PeriodIndex:
    for each in places:
        when = each.known(when)
    return when


def _pairs(
    later: pd.PeriodIndex, earlier: pd.PeriodIndex, a_year: int
) -> tuple[pd.PeriodIndex, pd.PeriodIndex, Floats]:
    mine, known = _by_season(later, a_year), _by_season(earlier, a_year)
    both = [season for season in mine if season in known]
    before = {each: len(mine[s]) / min(len(mine[s]), len(known[s])) for s in both for each in known[s][-len(mine[s]) :]}
    after, when = sorted(each for s in both for each in mine[s]), sorted(before)
    freq = later.freq
    weights = np.array([before[each] for each in when], dtype=np.float64)
    return pd.PeriodIndex(after, freq=freq), pd.PeriodIndex(when, freq=freq), weights


def _by_season(when: pd.PeriodIndex, a_year: int) -> dict[int, list[pd.Period]]:
    found: dict[int, list[pd.Period]] = defaultdict(list)
    for each in when:
        found[each.ordinal % a_year].append(each)
    return found


def _are(many: int) -> str:
    return "are" if many > 1 else "is"
