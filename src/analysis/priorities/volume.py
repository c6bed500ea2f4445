"""How much of an issue was counted, scored by the partnership's own bands: the one evidence that may weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.priorities.matrix import Floats


@dataclass(frozen=True)
class Counted:
    """A count over the period, and the variance over mean with which it swings (1 where incidents are independent)."""

    count: float
    dispersion: float = 1.0


@dataclass(frozen=True)
class Volume:
    """What was counted, by issue, and the ``bands`` that score it: the counts at which the next level begins.

    An issue that the data do not count is not in ``counts``: its volume is missing.
    """

    counts: Mapping[str, Counted]
    bands: Sequence[float]
    weight: float

    def levels(self, issues: Sequence[str]) -> Floats:
        """The level of each issue as counted, from 0 (below every band) to 1; ``nan`` where it is not counted."""
        counts = np.array([self.counts[name].count if name in self.counts else np.nan for name in issues])
        return self._scaled(counts)

    def drawn(self, issues: Sequence[str], draws: int, random: np.random.Generator) -> Floats:
        """Levels as chance in the counts may have them: a row a draw, a column an issue."""
        shown = [self.counts.get(name, Counted(np.nan)) for name in issues]
        swing = np.array([max(1.0, each.dispersion) for each in shown])
        shape = np.array([each.count for each in shown]) / swing + 0.5
        gammas = random.gamma(np.nan_to_num(shape, nan=1.0), swing, (draws, len(shown)))
        return self._scaled(np.where(np.isnan(shape), np.nan, gammas))

    def _scaled(self, counts: Floats) -> Floats:
        levels = np.searchsorted(np.asarray(self.bands, dtype=float), counts, side="right") / len(self.bands)
        return np.where(np.isnan(counts), np.nan, levels)
