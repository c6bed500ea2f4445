"""The change between two counts: rate ratio, percentage, exact interval, and the verdict that the interval allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from analysis.cannot_say import CannotSay
from analysis.measures.least import least
from analysis.measures.ratio import LEVEL, central_p, mid_p, ratio_limits

SMALL_TOTAL: Final = int(least("percentage"))
"""Below this total in either period no percentage is given, only the counts."""

Verdict = Literal["rose", "fell", "no clear change"]


def verdict_of(low: float, high: float) -> Verdict:
    """What limits of a ratio allow to be said."""
    return "rose" if low > 1 else "fell" if high < 1 else "no clear change"


@dataclass(frozen=True)
class Change:
    """Two counts and what they allow to be said.

    ``ratio`` is (after / exposure_after) / (before / exposure_before), infinite with none before, NaN with none at all.
    ``low`` and ``high`` are its limits widened by ``dispersion``, ``p`` the test of "no change" that agrees with them;
    ``poisson_low``, ``poisson_high``, ``p_exact`` and ``p_mid`` are what independent counts would give.
    """

    before: int
    after: int
    exposure_before: float
    exposure_after: float
    dispersion: float
    level: float
    ratio: float
    low: float
    high: float
    p: float
    poisson_low: float
    poisson_high: float
    p_exact: float
    p_mid: float

    @property
    def verdict(self) -> Verdict:
        """``rose``, ``fell`` or ``no clear change``: decided by the widened interval, never by the point."""
        return verdict_of(self.low, self.high)

    @property
    def difference(self) -> float:
        """Count after minus what the rate before would have given over the exposure after."""
        return self.after - self.before * self.exposure_after / self.exposure_before

    @property
    def percent(self) -> float | CannotSay:
        """Percentage change, or a refusal when either total is below ``SMALL_TOTAL``."""
        return 100 * (self.ratio - 1) if self._refused is None else self._refused

    @property
    def percent_limits(self) -> tuple[float, float] | CannotSay:
        """Limits of the percentage change (widened), or a refusal when either total is below ``SMALL_TOTAL``."""
        return (100 * (self.low - 1), 100 * (self.high - 1)) if self._refused is None else self._refused

    @property
    def _refused(self) -> CannotSay | None:
        if min(self.before, self.after) >= SMALL_TOTAL:
            return None
        return CannotSay(f"a percentage of fewer than {SMALL_TOTAL} incidents misleads", "small-total")


def change(
    before: int,
    after: int,
    *,
    exposure_before: float = 1.0,
    exposure_after: float = 1.0,
    dispersion: float = 1.0,
    level: float = LEVEL,
) -> Change:
    """Compare two counts over their exposures (months, people); both periods must be fixed before looking.

    ``dispersion`` is the series' variance over its mean, with whatever allowance for having been estimated; under 1 it
    counts as 1. Raises ``ValueError`` for a negative count or an exposure that is not positive.
    """
    if not (before >= 0 and after >= 0 and 0 < exposure_before < math.inf and 0 < exposure_after < math.inf):
        raise ValueError("a change needs counts of at least 0 and exposures above 0")
    relative = exposure_before / exposure_after
    low, high = ratio_limits(before, after, exposure_ratio=relative, level=level, dispersion=dispersion)
    poisson = ratio_limits(before, after, exposure_ratio=relative, level=level)
    return Change(
        before=before,
        after=after,
        exposure_before=exposure_before,
        exposure_after=exposure_after,
        dispersion=max(1.0, dispersion),
        level=level,
        ratio=after / before * relative if before else math.inf if after else math.nan,
        low=low,
        high=high,
        p=central_p(before, after, exposure_ratio=relative, dispersion=dispersion),
        poisson_low=poisson[0],
        poisson_high=poisson[1],
        p_exact=central_p(before, after, exposure_ratio=relative),
        p_mid=mid_p(before, after, exposure_ratio=relative),
    )
