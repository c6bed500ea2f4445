"""Repeat locations: how many records stand at the same published map point."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import Window
from analysis.places.concentration import Concentration, concentration

DRAWS: Final = 500
"""There are thousands of points, so fewer draws show as well what chance alone gives."""
BANDS: Final = (1, 2, 5, 10)
"""The least records at a point of each band; the last has no end."""
POINT: Final = ["longitude", "latitude"]
"""What makes a point: several points bear one name."""


@dataclass(frozen=True)
class Band:
    """Points with ``least`` to ``most`` records each (no end where ``most`` is None), and the records they hold."""

    least: int
    most: int | None
    points: int
    records: int


@dataclass(frozen=True)
class Repeats:
    """Records at published map points over ``window``.

    ``records`` is how many there are, ``points`` how many points have one, ``of`` how many had one in any month held.
    ``busiest`` is the name of the point with most, ``area`` the small area it lies in, ``most`` how many it has.
    """

    window: Window
    points: int
    of: int
    records: int
    bands: tuple[Band, ...]
    busiest: str
    area: str
    most: int
    concentration: Concentration | CannotSay

    def share(self, least: int) -> float:
        """The share of records (0 to 1) at points with ``least`` or more of them; ``least`` is one of ``BANDS``."""
        return sum(each.records for each in self.bands if each.least >= least) / self.records


def repeats(points: pd.DataFrame, categories: Collection[str], window: Window) -> Repeats | CannotSay:
    """Count the records of ``categories`` at each point over ``window``.

    ``points`` has ``area, point, longitude, latitude, month, category, count``. A point stands for the addresses around
    it, never for one: what is said is of neighbourhoods. Refused where nothing has a point.
    """
    rows = points[points["category"].isin(list(categories))] if len(points) else points
    within = rows[rows["month"].isin(window.periods)] if len(rows) else rows
    if within.empty:
        return CannotSay("no record has a published map point", "no-records")
    every = rows.groupby(POINT)["count"].sum()
    counts = within.groupby(POINT)["count"].sum().reindex(every.index, fill_value=0).astype(int)
    top = within.groupby([*POINT, "area", "point"])["count"].sum().astype(int)
    place = counts[counts == counts.max()].index[0]
    named = top.loc[place].sort_values(ascending=False, kind="stable").index[0]
    return Repeats(
        window=window,
        points=int((counts > 0).sum()),
        of=len(counts),
        records=int(counts.sum()),
        bands=_bands(counts),
        busiest=str(named[1]),
        area=str(named[0]),
        most=int(counts.max()),
        concentration=concentration(np.asarray(counts, dtype=np.float64), draws=DRAWS),
    )


def _bands(counts: pd.Series) -> tuple[Band, ...]:
    ends = [*(least - 1 for least in BANDS[1:]), None]
    found = []
    for least, most in zip(BANDS, ends, strict=True):
        inside = counts[(counts >= least) & (counts <= (counts.max() if most is None else most))]
        found.append(Band(least, most, len(inside), int(inside.sum())))
    return tuple(found)
