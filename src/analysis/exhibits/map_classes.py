"""The classes of a map: what an area has against the average of all that are shown, in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

SHADES: Final = ("#E3EDF7", "#A9CBEA", "#5D9FDB", "#2073BC", "#12436D")
"""Light to dark, in steps that stay apart when printed in grey."""
TIMES: Final = (0.5, 1.0, 1.5, 2.0)
"""Where classes end, in averages."""
MEANING: Final = (
    "under half the average",
    "half to the average",
    "average to 1.5 times",
    "1.5 to twice the average",
    "twice the average or more",
)


@dataclass(frozen=True)
class Band:
    """One class: counts from ``low`` to ``high`` (None: no end), its ``shade``, what it ``means`` and its ``areas``."""

    low: int
    high: int | None
    shade: str
    means: str
    areas: int

    @property
    def words(self) -> str:
        """``73 to 144``, ``290 or more``."""
        if self.high is None:
            return f"{numbers.count(self.low)} or more"
        low, high = numbers.count(self.low), numbers.count(self.high)
        return low if low == high else f"{low} to {high}"

    def holds(self, count: float) -> bool:
        """Whether ``count`` is in this class."""
        return count >= self.low and (self.high is None or count <= self.high)


def bands(counts: Sequence[float]) -> tuple[Band, ...]:
    """The classes of ``counts``, lowest first, at most five; classes without a whole number in them are left out.

    Limits rest on the counts given and nothing else: of published counts they tell nothing of those withheld.
    """
    average = sum(counts) / len(counts)
    starts = [0, *(ceil(times * average) for times in TIMES)]
    ends = [start - 1 for start in starts[1:]]
    found = []
    for start, end, shade, means in zip(starts, [*ends, None], SHADES, MEANING, strict=True):
        if end is None or end >= start:
            inside = sum(count >= start and (end is None or count <= end) for count in counts)
            found.append(Band(start, end, shade, means, inside))
    return tuple(found)
