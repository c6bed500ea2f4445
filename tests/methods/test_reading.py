"""From words and tables to arguments: whatever is typed ends in an answer, a refusal or one clear error."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import MethodError
from analysis.methods import Method, method_named
from analysis.methods.counted import counted
from analysis.methods.given import Given
from analysis.methods.kind import kind_of
from analysis.methods.option import options
from analysis.methods.reading import answered, arguments
from analysis.methods.table import table
from analysis.methods.value import goal

CELLS = st.one_of(st.text(max_size=8), st.sampled_from(["2022-01", "2021/22", "5", "-1", "", '"', "nan", "1e400", "٣"]))


def unusual(what: complex, *, how: complex = 1j) -> float:
    """Take what nobody can type."""
    return abs(what * how)


def usual(count: int, *, rng: complex = 1j, level: float = 0.95) -> float:
    """Take a ``count``. ``level`` is what it says; ``rng`` is left out."""
    return count * level * abs(rng)


def method_of(name: str) -> Method:
    return Method(name, "What?", f"{__name__}:{name}", "Trend", "nobody")


def test_a_function_that_nobody_can_give_words_to_is_not_for_the_desk() -> None:
    with pytest.raises(TypeError, match=r"unusual: what is .*complex.*, which nobody can type"):
        options(method_of("unusual"))


def test_what_has_a_default_and_cannot_be_typed_is_left_out() -> None:
    found = options(method_of("usual"))
    assert [(each.parameter, each.required, each.default) for each in found] == [
        ("count", True, None), ("level", False, 0.95),
    ]  # fmt: skip
    assert found[1].meaning == "what it says"


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (int, "whole number"), (float | None, "number"), (bool, "flag"), (pd.Series, "series"),
        (pd.Series | None, "beside"), (pd.Period | None, "period"), (Sequence[float], "numbers"),
        (Mapping[int, float] | None, "population"), (Sequence[pd.Period], "pulses"), (complex, None),
    ],
)  # fmt: skip
def test_a_type_tells_how_it_is_given(hint: object, kind: str | None) -> None:
    assert kind_of(hint) == kind


def test_the_options_of_a_change_are_those_of_its_signature() -> None:
    found = {each.names[0]: each for each in options(method_named("rate-ratio"))}
    assert list(found) == ["before", "after", "exposure-before", "exposure-after", "dispersion", "level"]
    assert [name for name, each in found.items() if each.required] == ["before", "after"]
    assert found["level"].default == 0.95


def test_a_rate_needs_its_population() -> None:
    with pytest.raises(MethodError, match="needs --population"):
        arguments(method_named("rate"), Given({"count": "5"}))


def test_everything_wrong_with_the_options_is_said_at_once() -> None:
    with pytest.raises(MethodError) as error:
        arguments(method_named("rate-ratio"), Given({"before": "x", "after": "y"}))
    assert str(error.value).splitlines()[0].endswith("2 problems, nothing was computed:")


def test_numbers_beyond_all_reckoning_are_an_error_and_no_traceback() -> None:
    given_ = Given({"goal": "at most 5", "count": "1e160"})
    with pytest.raises(MethodError, match="too large or too small to reckon with"):
        answered(method_named("chance-of-target"), given_)


@pytest.mark.parametrize(
    ("text", "side", "bar"),
    [("at most 288", "at most", 288), ("below 288", "at most", 287), ("at least 12", "at least", 12)],
)
def test_a_target_is_read_in_words(text: str, side: str, bar: int) -> None:
    found = goal(text)
    assert (found.side, found.bar) == (side, bar)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rows=st.lists(st.lists(CELLS, min_size=0, max_size=3), max_size=6))
def test_any_file_is_a_series_or_one_clear_error(rows: list[list[str]]) -> None:
    text = "month,count\n" + "\n".join(",".join(row) for row in rows)
    try:
        found = counted(table(text, "mine.csv"), "month", "count")
    except MethodError as error:
        assert str(error).startswith("mine.csv")
    else:
        assert found.dropna().ge(0).all()
        assert found.index.is_monotonic_increasing


@settings(max_examples=100, deadline=None, derandomize=True)
@given(before=st.text(max_size=8), after=st.text(max_size=8))
def test_any_words_are_numbers_or_one_clear_error(before: str, after: str) -> None:
    try:
        found, _ = answered(method_named("rate-ratio"), Given({"before": before, "after": after}))
    except MethodError as error:
        assert "before" in str(error) or "after" in str(error) or "counts" in str(error)
    else:
        assert not math.isnan(found.low)
