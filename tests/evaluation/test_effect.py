"""One result of every design: what fixes what, and that the interval decides."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.effect import Effect

RATIOS = st.floats(0.01, 20)


def test_a_ratio_fixes_what_was_expected_and_the_difference():
    found = Effect.of_ratio("any", 110, 0.55, 0.4, 0.8)
    assert found.expected == pytest.approx(200)
    assert found.difference == pytest.approx(-90)
    assert (found.difference_low, found.difference_high) == (pytest.approx(110 - 275), pytest.approx(110 - 137.5))
    assert found.percent_limits == (pytest.approx(-60), pytest.approx(-20))


def test_a_difference_fixes_what_was_expected_and_the_ratio():
    found = Effect.of_difference("any", 110, -90, -130, -50)
    assert found.expected == 200
    assert (found.ratio, found.low, found.high) == (pytest.approx(0.55), pytest.approx(0.35), pytest.approx(0.75))


@given(observed=st.integers(1, 5000), ratios=st.lists(RATIOS, min_size=3, max_size=3, unique=True))
def test_ratio_and_difference_never_disagree_on_the_verdict(observed: int, ratios: list[float]):
    low, middle, high = sorted(ratios)
    found = Effect.of_ratio("any", observed, middle, low, high)
    expected = "more" if low > 1 else "fewer" if high < 1 else "no clear difference"
    if not any(math.isclose(each, 1, rel_tol=1e-9) for each in (low, high)):
        assert found.verdict == expected
    assert found.difference_low <= found.difference <= found.difference_high


def test_none_counted_after_takes_what_was_expected_as_it_is():
    found = Effect.of_ratio("any", 0, 0.0, 0.0, 0.306, expected=40.0)
    assert (found.difference, found.difference_low) == (-40, -40)
    assert found.difference_high == pytest.approx(-27.76)
    assert found.verdict == "fewer"


def test_an_interval_without_a_lower_end_has_no_limit_on_what_was_prevented():
    found = Effect.of_ratio("any", 10, 0.5, 0.0, math.inf)
    assert (found.difference_low, found.difference_high) == (-math.inf, 10)
    assert found.verdict == "no clear difference"


@pytest.mark.parametrize("described", ["", "only four other areas can be used"])
def test_without_limits_an_effect_is_described_only(described: str):
    found = Effect.of_ratio("any", 100, 0.8, math.nan, math.nan, described=described)
    assert math.isnan(found.difference_low) and math.isnan(found.difference_high)
    assert found.verdict == "described only"


def test_what_is_described_only_stays_so_whatever_its_limits():
    assert Effect.of_ratio("any", 100, 0.5, 0.4, 0.6, described="chosen so").verdict == "described only"


def test_more_than_all_cannot_have_been_prevented():
    found = Effect.of_difference("any", 5, -20, -40, 0)
    assert found.expected == 25
    assert (found.low, found.high) == (0, 1)
    assert found.verdict == "no clear difference"
