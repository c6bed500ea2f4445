"""What an evaluation has to go on: one outcome, where and when, and what it may be compared with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures import MONTHS_OF, Window, checked, clean_from, pulse_periods, step_between
from analysis.measures.series import periods_of
from analysis.params.recording import RecordingBreak

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """One place's ``series`` of one outcome: nullable counts over months, quarters or financial years.

    ``people`` is who lives there, where known; ``members`` how many areas were summed to it.
    """

    name: str
    series: pd.Series
    people: float | None = None
    members: int = 1

    def __post_init__(self) -> None:
        checked(self.series)

    @cached_property
    def _held(self) -> tuple[str, int, Floats]:
        """Frequency, number of the first period, counts with NaN where unknown and one more for periods outside."""
        when = periods_of(self.series)
        counts = np.append(self.series.to_numpy(dtype=np.float64, na_value=np.nan), np.nan)
        return when.freqstr, int(when.asi8[0]) if len(when) else 0, counts

    @cached_property
    def same_as(self) -> tuple[str | float | int | bytes | None, ...]:
        """What is equal for places with equal figures."""
        freq, first, counts = self._held
        return self.name, freq, first, counts.tobytes(), self.people, self.members

    def counts(self, when: pd.PeriodIndex) -> Floats:
        """The counts over ``when``, NaN where unknown: the series has no gap, so a period's number is its place."""
        freq, first, counts = self._held
        if when.freqstr != freq:
            return np.full(len(when), np.nan)
        at, last = when.asi8 - first, len(counts) - 1
        return np.asarray(counts[np.where((at >= 0) & (at < last), at, last)], dtype=np.float64)

    def known(self, when: pd.PeriodIndex) -> pd.PeriodIndex:
        """Those of ``when`` that have a count."""
        return when[~np.isnan(self.counts(when))]

    def total(self, when: pd.PeriodIndex) -> int:
        """The count over ``when``; raises ``ValueError`` where any of it is unknown: unknown is not zero."""
        counts = self.counts(when)
        if np.isnan(counts).any():
            raise ValueError(f"{self.name} has periods without a count: a total of them is not known")
        return int(counts.sum())


@dataclass(frozen=True)
class Setting:
    """One outcome in the treated place and in others, over time; every series of one frequency.

    ``start`` is the first period in which the initiative could work, ``end`` the last one evaluated, ``first`` the
    first one used before (the earliest known where None). Periods of ``implementation`` (while it was put in place)
    belong to neither side. Periods of ``chosen_on``, by whose figures the place was chosen, are left out of the time
    before: what was picked for being high falls by itself. ``comparators`` had no initiative; ``buffer`` is where crime
    might move to, ``buffer_control`` what the buffer is set against. ``falsification`` are the same places counted for
    outcomes that the initiative could not touch, ``others`` the same places for what else it was to change. ``breaks``
    are the recording breaks that bear on the outcome. ``located`` is how many records were kept and placed in each
    period (``measures.located_shares``), where the treated figures hold only the placed ones.
    """

    outcome: str
    treated: Place
    start: pd.Period
    end: pd.Period
    comparators: tuple[Place, ...] = ()
    first: pd.Period | None = None
    implementation: Window | None = None
    chosen_on: Window | None = None
    buffer: Place | None = None
    buffer_control: Place | None = None
    falsification: tuple[Setting, ...] = ()
    breaks: tuple[RecordingBreak, ...] = ()
    others: tuple[Setting, ...] = ()
    located: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("an evaluation cannot end before the initiative starts")
        if len({periods_of(each.series).freqstr for each in self.places}) != 1:
            raise ValueError("all series of an evaluation are of months, of quarters, or of financial years")

    @property
    def places(self) -> tuple[Place, ...]:
        """The treated place, then all others."""
        beside = (self.buffer, self.buffer_control)
        return (self.treated, *self.comparators, *(each for each in beside if each is not None))

    @property
    def freq(self) -> str:
        """``M``, ``Q-MAR`` or ``Y-MAR``."""
        return periods_of(self.treated.series).freqstr

    @property
    def a_year(self) -> int:
        """Periods in a year."""
        return 12 // MONTHS_OF[self.freq]

    @cached_property
    def pulse(self) -> pd.PeriodIndex:
        """Periods that a passing break such as Covid absorbs: on neither side."""
        return pulse_periods(self.breaks, periods_of(self.treated.series))

    @cached_property
    def before(self) -> pd.PeriodIndex:
        """Periods before the start that may be used: recorded as at the start, neither chosen on nor in a pulse.

        A count may still be missing.
        """
        when = periods_of(self.treated.series)
        end = self.start if self.implementation is None else min(self.start, self.implementation.start)
        when = when[when < end] if self.first is None else when[(when >= self.first) & (when < end)]
        step = step_between(self.breaks, when[0], self.start) if len(when) else None
        if step is not None:
            when = when[[each.asfreq("M", how="start") >= clean_from(step) for each in when]]
        return self._usable(when, self.chosen_on)

    @cached_property
    def after(self) -> pd.PeriodIndex:
        """Periods from the start to the end that may be used: not while it was put in place, nor in a pulse."""
        when = periods_of(self.treated.series)
        return self._usable(when[(when >= self.start) & (when <= self.end)], self.implementation)

    @cached_property
    def used(self) -> pd.PeriodIndex:
        """Both sides."""
        return self.before.union(self.after)

    def _usable(self, when: pd.PeriodIndex, without: Window | None) -> pd.PeriodIndex:
        out = when.isin(self.pulse)
        return when[~out & ~when.isin(without.periods)] if without is not None else when[~out]

    @property
    def step(self) -> RecordingBreak | None:
        """The latest lasting change in recording since the start, or None: no verdict crosses it."""
        return step_between(self.breaks, self.start, self.end)

    def with_treated(self, place: Place, comparators: tuple[Place, ...]) -> Self:
        """The same question asked of another place, as placebo: no buffer, not chosen for its figures, one outcome."""
        return replace(
            self, treated=place, comparators=comparators, buffer=None, buffer_control=None, chosen_on=None,
            falsification=(), others=(), located=None,
        )  # fmt: skip
