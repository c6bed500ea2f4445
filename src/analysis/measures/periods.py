"""Stretches of months, quarters or financial years, and how they are named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.counts import period_text

MONTHS_OF: Final = {"M": 1, "Q-MAR": 3, "Y-MAR": 12}
MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Window:
    """Whole periods from ``start`` to ``end``, both included, of one frequency (M, Q-MAR or Y-MAR)."""

    start: pd.Period
    end: pd.Period

    @property
    def periods(self) -> pd.PeriodIndex:
        """Its periods in order."""
        return pd.period_range(self.start, self.end, freq=self.start.freq)

    @property
    def months(self) -> pd.PeriodIndex:
        """Its calendar months in order."""
        return pd.period_range(self.start.asfreq("M", how="start"), self.end.asfreq("M", how="end"), freq="M")

    @property
    def text(self) -> str:
        """``year ending November 2022``, ``2021/22``, ``June 2022`` or ``January to November 2022``."""
        if self.start.freqstr == "Y-MAR":
            return " to ".join(dict.fromkeys([period_text(self.start), period_text(self.end)]))
        if len(self.months) == 12:
            return f"year ending {month_text(self.months[-1])}"
        first, last = self.months[0], self.months[-1]
        if first != last and first.year == last.year:
            return f"{month_text(first).split()[0]} to {month_text(last)}"
        return " to ".join(dict.fromkeys([month_text(first), month_text(last)]))

    @property
    def named(self) -> str:
        """The same inside a sentence: ``the year ending November 2022``, ``2021/22``, ``January to November 2022``."""
        return f"the {self.text}" if self.text.startswith("year") else self.text

    def back(self, years: int) -> Window:
        """The same stretch, ``years`` earlier."""
        shift = years * 12 // MONTHS_OF[self.start.freqstr]
        return Window(self.start - shift, self.end - shift)


def month_text(month: pd.Period) -> str:
    """``November 2022``; the same in every locale."""
    return f"{MONTH_NAMES[month.month - 1]} {month.year}"


def latest_year(end: pd.Period) -> Window:
    """The twelve months (or four quarters, or one financial year) that end with ``end``."""
    return Window(end - (12 // MONTHS_OF[end.freqstr] - 1), end)


def previous_year(end: pd.Period) -> Window:
    """The twelve months before ``latest_year(end)``."""
    return latest_year(end).back(1)


def financial_year(month: pd.Period) -> pd.Period:
    """The financial year, April to March, in which a month or a quarter lies."""
    return month.asfreq("M", how="start").asfreq("Y-MAR")


def same_months_before(
    window: Window, known: Collection[pd.Period], break_start: pd.Period
) -> dict[pd.Period, pd.Period]:
    """Match periods of ``window`` with the latest ``known`` one of the same season that ends before ``break_start``.

    Month with month of the same name, quarter with quarter, year with year; a period without a match is left out.
    """
    earlier = sorted(p for p in known if p.asfreq("M", how="end") < break_start and p < window.start)
    latest = {_season(p): p for p in earlier}
    return {p: latest[_season(p)] for p in window.periods if _season(p) in latest}


def _season(when: pd.Period) -> int:
    return int(when.asfreq("M", how="end").month)
