"""A percentage that was published without counts: what it is and is not consistent with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.baseline import baseline_needed
from analysis.evaluation.setting import Place

DISPERSIONS: Final = (1.0, 2.0, 4.0, 8.0)
"""Variance over mean: independent incidents, what counts by month commonly have, and what large or uneven ones have."""
Consistent = Literal["consistent with", "not consistent with"]


@dataclass(frozen=True)
class PublishedChange:
    """``needed``: for each dispersion, the count before below which ``percent`` is within chance."""

    percent: float
    needed: tuple[tuple[float, int | CannotSay], ...]


@dataclass(frozen=True)
class WiderChange:
    """What ``places`` others counted together in the two periods."""

    places: int
    before: int
    after: int

    @property
    def percent(self) -> float:
        """The change in percent."""
        return 100 * (self.after / self.before - 1)


@cache
def published_change(percent: float) -> PublishedChange:
    """The baseline counts needed for each of ``DISPERSIONS``; raises ``ValueError`` for a fall of more than all."""
    if percent < -100:
        raise ValueError("nothing falls by more than 100 %")
    return PublishedChange(percent, tuple((each, baseline_needed(percent, dispersion=each)) for each in DISPERSIONS))


def with_chance(percent: float, count: int, dispersion: float = 1.0) -> Consistent:
    """Whether chance alone would do for ``percent`` on a ``count`` before: it does on fewer than are needed."""
    needed = baseline_needed(percent, dispersion=dispersion)
    enough = not isinstance(needed, CannotSay) and count >= needed
    return "not consistent with" if enough else "consistent with"


def wider_change(places: Sequence[Place], before: pd.Period, after: pd.Period) -> WiderChange | CannotSay:
    """What those of ``places`` with a count in both periods had together; refused where none has, or none before."""
    when = pd.PeriodIndex([before, after])
    known = [each for each in places if len(each.known(when)) == len(when)]
    earlier, later = (sum(each.total(when[[at]]) for each in known) for at in (0, 1))
    if not known or not earlier:
        return CannotSay("no other place has figures for both periods", "no-comparators")
    return WiderChange(len(known), earlier, later)
