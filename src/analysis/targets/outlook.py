"""How likely an open period is to meet its target: what was counted so far, and the months to come drawn many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import TYPICAL_PHI, Window, change, checked, month_text
from analysis.measures.series import periods_of
from analysis.outlook import simulate
from analysis.outlook.history import history
from analysis.params.recording import RecordingBreak
from analysis.targets.chance import chance_of_meeting
from analysis.targets.goal import Goal

CONFIDENT: Final = 0.8
"""On track from this probability on, at risk from its complement down; between them it is too close to call."""
FARTHEST: Final = 12
"""Most months ahead that are judged."""
MOST_MISSING: Final = 3
"""With more months of the period missing than these, it is not judged."""
LEAST_DONE: Final = 6
"""Without monthly figures nothing is known of the season, so half a year must be over."""
PROVEN: Final = 35
"""Usable months of history (known, outside any pulse, since the last step), beyond those ahead, from which a series'
own past shows what such an outlook is worth."""
LIKELY: Final = (0.1, 0.9)

Standing = Literal["met", "missed", "on track", "at risk", "too close to call"]


@dataclass(frozen=True)
class Outlook:
    """Probability that the whole period meets its goal.

    ``so_far`` was counted and ``months_left`` are still to come; ``missing`` are months of the period so far that are
    not in the data and were drawn like those ahead. ``low`` and ``high`` hold the period's total with probability 80 %
    (None from totals alone). ``basis`` says whether months or two totals stand behind it; ``proven`` whether the
    history is long enough to have shown what such an outlook is worth.
    """

    probability: float
    status: Standing
    so_far: int
    months_left: int
    missing: tuple[pd.Period, ...] = ()
    low: float | None = None
    high: float | None = None
    basis: Literal["months", "totals"] = "months"
    proven: bool = True


def outlook(
    goal: Goal,
    series: pd.Series,
    period: Window,
    *,
    breaks: Sequence[RecordingBreak] = (),
    paths: int = 10_000,
    seed: int = 0,
) -> Outlook | CannotSay:
    """Judge an open ``period`` of months: the months counted in ``series``, and ``analysis.outlook.simulate`` for the
    rest, with the uncertainty of level, season and spread, and months that hang together.

    A missing month within the period is never a zero: it is drawn as uncertain as the same month a year later. Refused
    when the period is over, ends more than a year after the last figure, or misses more than ``MOST_MISSING`` months.
    Raises ``ValueError`` for what is no monthly series of counts or a period of anything but months.
    """
    counted = checked(series)
    if periods_of(counted).freqstr != "M" or period.end.freqstr != "M":
        raise ValueError("an open period is judged from a series of months")
    known = counted.loc[: counted.last_valid_index()] if counted.notna().any() else counted[:0]
    refusal = _refusal(known, period)
    if refusal is not None:
        return refusal
    last = known.index[-1]
    done = known.reindex(period.periods[period.periods <= last])
    so_far, missing = int(done.sum()), tuple(done.index[done.isna()])
    wanted = [(when - last).n for when in period.periods if when > last] + [(when + 12 - last).n for when in missing]
    drawn = simulate(known, max(wanted), breaks=breaks, paths=paths, seed=seed)
    if isinstance(drawn, CannotSay):
        return drawn
    totals = so_far + drawn[:, [ahead - 1 for ahead in wanted]].sum(axis=1)
    probability, left = goal.share_met(totals), len(period.periods) - len(done)
    low, high = (float(each) for each in np.quantile(totals, LIKELY))
    proven = int(history(known, max(left, 1), breaks).usable.sum()) >= PROVEN + left
    return Outlook(probability, standing(goal, so_far, probability), so_far, left, missing, low, high, proven=proven)


def outlook_from_totals(
    goal: Goal,
    so_far: int,
    months_done: int,
    *,
    before: float,
    years: float = 1.0,
    dispersion: float = TYPICAL_PHI,
) -> Outlook | CannotSay:
    """Judge a twelve-month count from two totals alone: ``so_far`` in ``months_done``, ``before`` in ``years``.

    The months to come go at the rate of both together, which is itself uncertain (see ``chance_at_most``), or of this
    year alone where it runs clearly above or below the years before. With no season to allow for, it is refused in the
    first half of the year. Raises ``ValueError`` for a negative count.
    """
    if so_far < 0 or not 0 <= before < float("inf"):
        raise ValueError("an outlook needs counts of at least 0")
    if not 0 < months_done < 12:
        return CannotSay("the period has not begun or is over", "not-open")
    settled = goal.settled(so_far)
    if settled is not None:
        return Outlook(float(settled == "met"), settled, so_far, 12 - months_done, basis="totals", proven=False)
    if months_done < LEAST_DONE:
        return CannotSay("too little of the year is over to judge it without figures by month", "too-short")
    spent = months_done / 12
    same = change(round(before), so_far, exposure_before=years, exposure_after=spent, dispersion=dispersion)
    count, exposure = (so_far + before, years + spent) if same.verdict == "no clear change" else (so_far, spent)
    left = Goal(goal.side, goal.bar - so_far)
    probability = chance_of_meeting(left, count, exposure=exposure, ahead=1 - spent, dispersion=dispersion)
    if isinstance(probability, CannotSay):
        return probability
    status = standing(goal, so_far, probability)
    return Outlook(probability, status, so_far, 12 - months_done, basis="totals", proven=False)


def standing(goal: Goal, so_far: float, probability: float) -> Standing:
    """Where an open period stands: settled already, or by its probability (on track from 80 %, at risk up to 20 %)."""
    settled = goal.settled(so_far)
    if settled is not None:
        return settled
    return (
        "on track" if probability >= CONFIDENT else "at risk" if probability <= 1 - CONFIDENT else "too close to call"
    )


def _refusal(known: pd.Series, period: Window) -> CannotSay | None:
    if known.empty:
        return CannotSay("no month of the series is known", "no-periods")
    last = known.index[-1]
    if last >= period.end:
        return CannotSay("the period is over", "not-open")
    if (period.end - last).n > FARTHEST:
        return CannotSay(f"it ends more than a year after the last figures, for {month_text(last)}", "too-far")
    missing = known.reindex(period.periods[period.periods <= last]).isna().sum()
    if missing > MOST_MISSING:
        return CannotSay(f"{missing} of its months so far are not in the data", "missing-months")
    return None
