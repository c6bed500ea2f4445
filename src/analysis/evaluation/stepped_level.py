"""A local level with a step at the start: what the step may be, and the course without it."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.trends import Wandering, wandering

Floats = npt.NDArray[np.float64]
SCALE: Final = 0.1
"""Scale of the level's monthly step beforehand, where it wanders: the likeliest over 227 real series."""
STILL: Final = 0.5
"""What is thought beforehand of a level that does not wander at all: as likely as not."""


def stepped_level(logs: Floats, columns: Floats) -> Wandering:
    """Fit logs of counts, or of a ratio of counts (NaN marks a gap), to a level that wanders and ``columns``.

    Averaged over how far the level may wander, as for trends: the best single fit has limits that hold 87 to 90 % where
    months hang together. Half of what is thought beforehand is a level that stands still, which a step needs more than
    a trend does: a level that wanders at will can take a step up by itself. Raises ``ValueError`` as ``local_level``.
    """
    return wandering(logs, columns, scale=SCALE, still=STILL)


def course_without(fitted: Wandering, at: Floats, columns: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of level plus effects at ``at`` with ``columns`` (the step's set to nought).

    Over all that the wandering may be; Student's variance where df allows.
    """
    middles, covariances = fitted.course(at, columns)
    spread = np.diagonal(covariances, axis1=1, axis2=2) * fitted.df / max(fitted.df - 2, 1)
    middle = fitted.weights @ middles
    return middle, np.sqrt(fitted.weights @ (spread + (middles - middle) ** 2))
