"""Rates, percentages and targets in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cli.method_words.changes import level_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.measures import Rate
    from analysis.targets import Proportion


def rate(found: Rate, _: Mapping[str, Any]) -> str:
    """``7.4 per 1,000 people (95% interval: 6.6 to 8.2).``."""
    span = numbers.interval(found.low, found.high, numbers.decimal)
    return f"{numbers.decimal(found.value)} per {numbers.plain(found.per)} people ({level_words(found.level)}: {span})."


def percentage(found: Proportion, _: Mapping[str, Any]) -> str:
    """``62.0% of 400 people asked (95% interval: 57.2% to 66.6%).``."""
    span = numbers.interval(found.low, found.high, numbers.percent)
    asked = f"{numbers.percent(found.percent)} of {numbers.plain(found.sample_size)} people asked"
    return f"{asked} ({level_words(found.level)}: {span}). It allows for chance in who was asked, not for how."


def chance(found: float, given: Mapping[str, Any]) -> str:
    """How likely the target is to be met by chance alone."""
    target = f"{given['rule']} {numbers.plain(given['target'])}"
    if math.isnan(found):
        return f"No probability: with a count of {numbers.plain(given['count'])} there is nothing to go by."
    toss = " Meeting it would say next to nothing." if 0.4 <= found <= 0.6 else ""
    return f"If nothing changes, a count {target} next year comes in {numbers.percent(100 * found, 0)} of cases.{toss}"


def margin(found: int, given: Mapping[str, Any]) -> str:
    """The largest count that is no clear rise."""
    years = given.get("exposure", 1.0)
    base = numbers.plain(given["count"]) + (f" in {numbers.plain(years)} years" if years != 1 else "")
    return f"Up to {numbers.count(found)} next year would be no clear rise on {base}."
