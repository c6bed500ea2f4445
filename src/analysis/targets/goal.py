"""What figure meets a target: one bar for every rule, so that status, chance and outlook judge alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator

LIMITS: Final = ("at most", "at least", "below")
"""Rules that set a figure of their own."""
HELD: Final = ("downward or maintain", "maintain")
"""Rules that allow for chance around the baseline."""


@dataclass(frozen=True)
class Goal:
    """A figure meets it when ``at most`` or ``at least`` the ``level``; ``strict`` leaves the level itself out."""

    side: Literal["at most", "at least"]
    level: float
    strict: bool = False

    def met(self, figure: float) -> bool:
        """Whether a figure meets it."""
        if self.side == "at least":
            return figure >= self.level
        return figure < self.level if self.strict else figure <= self.level

    @property
    def bar(self) -> int:
        """For counts: the largest that meets "at most", the smallest that meets "at least"."""
        if self.side == "at least":
            return math.ceil(self.level)
        return math.ceil(self.level) - 1 if self.strict else math.floor(self.level)

    def share_met(self, counts: npt.NDArray[np.float64]) -> float:
        """The share of many counts that meets it."""
        meets = counts >= self.bar if self.side == "at least" else counts <= self.bar
        return float(np.mean(meets))

    def settled(self, so_far: float) -> Literal["met", "missed"] | None:
        """What a count that can only grow has settled already, if anything."""
        if self.side == "at least":
            return "met" if so_far >= self.bar else None
        return "missed" if so_far > self.bar else None


def goal(indicator: Indicator, margin: float | None = None) -> Goal | CannotSay:
    """The bar that an indicator's rule sets; ``margin`` is what chance allows around the baseline (see ``margin_of``).

    Refused where no figure is set, the figure needed is unknown, units are mixed, or the baseline is not comparable.
    """
    rule, of_baseline = indicator.rule, _rests_on_baseline(indicator)
    level = indicator.baseline if of_baseline else indicator.target
    if rule in ("none", "to be agreed", "establish baseline") or (rule in LIMITS and isinstance(level, Unknown)):
        return CannotSay("no figure is set as the target", "no-target")
    if indicator.unit == "mixed":
        return CannotSay("the figures are not in one unit", "mixed-units")
    if of_baseline and indicator.comparable == "no":
        return CannotSay("what is measured changed in between", "not-comparable")
    if isinstance(level, Unknown):
        return CannotSay(f"the baseline is {level}", f"figure-{level.replace(' ', '-')}")
    return _bar(indicator, level, margin)


def _rests_on_baseline(indicator: Indicator) -> bool:
    """Whether the rule means the baseline; "maintain" does unless it names a figure."""
    return indicator.rule not in LIMITS and (indicator.rule != "maintain" or isinstance(indicator.target, Unknown))


def _bar(indicator: Indicator, level: float, margin: float | None) -> Goal:
    rule = indicator.rule
    if rule == "at least" or (rule == "maintain" and indicator.direction == "higher"):
        return Goal("at least", level if margin is None else min(level, margin))
    if rule in HELD and margin is not None:
        return Goal("at most", max(level, margin))
    return Goal("at most", level, strict=rule in ("below", "reduce"))
