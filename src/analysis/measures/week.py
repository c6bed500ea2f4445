"""The hours of the week: how many incidents fall into each stretch of it, and whether the fullest stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy import stats

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTHS: Final = (1, 3, 6)
"""Hours that a cell of the week may take in."""
LEAST_A_CELL: Final = 5
"""Incidents that a cell has on average at least, or wider cells are taken."""
CLEAR: Final = 0.05


@dataclass(frozen=True)
class Peak:
    """The fullest of the cells that are known: its place among them, its count, and what an even spread would give.

    ``clear`` says whether so many in any one of ``of`` cells would be rarer than one in twenty if all were alike.
    """

    place: int
    count: float
    even: float
    of: int
    clear: bool


def cell_width(incidents: float, least: float = LEAST_A_CELL) -> int:
    """Hours of a cell, so that one has ``least`` incidents on average: 1, 3, or 6 where there are fewer still."""
    return next((width for width in WIDTHS if incidents * width / (7 * 24) >= least), WIDTHS[-1])


def by_cell(weights: pd.DataFrame, width: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Sum ``weekday, hour, weight`` into cells of ``width`` hours: a row a day from Monday on."""
    found = np.zeros((7, 24 // width))
    days, hours = weights["weekday"].to_numpy(dtype=int), weights["hour"].to_numpy(dtype=int)
    np.add.at(found, (days, hours // width), weights["weight"].to_numpy(dtype=float))
    return found


def whole_counts(
    parts: np.ndarray[tuple[int, ...], np.dtype[np.float64]], total: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Round ``parts`` to whole numbers that add up to ``total``, which is their sum: the largest remainders go up.

    Raises ``ValueError`` where they add up to something else.
    """
    if abs(parts.sum() - total) > 0.01:
        raise ValueError(f"parts of {parts.sum():g} cannot be rounded to {total}")
    flat = parts.ravel() + 1e-9
    down = np.floor(flat).astype(np.int64)
    up = np.argsort(-(flat - down), kind="stable")[: total - int(down.sum())]
    down[up] += 1
    return down.reshape(parts.shape)


def peak(counts: Sequence[float | None], total: int) -> Peak | None:
    """Find the fullest cell of ``counts``, some of which may not be known; none where no cell is.

    ``total`` is the number over all cells. The chance that any cell has as many if all are alike is at most the number
    of cells times that of one (Bonferroni), binomial; a stretch spread over several cells varies less than that.
    """
    known = [(count, -place) for place, count in enumerate(counts) if count is not None]
    if not known or not total:
        return None
    count, place = max(known)
    even = 1 / len(counts)
    chance = len(counts) * float(stats.binom.sf(round(count) - 1, total, even))
    return Peak(-place, count, total * even, len(counts), chance < CLEAR)
