"""Periods summed to blocks long enough that chance does not drown what is to be matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.panel_counts import PanelCounts

Floats = npt.NDArray[np.float64]
NOISE: Final = 0.1
"""Poisson noise of a block of the treated place, as a share of its mean, from which on a longer block is taken."""
ENOUGH_BLOCKS: Final = 6
"""Blocks before that a longer block must leave, however noisy the shorter ones are."""
LEAST_BLOCKS: Final = 4
"""Fewest blocks before on which weights can be found."""


@dataclass(frozen=True)
class Blocks:
    """Counts (areas by blocks, the treated first) before and after, and how many usable periods each block holds.

    ``periods`` is how long a full block is. A block of which less than half is usable is left out before the start;
    after it, a last piece shorter than half a block belongs to the block before it.
    """

    before: Floats
    after: Floats
    lengths_before: Floats
    lengths_after: Floats
    periods: int


def time_blocks(panel: PanelCounts, start: pd.Period, a_year: int, *, noise: float = NOISE) -> Blocks | CannotSay:
    """The shortest blocks (a period, quarter, half-year, year) whose Poisson noise is at most ``noise`` of the mean.

    Where none are, or they would leave fewer than six before, the longest that leave six. Counted back and forward from
    ``start``, so that a block lies on one side of it; every area's holds the same periods.
    """
    length = _length(panel, start, a_year, noise)
    back = (start.ordinal - 1 - panel.when_before.asi8) // length
    ahead = (panel.when_after.asi8 - start.ordinal) // length
    held = _held(back, length)
    if len(held) < LEAST_BLOCKS:
        return CannotSay(
            f"only {len(held)} {_named(length, a_year)} before can be matched, and {LEAST_BLOCKS} are needed",
            "too-short",
        )
    last = ahead.max()
    if last > 0 and 2 * (ahead == last).sum() < length:
        ahead = np.minimum(ahead, last - 1)
    before, lengths_before = _summed(panel.before, back, held)
    after, lengths_after = _summed(panel.after, ahead, list(np.unique(ahead)))
    return Blocks(before, after, lengths_before, lengths_after, length)


def _length(panel: PanelCounts, start: pd.Period, a_year: int, noise: float) -> int:
    mean, ago = float(panel.before[0].mean()), start.ordinal - 1 - panel.when_before.asi8
    choices = [each for each in (1, a_year // 4, a_year // 2, a_year) if each >= 1]
    found = choices[0]
    for each in choices:
        if mean * found >= noise**-2 or len(_held(ago // each, each)) < ENOUGH_BLOCKS:
            return found
        found = each
    return found


def _held(belongs: npt.NDArray[np.int64], length: int) -> list[np.int64]:
    """The blocks, earliest first, of which at least half is there; ``belongs`` counts back."""
    return [each for each in np.unique(belongs)[::-1] if 2 * (belongs == each).sum() >= length]


def _named(length: int, a_year: int) -> str:
    return {12: "years", 6: "half-years", 3: "quarters"}.get(length * 12 // a_year, "months")


def _summed(counts: Floats, belongs: npt.NDArray[np.int64], held: list[np.int64]) -> tuple[Floats, Floats]:
    member = np.array([belongs == each for each in held], dtype=np.float64)
    return counts @ member.T, member.sum(axis=1)
