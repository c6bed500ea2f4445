"""The methods studied: each takes a series and returns what it, and the plain alternatives beside it, say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import year_on_year
from analysis.trends import trend
from calibration.grid import Cell, grid
from calibration.outcome import Outcome
from calibration.rule import FALSE_POSITIVES

BARE: Final = 5.0
"""A bare percentage is taken to be told as a change from 5 % up or down."""
REFUSED: Final = Outcome(None)


@dataclass(frozen=True)
class Studied:
    """A method: ``says`` maps the names of the rows to what each said; ``effect`` is that of coverage and power."""

    name: str
    says: Callable[[pd.Series], Mapping[str, Outcome]]
    rows: tuple[str, ...]
    effect: str
    series: tuple[int, int]
    """How many series a cell: without a change (false positives), and with the effect (coverage and power)."""
    code: tuple[str, ...]
    """The folders whose code it rests on."""
    limit: float = FALSE_POSITIVES
    cells: tuple[Cell, ...] = field(default_factory=grid)


def _signed(low: float, high: float) -> int:
    return 1 if low > 0 else -1 if high < 0 else 0


def on_the_year(series: pd.Series) -> dict[str, Outcome]:
    """Ours, the exact interval of independent counts, and the bare percentage."""
    found = year_on_year(series)
    if isinstance(found, CannotSay):
        return dict.fromkeys(YEAR.rows, REFUSED)
    change = found.change
    ours, exact = (
        tuple(100 * (limit - 1) for limit in limits)
        for limits in ((change.low, change.high), (change.poisson_low, change.poisson_high))
    )
    bare = 100 * (change.ratio - 1) if change.before else float("inf")
    return {
        YEAR.rows[0]: Outcome(_signed(*ours), *ours),
        YEAR.rows[1]: Outcome(_signed(*exact), *exact),
        YEAR.rows[2]: Outcome(_signed(bare - BARE, bare + BARE)),
    }


def over_years(series: pd.Series) -> dict[str, Outcome]:
    """The trend on which all models agree, or a refusal."""
    found = trend(series)
    if isinstance(found, CannotSay):
        return {TREND.name: REFUSED}
    verdict = {"rising": 1, "falling": -1}.get(found.direction, 0)
    return {TREND.name: Outcome(verdict, found.headline.low, found.headline.high)}


YEAR: Final = Studied(
    "year on year",
    on_the_year,
    ("year on year", "year on year, exact interval alone", "year on year, bare percentage of 5 % or more"),
    "-20 % on the year",
    (2000, 1000),
    ("src/analysis/measures",),
)
TREND: Final = Studied(
    "trend", over_years, ("trend",), "-10 % a year", (400, 400), ("src/analysis/measures", "src/analysis/trends")
)
STUDIED: Final = (YEAR, TREND)
