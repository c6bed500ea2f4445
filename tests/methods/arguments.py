"""Arguments for any registered method, made from its options: good ones, and every way in which they can be bad."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.evaluation.designs import design_named
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window
from analysis.methods.option import options
from analysis.peers import Area
from analysis.priorities import Criterion, Matrix, matrix
from analysis.targets import Goal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.methods import Method
    from analysis.methods.option import Option

MONTHS = pd.period_range("2012-01", "2016-12", freq="M")
SWING = (0, 3, -2, 5, 1, -4, 6, 2, -3, 4, -1, -6, 2)
AREAS = [Area(name, 40 * number, 30_000.0) for number, name in enumerate("BCDEFG", 2)]
NUMBERS = {
    "months_done": 8,
    "so_far": 90,
    "horizon": 3,
    "lags": 3,
    "level": 0.95,
    "seed": 1,
    "paths": 500,
    "rate": 0.05,
}
"""Where forty would not do."""


def steady(months: pd.PeriodIndex = MONTHS, mean: int = 40) -> pd.Series:
    """A series without a trend that swings a little."""
    counts = [mean + SWING[number % len(SWING)] for number in range(len(months))]
    return pd.Series(counts, index=months, dtype="Int64", name="count")


def places(mean: int = 40, others: int = 5, months: pd.PeriodIndex = MONTHS) -> Setting:
    """A place and others like it, of which nothing sets it apart; it starts with the last year."""
    start = 12 if months.freqstr == "M" else 4 if months.freqstr == "Q-MAR" else 1
    every = [Place(f"place {n}", steady(months, mean).shift(n).fillna(mean).astype("Int64")) for n in range(others + 1)]
    return Setting("incidents", every[0], months[-start], months[-1], comparators=tuple(every[1:]))


def scores() -> Matrix:
    """Five agencies that score four issues much alike."""
    rows = [
        (f"agency {a}", f"issue {i}", c, float(1 + (2 * i + a % 2) % 5))
        for a in range(5) for i in range(4) for c in ("harm", "likelihood")
    ]  # fmt: skip
    criteria = [Criterion("harm", 1, 5), Criterion("likelihood", 1, 5, likelihood=True)]
    return matrix(pd.DataFrame(rows, columns=["agency", "issue", "criterion", "score"]), criteria)


def with_treated(setting: Setting, counts: pd.Series) -> Setting:
    """The same with other counts of the treated place."""
    return replace(setting, treated=Place("place 0", counts))


def good(method: Method) -> dict[str, Any]:
    """Arguments that a method takes."""
    found = {each.parameter: _good(each) for each in options(method) if _needed(each)}
    return with_effect(found)


def with_effect(given: dict[str, Any]) -> dict[str, Any]:
    """The same with what the design says of the setting, where it is asked for."""
    return given if "effect" not in given else given | {"effect": given["design"](given["setting"])}


def _needed(option: Option) -> bool:
    """Whether the function has no default for it, even if the desk may leave it out."""
    return option.required or (option.default is None and option.parameter == "population" and option.kind == "number")


def _good(option: Option) -> Any:
    values: dict[str, Any] = {
        "series": steady(), "period": pd.Period("2016-06", "M"),
        "window": Window(pd.Period("2016-04", "M"), pd.Period("2017-03", "M")), "goal": Goal("at most", 500.0),
        "own area": Area("A", 300, 100_000.0), "areas": AREAS,
        "numbers": np.array([0.5, 0.1, 0.9, 0.2, 0.7, 0.3, 0.8, 0.4, 0.6, 0.25]), "flag": True,
        "choice": option.choices[0] if option.choices else "", "text": "any",
        "setting": places(), "design": design_named("before-after"), "effect": None,
        "scores": scores(),
    }  # fmt: skip
    values["pair"] = (207.0, 110.0)
    if option.parameter == "counts":
        values["numbers"] = values["numbers"] * 100
    whole = option.kind == "whole number"
    return values.get(option.kind, NUMBERS.get(option.parameter, 40 if whole else 40.0))


def wrong(method: Method) -> Iterator[tuple[str, dict[str, Any]]]:
    """Arguments that no answer may come of, each with what is wrong."""
    for option in options(method):
        for what, value in _wrong(option):
            yield f"{option.parameter}: {what}", {**good(method), option.parameter: value}


def odd(method: Method) -> Iterator[tuple[str, dict[str, Any]]]:
    """Arguments that may have an answer, but that no method may stumble over."""
    for option in options(method):
        for what, value in _odd(option):
            yield f"{option.parameter}: {what}", with_effect({**good(method), option.parameter: value})


def _wrong(option: Option) -> Iterator[tuple[str, Any]]:
    if option.kind == "series":
        yield from _wrong_series()
    elif option.kind == "pair":
        yield from (("below zero", (-1.0, 4.0)), ("not a number", (math.nan, 4.0)), ("infinite", (4.0, math.inf)))
    elif option.kind == "numbers":
        yield "one is infinite", _with(math.inf)
        if option.parameter != "residuals":
            yield from (("one is not a number", _with(math.nan)), ("one is negative", _with(-1.0)))
    elif option.parameter == "level":
        yield from (("nought", 0.0), ("one", 1.0), ("in per cent", 95.0), ("not a number", math.nan))
    elif option.kind == "number":
        yield "not a number", math.nan
        if option.parameter not in ("dispersion", "change"):
            yield "negative", -1.0
    elif option.kind == "whole number" and option.parameter != "seed":
        yield "negative", -1


def _with(value: float) -> npt.NDArray[np.float64]:
    return np.array([0.5, value, 0.2, 0.3, 0.4, 0.5, 0.6, 0.2, 0.3, 0.4])


def _odd_settings() -> Iterator[tuple[str, Setting]]:
    usual, none = places(), steady() * 0
    yield "no comparator", replace(usual, comparators=())
    yield "one comparator", replace(usual, comparators=usual.comparators[:1])
    yield "20 comparators", places(others=20)
    yield "all zeros", replace(with_treated(usual, none), comparators=(Place("place 1", none),))
    yield "none in the treated place", with_treated(usual, none)
    yield "none after", with_treated(usual, steady().where(usual.start > MONTHS, 0))
    yield "none before", with_treated(usual, steady().where(usual.start <= MONTHS, 0))
    yield "no count known", with_treated(usual, steady().where(steady() < 0))
    yield "gaps", with_treated(usual, steady().where([number % 5 != 2 for number in range(len(MONTHS))]))
    yield "one month after", replace(usual, start=MONTHS[-1])
    yield "one month before", replace(usual, start=MONTHS[1])
    yield "nothing before", replace(usual, start=MONTHS[0])
    yield "very few", places(mean=7)
    yield "very many", with_treated(usual, steady() * 1_000_000)
    yield "financial years", places(mean=300, months=pd.period_range("2000", periods=20, freq="Y-MAR"))
    yield "quarters", places(months=pd.period_range("2008Q1", periods=40, freq="Q-MAR"))
    yield "a buffer", replace(usual, buffer=usual.comparators[0], buffer_control=usual.comparators[1])
    yield "another outcome", replace(usual, others=(replace(usual, outcome="fires"),))
    yield "an outcome it could not touch", replace(usual, falsification=(replace(usual, outcome="fires"),))


def _wrong_series() -> Iterator[tuple[str, pd.Series]]:
    counts = steady()
    yield "a count below zero", counts.replace(counts.iloc[7], -1)
    yield "a month twice", pd.concat([counts, counts.iloc[-1:]])
    yield "out of order", counts.iloc[::-1]
    yield "a month left out", counts.drop(MONTHS[20])
    yield "a count that is not whole", counts.astype("Float64") + 0.5
    yield "an infinite count", counts.astype("float64").replace(float(counts.iloc[3]), math.inf)
    yield "text for counts", counts.astype("str").replace(str(counts.iloc[3]), "many")
    yield "no dates", counts.reset_index(drop=True)
    yield "dates and not periods", counts.set_axis(MONTHS.to_timestamp())
    yield "weeks", counts.set_axis(pd.period_range("2012-01-02", periods=len(counts), freq="W"))
    yield "no period at all", counts.iloc[:0]


def _odd(option: Option) -> Iterator[tuple[str, Any]]:
    if option.kind == "setting":
        yield from _odd_settings()
    elif option.kind == "series":
        yield "all zeros", steady() * 0
        yield "no count known", steady().where(steady() < 0)
        yield "one period", steady().iloc[:1]
        yield "gaps", steady().where([number % 5 != 2 for number in range(len(MONTHS))])
        yield "gaps at both ends", steady().where([5 < number < 50 for number in range(len(MONTHS))])
        yield "zeros and a single one", (steady() * 0).where(MONTHS[30] != MONTHS, 1)
        yield "all alike", steady() * 0 + 12
        yield "very large", steady() * 1_000_000
        yield "two periods", steady().iloc[:2]
        yield "quarters", steady(pd.period_range("2008Q1", periods=40, freq="Q-MAR"))
        yield "financial years", steady(pd.period_range("2000", periods=20, freq="Y-MAR"), 300)
        yield "floats that are whole, one of them missing", steady().astype("float64").replace(43.0, math.nan)
    elif option.kind == "pair":
        yield from (("all zeros", (0.0, 0.0)), ("very large", (1e12, 2e12)), ("none after", (5.0, 0.0)))
    elif option.kind == "numbers":
        yield from (("all zeros", np.zeros(10)), ("one value", np.array([0.5])), ("all alike", np.full(10, 0.5)))
        yield from (("none at all", np.array([])), ("a gap", _with(math.nan)))
    elif option.kind in ("number", "whole number"):
        kind = int if option.kind == "whole number" else float
        most = 10**9 if option.parameter not in ("paths", "draws") else 1000
        yield from ((f"{value}", kind(value)) for value in (0, 1, most))
        if kind is float:
            yield "infinite", math.inf
            yield "minus one", -1.0
