"""No registered method stumbles: whatever it is given, it answers, says that it cannot, or says what is wrong.

A method joins these tests by being registered.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from arguments import good, odd, wrong
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay
from analysis.errors import CspError
from analysis.methods import METHODS, Method
from analysis.methods.option import options
from analysis.methods.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

OF_SERIES = [each for each in METHODS if any(option.kind == "series" for option in options(each))]
WRONG = [pytest.param(each, given, id=f"{each.name}-{what}") for each in METHODS for what, given in wrong(each)]
ODD = [pytest.param(each, given, id=f"{each.name}-{what}") for each in METHODS for what, given in odd(each)]


def outcome(method: Method, arguments: dict[str, Any]) -> Any:
    """An answer or a refusal; an error's message where the method says what is wrong with what it was given."""
    if isinstance(refused := arguments.get("effect"), CannotSay):
        return refused
    try:
        return method.function(**arguments)
    except (ValueError, CspError) as error:
        return CannotSay(str(error), "error")


@pytest.mark.parametrize("method", METHODS, ids=lambda each: each.name)
def test_every_method_answers_good_input(method: Method) -> None:
    assert json.dumps(plain(outcome(method, good(method))), allow_nan=False)
    assert not isinstance(method.function(**good(method)), Exception)


@pytest.mark.parametrize(("method", "arguments"), WRONG)
def test_wrong_input_never_gets_an_answer(method: Method, arguments: dict[str, Any]) -> None:
    found = outcome(method, arguments)
    assert isinstance(found, CannotSay)
    assert len(found.reason) > 10
    assert "Traceback" not in found.reason and "\n" not in found.reason


@pytest.mark.parametrize(("method", "arguments"), ODD)
def test_odd_input_is_answered_in_plain_values_or_refused(method: Method, arguments: dict[str, Any]) -> None:
    found = outcome(method, arguments)
    json.dumps(plain(found), allow_nan=False)
    if isinstance(found, CannotSay):
        assert found.rule in ("error", *method.refuses), "the registry must name every rule by which a method refuses"


@st.composite
def some_series(draw: Callable) -> pd.Series:
    """Any counts over any stretch of months, quarters or years, with any gaps."""
    freq = draw(st.sampled_from(["M", "Q-MAR", "Y-MAR"]))
    counts = draw(st.lists(st.one_of(st.none(), st.integers(0, 30), st.integers(0, 5000)), min_size=1, max_size=40))
    first = pd.Period("2009-05", "M").asfreq(freq)
    return pd.Series(counts, index=pd.period_range(first, periods=len(counts), freq=freq), dtype="Int64")


@pytest.mark.parametrize("method", OF_SERIES, ids=lambda each: each.name)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(series=some_series(), place=st.integers(0, 39))
def test_any_series_is_answered_refused_or_found_wrong(method: Method, series: pd.Series, place: int) -> None:
    arguments = {**good(method), next(o.parameter for o in options(method) if o.kind == "series"): series}
    if "month" in arguments:
        arguments["month"] = series.index[place % len(series)]
    json.dumps(plain(outcome(method, arguments)), allow_nan=False)


OF_NUMBERS = [each for each in METHODS if all(o.kind not in ("series", "areas", "numbers") for o in options(each))]


@pytest.mark.parametrize("method", OF_NUMBERS, ids=lambda each: each.name)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_numbers_are_answered_refused_or_found_wrong(method: Method, data: st.DataObject) -> None:
    """Infinite limits are as documented: no count before, no upper limit."""
    whole = st.integers(-5, 10**7)
    number = st.one_of(whole.map(float), st.floats(1e-6, 1e9), st.sampled_from([math.nan, math.inf, -math.inf, -0.5]))
    drawn = {
        each.parameter: data.draw(whole if each.kind == "whole number" else number)
        for each in options(method)
        if each.kind in ("whole number", "number")
    }
    json.dumps(plain(outcome(method, {**good(method), **drawn})), allow_nan=False)
