"""Hauer's empirical Bayes estimate: what a place picked for its count is to be expected to have had."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Expected:
    """What is to be expected: the ``count``, the ``weight`` of places alike in it, and its standard deviation."""

    count: float
    weight: float
    error: float


@dataclass(frozen=True)
class Prior:
    """What places alike have: their means are gamma distributed with this ``mean`` and ``shape`` (infinite: all alike).

    Both are of one unit of ``size`` (a place, a kilometre), over the whole time that was counted; a place of several
    units has their sum, and so a shape as many times larger.
    """

    mean: float
    shape: float


def expected_count(observed: float, prior: Prior, *, size: float = 1.0, dispersion: float = 1.0) -> Expected:
    """The mean of the place's own distribution, given the count ``observed`` and those of places alike.

    weight = 1 / (1 + mean / (dispersion x shape)); count = weight x mean x size + (1 - weight) x observed; its variance
    (1 - weight) x dispersion x count (Hauer, Harwood, Council and Griffith 2002, Transportation Research Record 1784,
    whose mu Y is ``mean`` and whose phi is ``shape``). ``dispersion`` is the variance over mean of a place's count
    around its own mean; theirs is 1. Raises ``ValueError`` for a count below nought, or a prior, size or dispersion
    that is not above nought.
    """
    if observed < 0 or not all(each > 0 for each in (prior.mean, prior.shape, size, dispersion)):
        raise ValueError("an expected count needs a count of at least 0 and a prior, size and dispersion above 0")
    weight = 1 / (1 + prior.mean / (dispersion * prior.shape))
    count = weight * prior.mean * size + (1 - weight) * observed
    return Expected(count, weight, math.sqrt((1 - weight) * dispersion * count))


def prior_of(counts: Sequence[float], sizes: Sequence[float], *, dispersion: float = 1.0) -> Prior:
    """The prior that the counts of places alike show, by the method of moments.

    The mean is that of all together; the variance between places is what their counts vary about it beyond
    ``dispersion`` times Poisson's (Marshall 1991, Applied Statistics 40, with n - 1). With none beyond it the shape is
    infinite. Raises ``ValueError`` for fewer than two places, or none counted in any.
    """
    y, size = np.array(counts, dtype=np.float64), np.array(sizes, dtype=np.float64)
    if len(y) < 2 or not y.sum() > 0:
        raise ValueError("a prior needs at least two places, and a count in one of them")
    mean = float(y.sum() / size.sum())
    between = float((size * (y / size - mean) ** 2).sum()) / (len(y) - 1) - dispersion * mean
    return Prior(mean, mean**2 / between if between > 0 else math.inf)
