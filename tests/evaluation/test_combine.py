"""Several sites or outcomes, combined as other programs do."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.combine import Combined, combine
from analysis.evaluation.effect import Effect

DIFFERING = ([-0.8, -0.1, -0.4, 0.3, -0.6], [0.15, 0.2, 0.1, 0.25, 0.12])
"""Log ratios and errors that differ by more than chance."""
ALIKE = ([-0.30, -0.33, -0.28, -0.31], [0.2, 0.2, 0.25, 0.15])


def effect(log_ratio: float, error: float) -> Effect:
    low, high = math.exp(log_ratio - 1.96 * error), math.exp(log_ratio + 1.96 * error)
    return Effect.of_ratio("some-design", 100, math.exp(log_ratio), low, high, error=error)


def combined(values: list[float], errors: list[float], level: float = 0.95) -> Combined:
    named = {f"site {number}": effect(*pair) for number, pair in enumerate(zip(values, errors, strict=True))}
    found = combine(named, level=level)
    assert said(found)
    return found


def reference(values: list[float], errors: list[float]):
    return combine_effects(np.array(values), np.array(errors) ** 2, method_re="iterated", use_t=True)


def test_mean_and_spread_are_those_of_another_program() -> None:
    ours, theirs = combined(*DIFFERING), reference(*DIFFERING)
    assert math.log(ours.ratio) == pytest.approx(theirs.mean_effect_re, abs=1e-4)
    assert ours.tau**2 == pytest.approx(theirs.tau2, abs=1e-4)
    assert ours.i2 == pytest.approx(theirs.i2, abs=1e-6)
    assert ours.p_differ == pytest.approx(theirs.test_homogeneity().pvalue, rel=1e-6)


def test_limits_are_those_of_hartung_and_knapp_where_sites_differ() -> None:
    ours, theirs = combined(*DIFFERING), reference(*DIFFERING)
    _, _, _, low_high = theirs.conf_int(use_t=True)
    assert (math.log(ours.low), math.log(ours.high)) == pytest.approx(tuple(low_high), abs=2e-3)


def test_sites_more_alike_than_chance_are_no_surer_than_if_they_had_one_effect() -> None:
    ours = combined(*ALIKE)
    weights = 1 / np.array(ALIKE[1]) ** 2
    mean, error = weights @ np.array(ALIKE[0]) / weights.sum(), weights.sum() ** -0.5
    student = 3.182446305  # 97.5 % of t with three degrees of freedom
    assert ours.tau == 0
    assert ours.i2 == 0
    assert math.log(ours.low) == pytest.approx(mean - student * error, rel=1e-6)
    assert math.log(ours.high) == pytest.approx(mean + student * error, rel=1e-6)


def test_one_more_site_is_less_sure_than_the_mean() -> None:
    ours = combined(*DIFFERING)
    assert ours.next_low < ours.low < ours.ratio < ours.high < ours.next_high
    assert ours.tau_low <= ours.tau <= ours.tau_high


def test_the_shares_sum_to_one_and_the_surest_has_the_most() -> None:
    shares = combined(*DIFFERING).shares
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=shares.__getitem__) == "site 2"


def test_two_effects_are_too_few() -> None:
    found = combine({"a": effect(-0.2, 0.1), "b": effect(-0.3, 0.1)})
    assert isinstance(found, CannotSay)
    assert found.rule == "few-effects"


def test_what_is_described_only_is_left_out_and_named() -> None:
    bare = Effect.of_ratio("some-design", 10, 0.5, math.nan, math.nan, described="too few areas", error=0.1)
    without = Effect.of_ratio("some-design", 10, 0.5, 0.2, 1.0)
    some = {f"s{number}": effect(-0.1 * number, 0.2) for number in range(3)}
    found = combine({**some, "bare": bare, "without": without})
    assert said(found)
    assert found.left_out == ("bare", "without")
    assert found.effects == 3


def test_a_level_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="level"):
        combine({}, level=95)


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0.05, 0.5)), min_size=3, max_size=8))
def test_turning_every_ratio_over_turns_the_answer_over(pairs: list[tuple[float, float]]) -> None:
    values, errors = (list(each) for each in zip(*pairs, strict=True))
    one, other = combined(values, errors), combined([-each for each in values], errors)
    assert one.ratio == pytest.approx(1 / other.ratio, rel=1e-6)
    assert one.low == pytest.approx(1 / other.high, rel=1e-6)
    assert one.p == pytest.approx(other.p, rel=1e-6, abs=1e-12)


def test_the_interval_holds_a_known_mean_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(7)
    errors = [0.1, 0.2, 0.3, 0.15, 0.25, 0.2]
    held = 0
    for _ in range(300):
        truth = -0.3 + 0.2 * rng.standard_normal(6)
        found = combined([float(each) for each in rng.normal(truth, errors)], errors)
        held += found.low <= math.exp(-0.3) <= found.high
    assert held / 300 > 0.92


@pytest.mark.parametrize(
    ("values", "verdict"), [([-1.0] * 4, "fewer"), ([1.0] * 4, "more"), ([0.0] * 4, "no clear difference")]
)
def test_the_verdict_is_that_of_the_interval(values: list[float], verdict: str) -> None:
    assert combined(values, [0.1] * 4).verdict == verdict


def test_effects_without_names_are_numbered() -> None:
    found = combine([effect(-0.2, 0.1), effect(-0.3, 0.1), effect(-0.1, 0.1)])
    assert said(found)
    assert list(found.shares) == ["1", "2", "3"]
