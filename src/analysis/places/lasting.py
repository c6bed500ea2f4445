"""Whether a place is high year after year, or has only now become so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from analysis.measures import Window

Lasting = Literal["persistent", "emerging", "new", "not every year", "not known"]
"""``persistent``: among the top places in every complete year held. ``emerging``: in none of the earlier ones, and its
rise on the year is clear among all places. ``new``: in none of them, without a clear rise. ``not every year``: in some.
"""


def complete_years(wide: pd.DataFrame, window: Window) -> tuple[Window, ...]:
    """The years before ``window``, latest first, of which every period is known for every place."""
    known = set(wide.dropna().index)
    found, year = [], window.back(1)
    while year.end >= wide.index[0]:
        if set(year.periods) <= known:
            found.append(year)
        year = year.back(1)
    return tuple(found)


def at_the_top(sums: pd.Series, n: int) -> set[str]:
    """The ``n`` areas with most, and those that tie with the last of them; never one that has none."""
    return {str(area) for area in sums[sums >= sums[in_order(sums)[:n]].min()].index if sums[area] > 0}


def in_order(sums: pd.Series) -> list[str]:
    """Areas by count, most first; ties by code, so that the order never depends on the machine."""
    return [str(area) for area in sums.sort_index().sort_values(ascending=False, kind="stable").index]


def lasting(history: Sequence[bool], *, clearly_rose: bool) -> Lasting:
    """What to call a top place, by whether it was one in each earlier year (``history``)."""
    if not history:
        return "not known"
    if all(history):
        return "persistent"
    if any(history):
        return "not every year"
    return "emerging" if clearly_rose else "new"
