"""Going back in time: what a model would have said at each past origin, and what then came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.outlook.history import History
from analysis.outlook.models import Draw
from analysis.outlook.seasonal_naive import same_month

Floats = npt.NDArray[np.float64]
LEAST_PAST: Final = 24
"""Fewest usable months before an origin."""
LEAST_ORIGINS: Final = 12
"""Fewest origins at which a horizon must have been tried: with 24 months before, 24 + h + 11 months in all."""
LATEST: Final = 36
"""Origins tried, the latest ones."""
QUANTILES: Final = (0.025, 0.1, 0.5, 0.9, 0.975)
DRAWS: Final = 1000


@dataclass(frozen=True)
class Tried:
    """What was said at each origin (rows) for each horizon (columns): quantiles and what came, NaN where not scored."""

    actual: Floats
    low95: Floats
    low80: Floats
    median: Floats
    high80: Floats
    high95: Floats

    def errors(self, horizon: int) -> Floats:
        """Absolute errors of all origins up to ``horizon`` months ahead, those scored."""
        found = np.abs(self.actual - self.median)[:, :horizon]
        return found[np.isfinite(found)]

    def inside(self, low: Floats, high: Floats, start: int, stop: int) -> float:
        """Share of what came that lay within an interval, over horizons ``start`` + 1 to ``stop``."""
        came = self.actual[:, start:stop]
        return float(np.mean(((came >= low[:, start:stop]) & (came <= high[:, start:stop]))[np.isfinite(came)]))


def origins(past: History, least: int = LEAST_PAST) -> list[int]:
    """How many months lay behind each of the latest origins: ``least`` usable ones, the last of them usable itself."""
    usable = past.usable
    enough = np.flatnonzero((np.cumsum(usable) >= least) & usable) + 1
    return [int(each) for each in enough if each < past.length][-LATEST:]


def actuals(past: History, at: list[int], horizon: int) -> Floats:
    """What came after each origin; NaN where it is unknown, absorbed by a pulse, or seasonal naive has no answer."""
    rows = np.full((len(at), horizon), np.nan)
    for row, origin in zip(rows, at, strict=True):
        came = past.counts[origin : origin + horizon]
        row[: len(came)] = np.where(np.isfinite(same_month(past.counts[:origin], len(came))), came, np.nan)
    return rows


def horizon_earned(actual: Floats) -> int:
    """The farthest horizon up to which every one was tried at ``LEAST_ORIGINS`` origins at least."""
    enough = np.isfinite(actual).sum(axis=0) >= LEAST_ORIGINS
    return int(np.argmin(enough)) if not enough.all() else len(enough)


def tried(past: History, draw: Draw, at: list[int], actual: Floats, seed: int) -> Tried:
    """Let a fitted model speak at each origin, one more month known each time, its parameters unchanged."""
    horizon = actual.shape[1]
    found = np.empty((len(QUANTILES), *actual.shape))
    for row, origin in enumerate(at):
        paths = draw(past.until(origin, horizon), DRAWS, np.random.default_rng([seed, origin]))
        found[:, row] = np.quantile(paths, QUANTILES, axis=0)
    return Tried(actual, *found)
