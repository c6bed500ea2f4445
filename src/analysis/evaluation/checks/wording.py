"""How checks write an effect: in a sentence, and as a row of their tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final, SupportsFloat

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.evaluation.effect import Effect

VERDICTS: Final = {
    "fewer": "clearly fewer than expected",
    "more": "clearly more than expected",
    "no clear difference": "no clear difference",
    "described only": "no interval, so no verdict",
}
"""Verdicts as they stand in a sentence."""
UNITS: Final = {"M": "month", "Q-MAR": "quarter", "Y-MAR": "year"}
"""What a period is called, by frequency."""


def signed(percent: SupportsFloat) -> str:
    """A change in per cent with its sign."""
    return numbers.percent(percent, signed=True)


def number(of: int) -> str:
    """How many, as it stands by itself: ``none``, ``three``, ``12``."""
    return numbers.in_words(of) if of else "none"


def change_words(effect: Effect) -> str:
    """``−18.0% (95% interval: −25.0% to −9.0%)``; counts where there is no ratio."""
    if not math.isfinite(effect.ratio):
        return f"{numbers.count(effect.observed)} counted where {numbers.decimal(effect.expected)} were expected"
    if effect.verdict == "described only":
        return f"{signed(effect.percent)} (without an interval)"
    low, high = effect.percent_limits
    return f"{signed(effect.percent)} ({interval_words(low, high, effect.level)})"


def interval_words(low: float, high: float, level: float) -> str:
    """``95% interval: −25.0% to −9.0%`` of limits in per cent."""
    return f"{numbers.plain(100 * level)}{numbers.PERCENT} interval: {numbers.interval(low, high, signed)}"


def row(what: str, found: Effect | CannotSay) -> Mapping[str, Any]:
    """One row of a check's table: change in per cent with its limits and the verdict, or why there is none."""
    if isinstance(found, CannotSay):
        return {"what": what, "percent": math.nan, "low": math.nan, "high": math.nan, "verdict": str(found)}
    low, high = found.percent_limits
    return {"what": what, "percent": found.percent, "low": low, "high": high, "verdict": VERDICTS[found.verdict]}
