"""Sums of several months, as a target needs them: did they come inside what ``simulate`` drew?"""

from __future__ import annotations

import numpy as np

from analysis.cannot_say import CannotSay
from analysis.outlook import simulate
from analysis.params import Catalogue
from analysis.run.job import House
from forecasts.districts import every_series

LENGTHS = (4, 6)
PATHS = 1000


def sums(catalogue: Catalogue, house: House) -> list[dict[str, object]]:
    """For each length and size of count: series, and the shares of sums inside the 80 and 95 % intervals."""
    places: dict[tuple[str, int], list[float]] = {}
    for _, counted, breaks in every_series(catalogue, house):
        size = "under 10 a month" if counted.mean() < 10 else "10 or more a month"
        for length in LENGTHS:
            known, came = counted.iloc[:-length], counted.iloc[-length:]
            drawn = simulate(known, length, breaks=breaks, paths=PATHS)
            if isinstance(drawn, CannotSay) or came.isna().any():
                continue
            totals, total = drawn.sum(axis=1), int(came.sum())
            place = float(np.mean(totals < total) + np.mean(totals == total) / 2)
            places.setdefault((size, length), []).append(place)
    return [
        {
            "counts": size,
            "months": length,
            "series": len(found),
            "in80": _within(found, 0.8),
            "in95": _within(found, 0.95),
        }
        for (size, length), found in sorted(places.items())
    ]


def _within(places: list[float], level: float) -> float:
    return float(np.mean(np.abs(np.array(places) - 0.5) < level / 2))
