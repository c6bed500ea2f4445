"""Places chosen by one year and judged by the months after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import Window
from analysis.places.accuracy import accuracy

MONTHS: Final = (3, 6, 12)


@dataclass(frozen=True)
class Judged:
    """The places chosen, over the first ``months`` afterwards.

    ``records`` came in the whole area, ``hits`` of them (a share) in the places chosen. ``pai`` is that over their
    share of the area, ``pei`` the hits over the most that as many places could have had, ``recapture`` over their share
    in the year they were chosen by.
    """

    months: int
    records: int
    hits: float
    pai: float
    pei: float
    recapture: float


@dataclass(frozen=True)
class Forward:
    """``n`` of ``of`` places, chosen by ``chosen``, in which they had the share ``before``; ``area`` is theirs."""

    chosen: Window
    n: int
    of: int
    before: float
    area: float
    judged: tuple[Judged, ...]


def forward(
    wide: pd.DataFrame,
    window: Window,
    *,
    n: int = 10,
    months: Sequence[int] = MONTHS,
    size: Mapping[str, float] | None = None,
) -> Forward | CannotSay:
    """Choose the ``n`` places with most in the year before ``window``, and judge them by its first months.

    ``wide`` has periods down and places across; ``size`` is the land of each place, all alike unless given. Refused
    where a month of either is unknown, and under twice ``n`` places.
    """
    chosen = window.back(1)
    if wide.shape[1] < 2 * n:
        return CannotSay(f"there are fewer than {2 * n} places", "few-places")
    if set(chosen.periods) - set(wide.dropna().index) or set(window.periods) - set(wide.dropna().index):
        return CannotSay(f"a month of {chosen.named} or of {window.named} is not known", "no-periods")
    land = np.array([1.0 if size is None else size[str(area)] for area in wide])
    before = wide.loc[chosen.periods].sum().to_numpy(dtype=float)
    own = accuracy(before, before, land)
    if isinstance(own, CannotSay):
        return own
    found = [_judged(wide.loc[window.periods[:each]], before, land, n, own.hits[n - 1]) for each in months]
    said = tuple(each for each in found if each is not None)
    return Forward(chosen, n, wide.shape[1], own.hits[n - 1], own.area[n - 1], said)


def _judged(later: pd.DataFrame, before: np.ndarray, land: np.ndarray, n: int, share: float) -> Judged | None:
    came = later.sum().to_numpy(dtype=float)
    found = accuracy(before, came, land)
    if isinstance(found, CannotSay):
        return None
    hits = found.hits[n - 1]
    return Judged(len(later), int(came.sum()), hits, found.pai[n - 1], found.pei[n - 1], hits / share)
