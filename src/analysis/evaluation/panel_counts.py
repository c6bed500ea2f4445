"""Counts of the treated place and of many others over the same periods before and after, with no gap in any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.setting import Place, Setting

Floats = npt.NDArray[np.float64]
MOST_UNKNOWN: Final = 0.1
"""A comparator with a larger share of the periods unknown is left out; then a period unknown in any that stays is."""
LEAST_FOR_VERDICT: Final = 19
"""With fewer others, being the most extreme of all has a chance of more than one in twenty."""
LEAST_OTHERS: Final = 3
"""Fewest others from which anything is called typical of them."""
LEAST_BEFORE: Final = 10
"""Fewest incidents before: the logarithm of fewer is far from normal."""


@dataclass(frozen=True)
class PanelCounts:
    """``before`` and ``after`` (areas by periods, the treated first) over ``when_before`` and ``when_after``.

    ``left_out`` are the comparators with too many periods unknown or too few incidents before.
    """

    places: tuple[Place, ...]
    before: Floats
    after: Floats
    when_before: pd.PeriodIndex
    when_after: pd.PeriodIndex
    left_out: tuple[str, ...]

    @property
    def others(self) -> int:
        """How many comparators there are."""
        return len(self.places) - 1

    @property
    def people(self) -> Floats:
        """Residents of each place; ones unless they are known of every place, so that counts stand for rates."""
        known = [place.people for place in self.places if place.people is not None]
        return np.array(known) if len(known) == len(self.places) else np.ones(len(self.places))

    @property
    def observed(self) -> int:
        """The treated place's count over the periods after."""
        return int(self.after[0].sum())

    @property
    def describes(self) -> str:
        """Why no interval may be given, or nothing where there are enough others."""
        if self.others >= LEAST_FOR_VERDICT:
            return ""
        return f"only {self.others} other areas can be used, and {LEAST_FOR_VERDICT} are needed for an interval of 95 %"


def panel_counts(setting: Setting) -> PanelCounts | CannotSay:
    """The counts of ``setting`` that a comparison of many areas may use, or why there are none."""
    if setting.step is not None:
        return CannotSay(
            "recording changed after the start, so before and after are not counted alike", "recording-break"
        )
    names = [each.name for each in setting.places]
    if len(set(names)) != len(names):
        raise ValueError("a place stands among those of an evaluation more than once")
    before, after = (setting.treated.known(each) for each in (setting.before, setting.after))
    kept = [each for each in setting.comparators if _serves(each, before, after)]
    for place in kept:
        before, after = place.known(before), place.known(after)
    if before.empty or after.empty:
        return CannotSay("no period before the start, or none after it, has a count everywhere", "no-periods")
    if len(kept) < LEAST_OTHERS:
        return CannotSay(
            f"only {len(kept)} other areas have enough counts over the same periods, and {LEAST_OTHERS} are needed",
            "few-comparators",
        )
    if setting.treated.total(before) < LEAST_BEFORE:
        return CannotSay(f"fewer than {LEAST_BEFORE} were recorded before the start", "small-counts")
    places = (setting.treated, *kept)
    left_out = tuple(each.name for each in setting.comparators if each not in kept)
    return PanelCounts(places, _counts(places, before), _counts(places, after), before, after, left_out)


def left_out_remark(panel: PanelCounts) -> tuple[str, ...]:
    """What must be said of comparators that could not be used."""
    return (f"Left out for want of counts: {', '.join(panel.left_out)}.",) if panel.left_out else ()


def _serves(place: Place, before: pd.PeriodIndex, after: pd.PeriodIndex) -> bool:
    known = [place.known(each) for each in (before, after)]
    enough = all(
        len(each) >= (1 - MOST_UNKNOWN) * len(whole) for each, whole in zip(known, (before, after), strict=True)
    )
    return enough and place.total(known[0]) >= LEAST_BEFORE


def _counts(places: tuple[Place, ...], when: pd.PeriodIndex) -> Floats:
    return np.array([place.series.reindex(when).to_numpy(dtype=np.float64) for place in places])
