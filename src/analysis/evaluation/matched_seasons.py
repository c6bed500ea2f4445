"""Before and after with the same seasons in both, area by area, on the scale of logarithms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.evaluation.panel_counts import PanelCounts

Floats = npt.NDArray[np.float64]
HALF: Final = 0.5
"""Added to counts before their logarithm is taken (Haldane 1956): next to unbiased, and finite at nought."""
LEAST_YEARS: Final = 3
"""Fewest years before from which a trend is taken out."""


@dataclass(frozen=True)
class Matched:
    """For each area: ``after`` its count after, ``before`` its count before brought to the length and seasons of after.

    ``change`` is the log ratio of the two and ``chance`` its variance if incidents were independent. ``kept`` marks the
    periods after whose season was also counted before.
    """

    before: Floats
    after: Floats
    change: Floats
    chance: Floats
    kept: npt.NDArray[np.bool_]


def matched(panel: PanelCounts, a_year: int) -> Matched:
    """Bring the time before to the seasons of the time after: each season's mean, as often as it comes after."""
    seasons = panel.when_before.asi8 % a_year
    later = panel.when_after.asi8 % a_year
    kept = np.isin(later, seasons)
    wanted = np.bincount(later[kept], minlength=a_year)
    weights = wanted[seasons] / np.bincount(seasons, minlength=a_year)[seasons]
    before, after = panel.before @ weights, panel.after[:, kept].sum(axis=1)
    used = weights > 0
    half = HALF * kept.sum() / max(1, used.sum())
    change = np.log(after + HALF) - np.log(before + half)
    chance = 1 / (after + HALF) + (panel.before @ weights**2 + half**2) / (before + half) ** 2
    return Matched(before, after, change, chance, kept)


def trend_before(panel: PanelCounts, a_year: int) -> tuple[Floats, Floats] | None:
    """Each area's straight trend before, in log units a year, and its variance if incidents were independent.

    None with fewer than three years before. Years are counted back from the last period before; one counts where at
    least half of it is known. Ordinary least squares, so that all areas' trends are taken alike.
    """
    age = (panel.when_before.asi8[-1] - panel.when_before.asi8) // a_year
    years = [each for each in np.unique(age) if 2 * (age == each).sum() >= a_year]
    if len(years) < LEAST_YEARS:
        return None
    totals = np.array([panel.before[:, age == each].sum(axis=1) for each in years]).T
    lengths = np.array([(age == each).sum() for each in years])
    when = -np.array(years, dtype=np.float64)
    pull = (when - when.mean()) / ((when - when.mean()) ** 2).sum()
    return np.log((totals + HALF) / lengths) @ pull, (1 / (totals + HALF)) @ pull**2
