"""Charts of counts, rates and shares, with limits from chance alone or widened by the counts' own swing (Laney)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from analysis.exceptional.control.chart import (
    D2,
    Chart,
    Floats,
    Mask,
    counts_of,
    exposures_of,
    mask_of,
    moving_ranges,
)

SIGMAS: Final = 3.0
"""Limits are this many standard deviations from the centre."""
Given = Sequence[float] | Floats
Baseline = Sequence[bool] | Mask | None


def c_chart(counts: Given, *, baseline: Baseline = None) -> Chart:
    """Counts over equal exposure: centre at their mean, limits three times its square root away (Montgomery 2009)."""
    given = counts_of(counts)
    return u_chart(given, np.ones_like(given), baseline=baseline)


def u_chart(counts: Given, exposure: Given, *, per: float = 1.0, baseline: Baseline = None) -> Chart:
    """Rates ``per`` so much exposure: limits at three Poisson standard deviations, not below zero."""
    given = counts_of(counts)
    base = exposures_of(exposure, given) / per
    used = mask_of(baseline, given)
    centre = float(given[used].sum() / base[used].sum())
    return _chart(given / base, centre, np.sqrt(centre / base), np.inf)


def p_chart(part: Given, whole: Given, *, baseline: Baseline = None) -> Chart:
    """Shares of a ``whole``: limits at three binomial standard deviations, between 0 and 1."""
    given = counts_of(part)
    base = exposures_of(whole, given)
    used = mask_of(baseline, given)
    if (given[used] > base[used]).any():
        raise ValueError("a part is larger than its whole")
    centre = float(given[used].sum() / base[used].sum())
    return _chart(given / base, centre, np.sqrt(centre * (1 - centre) / base), 1.0)


def laney(chart: Chart, *, baseline: Baseline = None) -> Chart:
    """A u or p chart widened by its values' own swing from point to point: u′ or p′ (Laney 2002).

    The factor ``sigma_z`` is the mean moving range of the standardised values over 1.128. Large denominators make the
    limits of chance alone far too narrow; sigma_z below 1 narrows them, as published.
    """
    if chart.sigma is None or not (chart.sigma > 0).all():
        raise ValueError("a chart without a standard deviation of chance, or of noughts alone, has none to widen")
    used = mask_of(baseline, chart.values)
    factor = float(moving_ranges((chart.values - chart.centre) / chart.sigma, used).mean()) / D2
    return _chart(chart.values, chart.centre, chart.sigma, chart.ceiling, factor)


def _chart(values: Floats, centre: float, sigma: Floats, ceiling: float, sigma_z: float = 1.0) -> Chart:
    reach = SIGMAS * sigma_z * sigma
    low, high = np.maximum(centre - reach, 0.0), np.minimum(centre + reach, ceiling)
    return Chart(values, centre, low, high, sigma, sigma_z, ceiling)
