"""What is known of one indicator against its target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analysis.cannot_say import CannotSay
from analysis.measures import Change, Comparison
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.difference import Difference
from analysis.targets.outlook import Outlook
from analysis.targets.proportion import PointsChange, Proportion
from analysis.targets.status import Status
from analysis.targets.totals import Sum

Reading = Literal["better", "worse", "no clear change", "ambiguous"]
TOSS: Final = (0.4, 0.6)
"""Between these, chance alone meets a target about as often as not."""

CERTAIN: Final = 0.9
"""With no change, a target as likely as this to be met is hard to miss."""
WIDE: Final = 0.25
"""A margin of chance of this share of the baseline leaves room for a change that a board would care about."""


@dataclass(frozen=True)
class TargetResult:
    """One indicator assessed.

    ``change`` is the actual against the baseline, ``against_target`` against the target. ``evidence`` is the exact
    comparison of two counts, or of two samples' percentages, or why there is none; ``interval`` the Wilson limits of a
    percentage. ``chance`` is the probability that the count meets its target though nothing changes, None where that
    has no meaning; ``outlook`` the probability that an open period meets it, None where none is open, and
    ``on_the_year`` its months so far against those of a year earlier, where counted; ``margin`` the last count that is
    no clear change, for "maintain". ``dispersion`` is the swing reckoned with, and ``own_swing``
    whether the series itself shows it; ``swing_withheld`` says that withheld months keep it from being told.
    ``target_worse_than_baseline`` marks a target on the wrong side of the baseline.
    """

    indicator: Indicator
    actual: float | Unknown | CannotSay
    change: Difference | CannotSay
    against_target: Difference | CannotSay
    status: Status
    reading: Reading | CannotSay
    evidence: Change | PointsChange | CannotSay
    interval: Proportion | CannotSay | None
    chance: float | None
    margin: int | None
    baseline_sum: Sum | None
    actual_sum: Sum | None
    target_worse_than_baseline: bool
    notes: tuple[str, ...]
    outlook: Outlook | CannotSay | None = None
    on_the_year: Comparison | CannotSay | None = None
    dispersion: float = 1.0
    own_swing: bool = False
    swing_withheld: bool = False

    @property
    def coin_toss(self) -> bool:
        """Whether chance alone meets the target about as often as not (40 to 60 %): meeting it then says nothing."""
        return self.chance is not None and TOSS[0] <= self.chance <= TOSS[1]

    @property
    def hardly_missed(self) -> bool:
        """Whether only a change of a quarter or more would miss "maintain", so small are the counts."""
        base = self.indicator.baseline
        if self.margin is None or self.chance is None or isinstance(base, Unknown) or base <= 0:
            return False
        return self.chance >= CERTAIN and abs(self.margin / base - 1) >= WIDE
