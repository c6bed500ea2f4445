"""One street file: the rows that counts stand for, with the traps that the force's files have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa

from analysis.sources.categories import ANTI_SOCIAL_BEHAVIOUR, NAMES
from analysis.sources.national.points import COLUMNS as PLACE
from analysis.sources.national.traps import crime
from analysis.sources.simulated.truth import CRIMES
from analysis.sources.street import COLUMNS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sources.national.places import Force
    from analysis.sources.national.points import Points
    from analysis.sources.national.size import Size
    from analysis.sources.national.traps import Traps

OUTCOMES: Final = {
    "Under investigation": 0.04,
    "Investigation complete; no suspect identified": 0.36,
    "Unable to prosecute suspect": 0.36,
    "Local resolution": 0.05,
    "Awaiting court outcome": 0.06,
    "Court result unavailable": 0.06,
    "Status update unavailable": 0.03,
    "Offender given a caution": 0.02,
    "Further investigation is not in the public interest": 0.01,
    "Action to be taken by another organisation": 0.01,
}
"""The last known outcomes and about how often each stands."""
OPEN: Final = (0.55, 0.3, 0.15)
"""The share still under investigation in the last month, the one before, and the one before that."""
POOL: Final = 400
"""A force's Crime IDs that come back are so many."""
ID_BYTES: Final = 32


@dataclass(frozen=True)
class StreetWriter:
    """Makes the files of one force."""

    force: Force
    points: Points
    traps: Traps
    size: Size

    def rows(self, month: int, counts: NDArray[np.int64]) -> pl.DataFrame:
        """The rows of ``month``, by its number: ``counts`` are those of small areas by categories."""
        rng = np.random.default_rng([self.size.seed, 7, self.force.at, month])
        cell = np.repeat(np.arange(counts.size), counts.ravel())
        place, kind = self._places(rng, cell // counts.shape[1], month), cell % counts.shape[1]
        last = np.argsort(place == self.points.nowhere, kind="stable")
        place, kind = place[last], kind[last]
        frame = pl.DataFrame({
            "Crime ID": self._ids(rng, len(kind)),
            "kind": kind,
            "Crime type": _TYPES.gather(kind),
            "Last outcome category": _OUTCOMES.gather(self._outcomes(rng, len(kind), month)),
        }).hstack(self.points.table[place])  # fmt: skip
        crime_only = pl.when(pl.col("kind") != crime(ANTI_SOCIAL_BEHAVIOUR))
        told = frame.select(
            crime_only.then("Crime ID").alias("Crime ID"),
            pl.lit(self.size.every_month[month]).alias("Month"),
            *(pl.lit(self.force.name).alias(name) for name in ("Reported by", "Falls within")),
            *PLACE,
            "Crime type",
            crime_only.then("Last outcome category").alias("Last outcome category"),
            pl.lit(None, pl.String).alias("Context"),
        ).select(COLUMNS)
        return self._repeated(rng, told, kind, month)

    def _places(self, rng: np.random.Generator, area: NDArray[np.int64], month: int) -> NDArray[np.int64]:
        """The point of each row: the first of a small area oftener, some in no place and some in another force."""
        points = self.points
        place = points.first[area] + (rng.random(len(area)) ** 2 * points.count[area]).astype(np.int64)
        draw = rng.random(len(area))
        away = (draw > 1 - self.traps.outside).nonzero()[0]
        place[away] = rng.integers(*points.abroad, len(away))
        place[draw < self.traps.unlocated[month]] = points.nowhere
        return place

    def _ids(self, rng: np.random.Generator, count: int) -> pl.Series:
        """A Crime ID for each row, a few of which are the force's IDs that come back."""
        ids = np.frombuffer(rng.bytes(ID_BYTES * count), dtype=np.uint8).reshape(count, ID_BYTES).copy()
        back = (rng.random(count) < self.traps.returning).nonzero()[0]
        pool = np.random.default_rng([self.size.seed, 8, self.force.at]).bytes(ID_BYTES * POOL)
        known = np.frombuffer(pool, dtype=np.uint8).reshape(POOL, ID_BYTES)
        ids[back] = known[rng.integers(0, POOL, len(back))]
        text = pa.py_buffer(ids.tobytes().hex().encode())
        ends = pa.py_buffer(np.arange(count + 1, dtype=np.int64) * ID_BYTES * 2)
        return pl.Series(pl.from_arrow(pa.Array.from_buffers(pa.large_string(), count, [None, ends, text])))

    def _outcomes(self, rng: np.random.Generator, count: int, month: int) -> NDArray[np.int64]:
        shares = np.array(list(OUTCOMES.values()))
        ago = self.size.months - 1 - month
        if ago < len(OPEN):
            shares = np.concatenate([[OPEN[ago]], shares[1:] / shares[1:].sum() * (1 - OPEN[ago])])
        bounds = np.cumsum(shares / shares.sum())
        return np.minimum(np.searchsorted(bounds, rng.random(count)), len(bounds) - 1)

    def _repeated(
        self, rng: np.random.Generator, rows: pl.DataFrame, kind: NDArray[np.int64], month: int
    ) -> pl.DataFrame:
        """The same with some rows that carry a Crime ID given twice, whole."""
        again = (rng.random(len(kind)) < self.traps.repeated[month]) & (kind != crime(ANTI_SOCIAL_BEHAVIOUR))
        return rows[np.repeat(np.arange(len(kind)), 1 + again)] if again.any() else rows


_TYPES: Final = pl.Series([NAMES[name] for name in CRIMES])
_OUTCOMES: Final = pl.Series(list(OUTCOMES))
