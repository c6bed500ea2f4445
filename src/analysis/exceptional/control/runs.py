"""Runs on one side of the centre line: whether a process has shifted although no point is outside its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from scipy import stats

from analysis.exceptional.control.chart import Floats, Mask, numbers_of

SHIFT: Final = 7
"""So many points in a row on one side are a shift (NHS England, Making Data Count)."""


@dataclass(frozen=True)
class Runs:
    """Longest run and crossings of the centre line among the ``useful`` points, those not on it (Anhøj 2014).

    A run longer than ``longest_expected`` or fewer crossings than ``crossings_expected`` is unusual.
    """

    useful: int
    longest: int
    crossings: int

    @property
    def longest_expected(self) -> int:
        """The longest run that is not unusual."""
        return round(float(np.log2(self.useful))) + 3 if self.useful else 0

    @property
    def crossings_expected(self) -> int:
        """The fewest crossings that are not unusual."""
        return int(stats.binom.ppf(0.05, self.useful - 1, 0.5)) if self.useful > 1 else 0


def runs(values: Sequence[float] | Floats, centre: float) -> Runs:
    """Count runs and crossings of ``values`` about ``centre``; unknown values and those on it are passed over."""
    given = numbers_of(values, "values")
    sides = np.sign(given[np.isfinite(given)] - centre)
    sides = sides[sides != 0]
    longest = max((len(list(run)) for _, run in groupby(sides)), default=0)
    return Runs(len(sides), longest, int(np.sum(sides[1:] != sides[:-1])))


def shifts(values: Floats, centre: float, usable: Mask) -> Mask:
    """Points in a run of ``SHIFT`` or more on one side of ``centre``; what is not ``usable`` ends a run."""
    found = np.zeros(len(values), dtype=np.bool_)
    sides = np.where(usable, np.sign(np.nan_to_num(values, nan=centre) - centre), 0)
    start = 0
    for side, run in groupby(sides):
        length = len(list(run))
        found[start : start + length] = side != 0 and length >= SHIFT
        start += length
    return found
