"""Exceptional months among many: categories by months, with the false discovery rate held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.cannot_say import CannotSay, said
from analysis.exceptional.expected import Exceptional, exceptional_month
from analysis.measures import discoveries
from analysis.params.recording import RecordingBreak

RATE: Final = 0.05
"""Share of the months found that may be chance."""

Tested = Mapping[tuple[str, pd.Period], Exceptional | CannotSay]


@dataclass(frozen=True)
class Findings:
    """Every month that was asked about, by category and month, and those that stand out among all of them."""

    tested: Tested
    standing_out: frozenset[tuple[str, pd.Period]]

    @property
    def answered(self) -> dict[tuple[str, pd.Period], Exceptional]:
        """The months that could be tested."""
        return {key: each for key, each in self.tested.items() if said(each)}

    @property
    def refused(self) -> dict[tuple[str, pd.Period], CannotSay]:
        """The months that could not, and why."""
        return {key: each for key, each in self.tested.items() if not said(each)}

    @property
    def found(self) -> dict[tuple[str, pd.Period], Exceptional]:
        """The months that stand out, by category and month in the order asked."""
        return {key: each for key, each in self.answered.items() if key in self.standing_out}

    @property
    def outside(self) -> int:
        """How many months lie outside their own limits, before allowing for how many were looked at."""
        return sum(each.verdict != "ordinary" for each in self.answered.values())

    @property
    def by_chance(self) -> float:
        """How many months at most would lie outside their limits by chance alone: one in a hundred."""
        return len(self.answered) / 100


def exceptional_months(
    series_by_category: Mapping[str, pd.Series],
    months: Iterable[pd.Period],
    breaks: Mapping[str, Sequence[RecordingBreak]] | Sequence[RecordingBreak] = (),
) -> Findings:
    """Test each of ``months`` in each series (see ``exceptional_month``); ``breaks`` for all series, or by category.

    A month stands out if it lies outside its 99 % limits and is found among all those tested at a false discovery rate
    of 5 % (Benjamini and Hochberg 1995).
    """
    asked = list(months)
    tested = {
        (category, month): exceptional_month(
            series, month, breaks=breaks.get(category, ()) if isinstance(breaks, Mapping) else breaks
        )
        for category, series in series_by_category.items()
        for month in asked
    }
    return findings(tested)


def findings(tested: Tested) -> Findings:
    """Hold the false discovery rate over months already tested."""
    answered = {key: each for key, each in tested.items() if said(each)}
    marked = discoveries([each.p for each in answered.values()], RATE)
    kept = (key for key, mark in zip(answered, marked, strict=True) if mark and answered[key].verdict != "ordinary")
    return Findings(dict(tested), frozenset(kept))


def together(*parts: Findings) -> Findings:
    """Findings of groups that were laid down before any count was looked at; each keeps its own discovery rate."""
    tested = {key: each for part in parts for key, each in part.tested.items()}
    return Findings(tested, frozenset[tuple[str, pd.Period]]().union(*(part.standing_out for part in parts)))
