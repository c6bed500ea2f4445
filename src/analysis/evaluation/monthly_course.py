"""What was counted and what was to be expected, month by month, for a chart."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analysis.evaluation.effect import Point
from analysis.evaluation.laid_months import LaidMonths
from analysis.measures import LEVEL, Mixture

Floats = npt.NDArray[np.float64]


def monthly_course(laid: LaidMonths, logs: Floats, deviations: Floats, expected_after: float) -> tuple[Point, ...]:
    """One point a month from ``logs`` of the expected counts without the initiative and their standard ``deviations``.

    A mean of logs is not the log of a mean, so the level of each side is brought to what that side's total says (Duan
    1983): before the start what was counted, after it ``expected_after``, that the chart adds up to the estimate.
    Limits are those of the expected count, not of a month's own chance.
    """
    counted = laid.counts[0]
    for side, total in ((False, float(np.nansum(counted[~laid.after]))), (True, expected_after)):
        months = laid.after == side
        smeared = np.log(total / np.exp(logs[months & laid.used]).sum()) if total > 0 else 0.0
        logs = np.where(months, logs + smeared, logs)
    reach = Mixture(np.zeros(1), np.ones(1), np.ones(1)).quantile((1 + LEVEL) / 2) * deviations
    low, middle, high = (np.exp(each) for each in (logs - reach, logs, logs + reach))
    return tuple(
        Point(when, None if np.isnan(seen) else float(seen), *map(float, limits))
        for when, seen, *limits in zip(laid.when, counted, middle, low, high, strict=True)
    )
