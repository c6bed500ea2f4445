"""Rates, percentages and targets in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, SupportsFloat

from analysis import numbers
from analysis.cli.method_words.changes import INDEPENDENT, level_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.measures import Rate
    from analysis.targets import Goal, Outlook, PointsChange, Proportion

SMALL_RATE = 0.1
"""Rates from here on are told with one decimal."""
MOST_PLACES = 9
TOSS = (0.4, 0.6)
"""Between these, chance alone meets a target about as often as not."""


def rate(found: Rate, _: Mapping[str, Any]) -> str:
    """``7.4 per 1,000 people (95% interval: 6.6 to 8.2).``."""
    write = of_size(found.value, found.low, found.high)
    span = numbers.interval(found.low, found.high, write)
    return f"{write(found.value)} per {numbers.plain(found.per)} people ({level_words(found.level)}: {span})."


def of_size(*values: float) -> Callable[[SupportsFloat], str]:
    """Write rates with one decimal, or as many more as the smallest above zero needs for two figures of it."""
    least = min((each for each in values if 0 < each < math.inf), default=1.0)
    places = min(MOST_PLACES, max(1, 1 - math.floor(math.log10(least)))) if least < SMALL_RATE else 1
    return lambda each: numbers.decimal(each, places) if float(each) else "0"


def percentage(found: Proportion, _: Mapping[str, Any]) -> str:
    """``62.0% of 400 people asked (95% interval: 57.2% to 66.6%).``."""
    span = numbers.interval(found.low, found.high, numbers.percent)
    asked = f"{numbers.percent(found.percent)} of {numbers.plain(found.sample_size)} people asked"
    return f"{asked} ({level_words(found.level)}: {span}). It allows for chance in who was asked, not for how."


def points(found: PointsChange, _: Mapping[str, Any]) -> str:
    """``Rose by 5.0 points (95% interval: 1.2 to 8.8 points): 62.0%, against 57.0% before.``."""
    shown = [f"{numbers.decimal(each, signed=True)}" for each in (found.points, found.low, found.high)]
    counts = f"{numbers.percent(found.after.percent)}, against {numbers.percent(found.before.percent)} before"
    span = f"{level_words(found.after.level)}: {shown[1]} to {shown[2]}"
    return f"{numbers.sentence_case(found.verdict)} ({shown[0]} points, {span}): {counts}."


def chance(found: float, given: Mapping[str, Any]) -> str:
    """How likely the target is to be met by chance alone."""
    years = given.get("ahead", 1.0)
    next_one = "next year" if years == 1 else f"in the next {numbers.plain(years)} years"
    toss = " Meeting it would say next to nothing." if TOSS[0] <= found <= TOSS[1] else ""
    likely = likely_words(found)
    allowed = dispersion_words(given)
    return f"If nothing changes, a count {target(given['goal'])} {next_one} has a chance of {likely}.{toss}{allowed}"


def dispersion_words(given: Mapping[str, Any]) -> str:
    """That incidents were taken to be independent, and how to say otherwise; nothing where more was allowed for."""
    return "" if given.get("dispersion", 1.0) > 1 else f" {INDEPENDENT}"


def open_period(found: Outlook, given: Mapping[str, Any]) -> str:
    """Where a period that is not over stands."""
    share = f"the chance of {target(given['goal'])} is {likely_words(found.probability)}"
    said = [f"{numbers.sentence_case(found.status)}: {share}, with {numbers.count(found.so_far)} so far and"]
    said.append(f"{numbers.plural(found.months_left, 'month')} to come.")
    if found.low is not None and found.high is not None:
        said.append(f"The whole ends at {numbers.interval(found.low, found.high, numbers.count)} with 80% probability.")
    if found.missing:
        said.append(
            f"{numbers.plural(len(found.missing), 'month')} so far without a figure were drawn too.".capitalize()
        )
    if not found.proven:
        said.append("The history is too short to have shown what such a statement is worth.")
    return " ".join(said)


def likely_words(probability: float) -> str:
    """``8%``, ``under 1%``, ``over 99%``: never certain."""
    if probability < 0.005:
        return f"under {numbers.percent(1, 0)}"
    return f"over {numbers.percent(99, 0)}" if probability > 0.995 else numbers.percent(100 * probability, 0)


def target(goal: Goal) -> str:
    """``at most 288``, ``below 288``."""
    return f"{'below' if goal.strict else goal.side} {numbers.plain(goal.level)}"


def margin(found: int, given: Mapping[str, Any]) -> str:
    """The largest count that is no clear rise, or the smallest that is no clear fall."""
    years = given.get("exposure", 1.0)
    base = numbers.plain(given["count"]) + (f" in {numbers.plain(years)} years" if years != 1 else "")
    allowed = dispersion_words(given)
    if given.get("side") == "at least":
        return f"Down to {numbers.count(found)} next year would be no clear fall on {base}.{allowed}"
    return f"Up to {numbers.count(found)} next year would be no clear rise on {base}.{allowed}"
