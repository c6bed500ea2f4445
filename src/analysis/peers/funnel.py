"""Funnel limits: how far an area's ratio to what is expected of it may lie from 1 where areas differ anyway."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.measures import LEVEL
from analysis.peers.area import Floats

WIDE = 0.998
"""The outer limits of a funnel: one area in five hundred lies beyond them by chance."""


def funnel_limits(
    expected: npt.ArrayLike,
    tau2: float = 0.0,
    level: float = LEVEL,
    *,
    dispersion: npt.ArrayLike = 1.0,
    df: float = np.inf,
) -> tuple[Floats, Floats]:
    """Limits of the ratio to the ``expected`` counts: exp(± z sqrt(dispersion / expected + tau2)).

    ``tau2`` is the variance between areas (Spiegelhalter 2005, Statistics in Medicine 24), with that of the mean they
    are set against if it is not known for sure; ``df`` are its degrees of freedom where it was estimated from few
    areas (Student's t). Raises ``ValueError`` for expected counts that are not above 0 or a negative ``tau2``.
    """
    due = _counts(expected)
    if (due <= 0).any() or not tau2 >= 0:
        raise ValueError("funnel limits need expected counts above 0 and a tau squared of at least 0")
    reach = float(stats.t.ppf((1 + level) / 2, df)) * np.sqrt(np.asarray(dispersion, dtype=np.float64) / due + tau2)
    return np.exp(-reach), np.exp(reach)


def _counts(values: npt.ArrayLike) -> Floats:
    counts = np.asarray(values, dtype=np.float64)
    if not (np.isfinite(counts).all() and (counts >= 0).all()):
        raise ValueError("a funnel needs counts that are numbers of at least 0")
    return counts
