"""The chart of individual values and moving ranges (XmR), for any one measure over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from analysis.exceptional.control.chart import Chart, Floats, Mask, mask_of, moving_ranges, numbers_of

FACTOR: Final = 2.66
"""Limits are this many mean moving ranges from the mean: 3 / 1.128, rounded as the NHS does."""
SCREEN: Final = 3.267
"""A moving range of this many times their mean is an outlier."""


def xmr(
    values: Sequence[float] | Floats,
    *,
    baseline: Sequence[bool] | Mask | None = None,
    screened: bool = True,
    factor: float = FACTOR,
) -> Chart:
    """Centre at the mean of the ``baseline``, limits ``factor`` mean moving ranges away (Wheeler 1993).

    ``screened`` leaves out moving ranges of ``SCREEN`` times their mean or more, so that one leap does not widen the
    limits that are to show it; the mean stays (NHS England, Making Data Count). Unknown values are NaN.
    """
    given = numbers_of(values, "values")
    used = mask_of(baseline, given)
    ranges = moving_ranges(given, used)
    if screened and ranges.mean() > 0:
        ranges = ranges[ranges < SCREEN * ranges.mean()]
    centre, reach = float(given[used].mean()), factor * float(ranges.mean())
    return Chart(given, centre, np.full_like(given, centre - reach), np.full_like(given, centre + reach))
