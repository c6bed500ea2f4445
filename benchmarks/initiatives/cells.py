"""What the simulated places are like, and how many are drawn of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEANS: Final = (2, 10, 40, 200)
NOISES: Final = ((1.0, 0.0), (1.5, 0.0), (1.5, 0.3), (1.5, 0.6), (3.0, 0.0), (3.0, 0.3), (3.0, 0.6))
"""Variance over mean, and the correlation of neighbouring months of the level."""
BEFORE: Final = 36
AFTER: Final = 12
PLACES: Final = 25
MOST_CELLS: Final = 60


@dataclass(frozen=True, order=True)
class Kind:
    """``mean`` a month, ``dispersion`` (variance over mean), ``ar`` of the log level by month.

    ``chosen``: the treated place is that of all with most in the year before the start, and the year is declared.
    """

    mean: int
    dispersion: float
    ar: float
    chosen: bool

    @property
    def name(self) -> str:
        """``mean 40, dispersion 1.5, AR 0.3, chosen for being high``."""
        why = ", chosen for being high" if self.chosen else ""
        return f"mean {self.mean}, dispersion {self.dispersion:g}, AR {self.ar:g}{why}"


def grid() -> tuple[Kind, ...]:
    """Every kind, in order."""
    return tuple(Kind(mean, *noise, chosen) for chosen in (False, True) for mean in MEANS for noise in NOISES)


def few() -> tuple[Kind, ...]:
    """The kinds for designs too slow for all: the least and the most noise of each mean."""
    return tuple(kind for kind in grid() if (kind.dispersion, kind.ar) in ((1.0, 0.0), (3.0, 0.0), (3.0, 0.6)))
