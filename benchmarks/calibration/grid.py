"""The cells of the study: what the simulated series are like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEANS: Final = (2, 10, 40, 200)
DISPERSIONS: Final = (1.0, 1.5, 3.0)
CORRELATIONS: Final = (0.0, 0.3, 0.6)
MONTHS: Final = (36, 60)
MOST_CELLS: Final = 60


@dataclass(frozen=True, order=True)
class Cell:
    """``mean`` a month, ``dispersion`` (variance over mean), ``ar`` of the log level by month, ``months`` of series."""

    mean: int
    dispersion: float
    ar: float
    months: int

    @property
    def name(self) -> str:
        """``mean 40, dispersion 1.5, AR 0.3, 36 months``."""
        return f"mean {self.mean}, dispersion {self.dispersion:g}, AR {self.ar:g}, {self.months} months"

    @property
    def ordinary(self) -> bool:
        """Whether a method must mostly answer here: mean 10 or more, little noise, little correlation, five years."""
        return self.mean >= 10 and self.dispersion <= 1.5 and self.ar <= 0.3 and self.months == 60


def grid() -> tuple[Cell, ...]:
    """Every cell, in order; where the counts vary no more than chance has it, no noise is left to be correlated."""
    return tuple(
        Cell(mean, dispersion, ar, months)
        for mean in MEANS
        for dispersion in DISPERSIONS
        for ar in (CORRELATIONS if dispersion > 1 else (0.0,))
        for months in MONTHS
    )


def few_cells() -> tuple[Cell, ...]:
    """The cells of a method too slow for all: no noise or all of it, each mean, both lengths."""
    return tuple(cell for cell in grid() if (cell.dispersion, cell.ar) in ((1.0, 0.0), (3.0, 0.6)) and cell.mean < 200)
