"""Counts of the treated place and of many others over the same periods before and after, with no gap in any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.setting import Place, Setting
from analysis.measures.series import periods_of

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
    places = (setting.treated, *setting.comparators)
    if len({each.name for each in places}) != len(places):
        raise ValueError("a place stands among those of an evaluation more than once")
    when = [setting.treated.known(each) for each in (setting.before, setting.after)]
    if when[0].empty or when[1].empty:
        return CannotSay("no period before the start, or none after it, has a count", "no-periods")
    counts = [_counts(places, each) for each in when]
    kept = _kept(*counts)
    whole = [np.flatnonzero(np.isfinite(each[kept]).all(axis=0)) for each in counts]
    if not all(map(len, whole)):
        return CannotSay("no period before the start, or none after it, has a count everywhere", "no-periods")
    before, after = (each[kept][:, known] for each, known in zip(counts, whole, strict=True))
    if before[0].sum() < LEAST_BEFORE:
        return CannotSay(f"fewer than {LEAST_BEFORE} were recorded before the start", "small-counts")
    if sum(kept) <= LEAST_OTHERS:
        return CannotSay(
            f"only {sum(kept) - 1} other areas have enough counts over the same periods", "few-comparators"
        )
    used = tuple(each for each, stays in zip(places, kept, strict=True) if stays)
    left_out = tuple(each.name for each, stays in zip(places, kept, strict=True) if not stays)
    return PanelCounts(used, before, after, when[0][whole[0]], when[1][whole[1]], left_out)


def left_out_remark(panel: PanelCounts) -> tuple[str, ...]:
    """What must be said of comparators that could not be used."""
    return (f"Left out for want of counts: {', '.join(panel.left_out)}.",) if panel.left_out else ()


def _kept(before: Floats, after: Floats) -> list[bool]:
    """Which places have nearly all their counts, and enough incidents before; the treated one is always kept."""
    known = [np.isfinite(each).mean(axis=1) >= 1 - MOST_UNKNOWN for each in (before, after)]
    serve = known[0] & known[1] & (np.nansum(before, axis=1) >= LEAST_BEFORE)
    return [True, *map(bool, serve[1:])]


def _counts(places: tuple[Place, ...], when: pd.PeriodIndex) -> Floats:
    """Counts over ``when``, one row a place; NaN where unknown."""
    found = np.full((len(places), len(when)), np.nan)
    for row, place in zip(found, places, strict=True):
        known = place.series.to_numpy(dtype=np.float64, na_value=np.nan)
        at = when.asi8 - periods_of(place.series).asi8[0] if len(known) else np.full(len(when), -1)
        inside = (at >= 0) & (at < len(known))
        row[inside] = known[at[inside]]
    return found
