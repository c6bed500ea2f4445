"""The methods studied: each takes a series and returns what it, and the plain alternatives beside it, say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.exceptional import exceptional_month
from analysis.measures import year_on_year
from analysis.outlook import outlook
from analysis.trends import trend
from calibration.grid import Cell, few_cells, grid
from calibration.outcome import Outcome
from calibration.rule import FALSE_POSITIVES

BARE: Final = 5.0
"""A bare percentage is taken to be told as a change from 5 % up or down."""
REFUSED: Final = Outcome(None)
AHEAD: Final = 12
COMPARED: Final = tuple(
    f"src/analysis/measures/{name}.py" for name in ("breaks", "change", "comparison", "dispersion", "long_run", "ratio")
)


@dataclass(frozen=True)
class Line:
    """One row of the table: ``limit`` on its false positives (None where it has none), ``rerun`` where borderline."""

    name: str
    limit: float | None = FALSE_POSITIVES
    rerun: bool = False


@dataclass(frozen=True)
class Studied:
    """A method: ``says`` gives, for a series and the months after it, what each of ``lines`` said.

    ``effect`` is that of coverage and power; ``series`` how many are drawn a cell, without a change (false positives)
    and with it; ``code`` the folders and files that it rests on; ``ahead`` the months it is told afterwards.
    """

    name: str
    says: Callable[[pd.Series, pd.Series, np.random.Generator], Mapping[str, Outcome]]
    lines: tuple[Line, ...]
    effect: str
    series: tuple[int, int]
    code: tuple[str, ...]
    ahead: int = 0
    cells: tuple[Cell, ...] = field(default_factory=grid)


def _signed(low: float, high: float) -> int:
    return 1 if low > 0 else -1 if high < 0 else 0


def on_the_year(series: pd.Series, _after: pd.Series, _rng: np.random.Generator) -> dict[str, Outcome]:
    """Ours, the exact interval of independent counts, and the bare percentage."""
    found = year_on_year(series)
    if isinstance(found, CannotSay):
        return dict.fromkeys((line.name for line in YEAR.lines), REFUSED)
    change = found.change
    ours, exact = (
        tuple(100 * (limit - 1) for limit in limits)
        for limits in ((change.low, change.high), (change.poisson_low, change.poisson_high))
    )
    bare = 100 * (change.ratio - 1) if change.before else float("inf")
    said = Outcome(_signed(*ours), *ours), Outcome(_signed(*exact), *exact), Outcome(_signed(bare - BARE, bare + BARE))
    return {line.name: each for line, each in zip(YEAR.lines, said, strict=True)}


def over_years(series: pd.Series, _after: pd.Series, _rng: np.random.Generator) -> dict[str, Outcome]:
    """The trend on which all models agree, or a refusal."""
    found = trend(series)
    if isinstance(found, CannotSay):
        return {TREND.name: REFUSED}
    verdict = {"rising": 1, "falling": -1}.get(found.direction, 0)
    return {TREND.name: Outcome(verdict, found.headline.low, found.headline.high)}


def last_month(series: pd.Series, _after: pd.Series, rng: np.random.Generator) -> dict[str, Outcome]:
    """The last month against the others: the exact p and the randomised one, at both levels."""
    found = exceptional_month(series, series.index[-1])
    if isinstance(found, CannotSay):
        return dict.fromkeys((line.name for line in MONTH.lines), REFUSED)
    side = 1 if found.observed > found.expected else -1
    random = found.p_random(rng)
    said = (found.p < 0.05, found.p < 0.01, random < 0.05, random < 0.01)
    return {line.name: Outcome(side if each else 0) for line, each in zip(MONTH.lines, said, strict=True)}


def ahead(series: pd.Series, after: pd.Series, _rng: np.random.Generator) -> dict[str, Outcome]:
    """The 95 % limits 1, 6 and 12 months ahead, as far as they are given, against what came."""
    found = outlook(series)
    if isinstance(found, CannotSay):
        return dict.fromkeys((line.name for line in OUTLOOK.lines), REFUSED)
    usual = float(series.mean())
    said = {}
    for line, month in zip(OUTLOOK.lines, (1, 6, 12), strict=True):
        if found.horizon < month:
            said[line.name] = REFUSED
            continue
        low, high, came = (
            100 * float(each) / usual
            for each in (found.low95[month - 1], found.high95[month - 1], after.iloc[month - 1])
        )
        said[line.name] = Outcome(0, low, high, came)
    return said


YEAR: Final = Studied(
    name="year on year",
    says=on_the_year,
    lines=(
        Line("year on year", rerun=True),
        Line("year on year, exact interval alone"),
        Line("year on year, bare percentage of 5 % or more"),
    ),
    effect="-20 % on the year",
    series=(1000, 500),
    code=COMPARED,
)
MONTH: Final = Studied(
    name="exceptional month",
    says=last_month,
    lines=(
        Line("exceptional month at 5 %", rerun=True),
        Line("exceptional month at 1 %", FALSE_POSITIVES / 5),
        Line("exceptional month, randomised p at 5 %"),
        Line("exceptional month, randomised p at 1 %", FALSE_POSITIVES / 5),
    ),
    effect="last month doubled",
    series=(1000, 100),
    code=("src/analysis/exceptional",),
)
TREND: Final = Studied(
    name="trend",
    says=over_years,
    lines=(Line("trend", rerun=True),),
    effect="-10 % a year",
    series=(300, 300),
    code=("src/analysis/trends",),
)
OUTLOOK: Final = Studied(
    name="outlook",
    says=ahead,
    lines=tuple(Line(f"outlook, 95 % limits {months} ahead", None) for months in ("1 month", "6 months", "12 months")),
    effect="none",
    series=(100, 100),
    code=("src/analysis/outlook",),
    ahead=AHEAD,
    cells=few_cells(),
)
STUDIED: Final = (YEAR, MONTH, TREND, OUTLOOK)
"""In this order cells are run, and rerun while the minutes last."""
