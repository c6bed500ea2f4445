"""What every design answers: what was counted, what was to be expected, and how sure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

import pandas as pd

from analysis.measures import LEVEL

Verdict = Literal["fewer", "more", "no clear difference", "described only"]


@dataclass(frozen=True)
class Point:
    """One period: what was counted (None where unknown), what was to be expected, its limits where there are any."""

    period: pd.Period
    observed: float | None
    expected: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Effect:
    """What the periods after had, against what ``design`` expected without the initiative.

    ``ratio`` is observed over expected, ``difference`` observed less expected, in incidents over the periods after;
    both with limits at ``level`` (NaN where ``described`` says why there are none). ``p`` tests "no effect". ``error``
    is the standard error of the log ratio, NaN where it has none. ``figures`` are what else the design gives, by name;
    ``course`` is period by period, for a chart; ``remarks`` must be said wherever the effect is.
    """

    design: str
    observed: int
    expected: float
    ratio: float
    low: float
    high: float
    difference: float
    difference_low: float
    difference_high: float
    p: float
    error: float
    level: float = LEVEL
    described: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)
    course: tuple[Point, ...] = ()
    remarks: tuple[str, ...] = ()

    @classmethod
    def of_ratio(cls, design: str, observed: int, ratio: float, low: float, high: float, **more: Any) -> Self:
        """From a ratio and its limits, which fix what was expected: observed over ratio.

        With none observed (or no ratio), give ``expected``.
        """
        expected = more.pop("expected", observed / ratio if ratio > 0 else math.nan)
        if observed > 0:
            ends = [observed - observed / each if each != 0 else -math.inf for each in (low, high)]
        else:
            ends = [expected * (each - 1) for each in (low, high)]
        return cls(
            design, observed, expected, ratio, low, high, observed - expected, ends[0], ends[1],
            more.pop("p", math.nan), more.pop("error", math.nan), **more,
        )  # fmt: skip

    @classmethod
    def of_difference(cls, design: str, observed: int, difference: float, low: float, high: float, **more: Any) -> Self:
        """From a difference in incidents and its limits; the ratio takes what was expected as it is."""
        expected = observed - difference
        ratio, least, most = (
            (max(0.0, (expected + each) / expected) if expected > 0 else math.nan) for each in (difference, low, high)
        )
        return cls(
            design, observed, expected, ratio, least, most, difference, low, high,
            more.pop("p", math.nan), more.pop("error", math.nan), **more,
        )  # fmt: skip

    @property
    def verdict(self) -> Verdict:
        """What the interval allows: decided by it, never by the point."""
        if self.described or math.isnan(self.difference_low) or math.isnan(self.difference_high):
            return "described only"
        return "more" if self.difference_low > 0 else "fewer" if self.difference_high < 0 else "no clear difference"

    @property
    def percent(self) -> float:
        """The ratio as percentage change."""
        return 100 * (self.ratio - 1)

    @property
    def percent_limits(self) -> tuple[float, float]:
        """Its limits."""
        return 100 * (self.low - 1), 100 * (self.high - 1)
