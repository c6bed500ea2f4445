"""Time of day and day of the week, where an incident may only be known to lie between two times.

An incident with an exact time counts one in its hour. One that happened at some time in a stretch is spread evenly over
it, each hour of the week taking the share of the stretch that lies in it (Ratcliffe, "Aoristic analysis: the spatial
interpretation of unspecific temporal events", 2000). A stretch that is too long tells nothing, and counts as not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

KEYS: Final = ("area", "month", "category")
WEIGHTS: Final = (*KEYS, "weekday", "hour", "weight")
TIMING: Final = (*KEYS, "exact", "interval", "unknown", "midnight")
LONGEST_HOURS: Final = 24
"""A stretch beyond this covers every hour of the day at least once: it says nothing of the time of day."""
HOUR: Final = np.timedelta64(1, "h")


@dataclass(frozen=True)
class Aoristic:
    """``weights``: columns ``WEIGHTS``, Monday 0, summing to the incidents whose time is known. ``timing``: columns
    ``TIMING``, how many have an exact time, a stretch, no time that is known, and exactly midnight, which many systems
    write where nobody said.
    """

    weights: pd.DataFrame
    timing: pd.DataFrame


def aoristic(spells: pd.DataFrame, longest_hours: int = LONGEST_HOURS) -> Aoristic:
    """Weigh incidents by hour of the week; ``spells`` has a row an incident: ``area, month, category, start, end``.

    An end equal to the start is an exact time; a start or an end that is missing, and a stretch of more than
    ``longest_hours``, is a time that is not known. Raises ``ValueError`` for an end before its start.
    """
    start, end = (spells[name].to_numpy(dtype="datetime64[s]") for name in ("start", "end"))
    given = ~(np.isnat(start) | np.isnat(end))
    if (end[given] < start[given]).any():
        raise ValueError("a stretch of time ends before it starts")
    known = given & (end - start <= longest_hours * HOUR)
    exact = known & (start == end)
    kinds = {
        "exact": exact,
        "interval": known & ~exact,
        "unknown": ~known,
        "midnight": exact & (start == start.astype("datetime64[D]")),
    }
    timing = spells[list(KEYS)].assign(**kinds).groupby(list(KEYS), as_index=False)[list(kinds)].sum()
    return Aoristic(_weights(spells[known], longest_hours), timing.astype(dict.fromkeys(kinds, "Int64")))


def _weights(spells: pd.DataFrame, longest_hours: int) -> pd.DataFrame:
    """Lay each stretch beside the hours from that of its start on: a row an incident, a column an hour."""
    start, end = (spells[name].to_numpy(dtype="datetime64[s]")[:, None] for name in ("start", "end"))
    hours = start.astype("datetime64[h]") + np.arange(longest_hours + 1) * HOUR
    overlap = (np.minimum(end, hours + HOUR) - np.maximum(start, hours)) / HOUR
    length = np.broadcast_to((end - start) / HOUR, overlap.shape)
    share = np.where(length > 0, overlap / np.where(length > 0, length, 1.0), np.arange(longest_hours + 1) == 0)
    incident, step = np.nonzero(share > 0)
    when = pd.DatetimeIndex(hours[incident, step])
    parts = (
        spells[list(KEYS)].iloc[incident].assign(weekday=when.day_of_week, hour=when.hour, weight=share[incident, step])
    )
    return parts.groupby(list(WEIGHTS[:-1]))[["weight"]].sum().reset_index()
