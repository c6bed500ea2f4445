"""What a trend model may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.trends.break_search import Kind
from analysis.trends.diagnostics import Diagnostics
from analysis.trends.estimate import Direction, Estimate

UNIT: Final = {"M": "month", "Q-MAR": "quarter", "Y-MAR": "year"}


@dataclass(frozen=True)
class Undeclared:
    """A break that the figures show and no register names: ``first`` is the first period after it.

    ``percent`` is how much higher or lower the level is after it, or by how much a year the slope changes, beside the
    straight trend.
    """

    first: pd.Period
    kind: Kind
    percent: float


@dataclass(frozen=True)
class Trend:
    """A trend on which every model agrees.

    ``headline`` is the estimate to quote, of the periods outside any pulse. ``primary`` and ``secondary`` are the
    models of those periods (``secondary`` None where the counts carry one only), ``with_pulse`` the primary one
    with the pulse's periods kept at a level of their own, None where there are none; ``pulse`` names it.
    ``counted_in`` is the regression with those periods counted like any other (None likewise): it decides nothing, but
    is what a line drawn through all the figures shows. ``first`` and ``last`` are the ends of the periods outside the
    pulse, and ``gaps`` those without figures between them. ``since`` names the recording break
    after which the series starts, or is empty. ``undeclared`` is a break found in the figures: it is to be named
    wherever the trend is said; a rise or fall then holds with the break in the model too.
    """

    direction: Direction
    reason: str
    primary: Estimate
    secondary: Estimate | None
    with_pulse: Estimate | None
    counted_in: Estimate | None
    pulse: str
    undeclared: Undeclared | None
    first: pd.Period
    last: pd.Period
    gaps: tuple[pd.Period, ...]
    since: str
    season: str
    exposure: str
    diagnostics: Diagnostics

    @property
    def unit(self) -> str:
        """What a period is called: ``month``, ``quarter`` or ``year``."""
        return UNIT[self.first.freqstr]

    @property
    def headline(self) -> Estimate:
        """The estimate to quote."""
        return self.primary
