"""What no figures can be: the desk says so, where a function would answer that it cannot say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from analysis.counts import FREQUENCIES, period_text
from analysis.measures import Window
from analysis.measures.series import periods_of
from analysis.methods.table import raise_all

if TYPE_CHECKING:
    from analysis.methods.option import Option
    from analysis.targets import Goal

MOST_PERIODS: Final = 1200
"""A hundred years of months: more is a slip in a date."""
LEAST_PATHS: Final = 1000
"""With fewer draws the chance of a target moves by several points from seed to seed."""
MOST_PATHS: Final = 1_000_000
MOST_DISPERSION: Final = 1e6
MOST_RATIO: Final = 1e6
"""Two stretches that differ by more than this were not counted in the same unit."""


def must_make_sense(taken: Sequence[Option], found: Mapping[str, Any], where: str) -> None:
    """Raise ``MethodError`` with every option whose value no figures can have; ``where`` leads a list of several."""
    problems = [
        f"--{each.names[0]}: {problem}"
        for each in taken
        if found.get(each.parameter) is not None and (problem := _problem(each, found[each.parameter], found))
    ]
    raise_all([*problems, *_apart(found)], where)


def _problem(option: Option, value: Any, found: Mapping[str, Any]) -> str:
    if option.kind == "period" and option.parameter != "covid":
        return _outside(Window(value, value), found)
    if option.kind == "window":
        return _long(value) or ("" if option.parameter == "period" else _outside(value, found))
    by_kind: Mapping[str, Callable[[Any], str]] = {"goal": _goal, "numbers": _numbers, "series": _series}
    check = by_kind.get(option.kind) or BY_NAME.get(option.parameter)
    return check(value) if check is not None and (option.kind in by_kind or isinstance(value, int | float)) else ""


def _outside(asked: Window, found: Mapping[str, Any]) -> str:
    when = next((periods_of(each) for each in found.values() if isinstance(each, pd.Series)), None)
    if when is None or not len(when):
        return ""
    if asked.start.freqstr != when.freqstr:
        return f"{period_text(asked.start)} is a {FREQUENCIES[asked.start.freqstr]}, where the file has " + (
            f"{FREQUENCIES[when.freqstr]}s"
        )
    if asked.start < when[0] or asked.end > when[-1]:
        named = period_text(asked.end if asked.end > when[-1] else asked.start)
        return f"{named} is not in the file, which runs from {period_text(when[0])} to {period_text(when[-1])}"
    return ""


def _long(window: Window) -> str:
    periods = window.end.ordinal - window.start.ordinal + 1
    return f"{periods:,} periods are too many: at most {MOST_PERIODS:,}" if periods > MOST_PERIODS else ""


def _series(series: pd.Series) -> str:
    return f"{len(series):,} periods are too many: at most {MOST_PERIODS:,}" if len(series) > MOST_PERIODS else ""


def _goal(goal: Goal) -> str:
    if goal.level < 0 or (goal.strict and goal.level == 0):
        return "no count is below zero, so no target is"
    return ""


def _numbers(values: Any) -> str:
    return "" if np.size(values) else "there is no number in it"


def _above_zero(value: float) -> str:
    return "" if 0 < value < math.inf else f"{value:g} is not above zero"


def _people(value: float) -> str:
    return "" if 1 <= value < math.inf and value % 1 == 0 else f"{value:g} is not a number of people: 1 or more, whole"


def _within(low: float, high: float) -> Callable[[float], str]:
    def problem(value: float) -> str:
        return "" if low <= value <= high else f"{value:,.12g} is not between {low:,.12g} and {high:,.12g}"

    return problem


def _dispersion(value: float) -> str:
    return "" if 0 < value <= MOST_DISPERSION else f"{value:g} is not above 0 and at most {MOST_DISPERSION:,.0f}"


BY_NAME: Final[Mapping[str, Callable[[Any], str]]] = {
    "population": _above_zero, "sample_size": _people, "before_size": _people, "after_size": _people,
    "exposure": _above_zero, "exposure_before": _above_zero, "exposure_after": _above_zero,
    "ahead": _above_zero, "years": _above_zero, "per": _above_zero, "dispersion": _dispersion,
    "months_done": _within(0, 12), "paths": _within(LEAST_PATHS, MOST_PATHS), "seed": _within(0, 2**32 - 1),
    "shuffles": _within(LEAST_PATHS, MOST_PATHS),
    "cut": _within(1, MOST_PERIODS), "least": _within(1, MOST_PERIODS),
    "mean": _above_zero, "periods_before": _within(1, MOST_PERIODS), "periods_after": _within(1, MOST_PERIODS),
    "k": _within(1, 100), "permutations": _within(99, 99_999), "draws": _within(100, 100_000),
    "horizon": _within(1, MOST_PERIODS), "lags": _within(1, MOST_PERIODS),
}  # fmt: skip


def _apart(found: Mapping[str, Any]) -> Iterator[str]:
    """Exposures of one method that cannot be in one unit."""
    for one, other in (("exposure_before", "exposure_after"), ("exposure", "ahead")):
        both = [found.get(one, 1.0), found.get(other, 1.0)]
        sound = all(isinstance(each, int | float) and 0 < each < math.inf for each in both)
        if sound and max(both) / min(both) > MOST_RATIO:
            names = " and ".join(f"--{each.replace('_', '-')}" for each in (one, other))
            yield f"{names} differ by more than a million times: give both in one unit"
