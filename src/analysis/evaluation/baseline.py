"""How many incidents there must have been before, for a published percentage to be told from chance."""

from __future__ import annotations

import math

import numpy as np
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL


def baseline_needed(
    change_percent: float, *, dispersion: float = 1.0, level: float = LEVEL, exposure_ratio: float = 1.0
) -> int | CannotSay:
    """Smallest count before from which on a change of ``change_percent`` is distinguishable from chance.

    For this count before and every larger one, the exact conditional interval (``analysis.measures.ratio_limits``,
    widened by ``dispersion``) excludes "no change", where the count after is the nearest whole number to the change.
    ``exposure_ratio`` is exposure before over exposure after; the percentage is then of the rate. No count shows 0 %.
    """
    ratio = 1 + change_percent / 100
    if change_percent == 0 or ratio < 0:
        return CannotSay("no number of incidents can show a change of this size", "no-change-published")
    before = np.arange(1, _certainly_enough(ratio, dispersion, level, exposure_ratio) + 1, dtype=np.float64)
    after = np.floor(before * ratio / exposure_ratio + 0.5)
    phi, share = max(1.0, dispersion), 1 / (1 + exposure_ratio)
    fell = stats.beta.sf(share, after / phi + 1, before / phi)
    rose = np.where(after > 0, stats.beta.cdf(share, after / phi, before / phi + 1), 1.0)
    unclear = np.flatnonzero((fell if ratio < 1 else rose) >= (1 - level) / 2)
    return int(before[unclear[-1]]) + 1 if len(unclear) else 1


def _certainly_enough(ratio: float, dispersion: float, level: float, exposure_ratio: float) -> int:
    """A count before well beyond the normal approximation's answer, past which rounding cannot matter."""
    z = float(stats.norm.ppf((1 + level) / 2))
    distance = abs(math.log(max(ratio, 0.05)))
    approximate = max(1.0, dispersion) * z**2 * (1 + exposure_ratio / max(ratio, 0.05)) / distance**2
    return math.ceil(2 * approximate + 20 / distance + 50 * max(1.0, dispersion))
