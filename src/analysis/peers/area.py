"""One area as it is set beside others: what was recorded there, and how many people live there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Area:
    """A count over one period and the people it is set against.

    ``dispersion`` is how much the area's own counts swing, variance over mean; under 1 it counts as 1. ``located`` is
    the share of its force's records that have a location, by which the exposure is multiplied: 1 where every area lies
    in the same force, since it then cancels. Raises ``ValueError`` for a count that is negative or not whole, a
    population, dispersion or share that is not above nought, and a share above 1.
    """

    name: str
    count: int
    population: float
    dispersion: float = 1.0
    located: float = 1.0

    def __post_init__(self) -> None:
        if isinstance(self.count, bool) or not isinstance(self.count, int | np.integer) or self.count < 0:
            raise ValueError(f"{self.name} has a count of {self.count!r}: it is a whole number of at least 0")
        for what in ("population", "dispersion", "located"):
            value = getattr(self, what)
            if not isinstance(value, int | float | np.number) or not math.isfinite(value) or value <= 0:
                raise ValueError(f"{self.name} has a {what} of {value!r}: it is a number above 0")
        if self.located > 1:
            raise ValueError(f"{self.name} has {self.located!r} of its records located: the share is at most 1")

    @property
    def exposure(self) -> float:
        """People, as far as their records can be placed."""
        return self.population * self.located


def distinct(areas: Sequence[Area]) -> None:
    """Raise ``ValueError`` where an area stands among ``areas`` more than once."""
    names = [area.name for area in areas]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{twice[0]} is among the areas more than once")


def counts_of(areas: Sequence[Area]) -> Floats:
    """The counts as an array."""
    return np.array([area.count for area in areas], dtype=np.float64)


def exposures_of(areas: Sequence[Area]) -> Floats:
    """The exposures as an array."""
    return np.array([area.exposure for area in areas], dtype=np.float64)


def dispersions_of(areas: Sequence[Area]) -> Floats:
    """The dispersions as an array, none under 1."""
    return np.array([max(1.0, area.dispersion) for area in areas], dtype=np.float64)
