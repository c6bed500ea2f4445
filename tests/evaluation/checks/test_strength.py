import math

import pytest

from analysis.evaluation.checks.strength import holding, log_ratio, sizes, strength, too_often
from analysis.evaluation.effect import Effect
from evaluation.checks.places import ALONE, drawn, place, setting


def effect(ratio, low, high, observed=100):
    return Effect.of_ratio("made", observed, ratio, low, high)


def described():
    return Effect.of_ratio("made", 100, 0.5, math.nan, math.nan, described="too few areas")


@pytest.mark.parametrize("seed", range(8))
def test_strength_passes_the_normal_quantile_exactly_where_the_effect_is_clear(seed):
    found = ALONE(setting(drawn("town", 12, seed)))
    assert (abs(strength(found)) > 1.959964) == (found.verdict != "no clear difference")


def test_strength_has_the_sign_of_the_difference():
    assert strength(effect(0.7, 0.5, 0.9)) < 0 < strength(effect(1.4, 1.1, 1.8))


def test_without_an_interval_effects_are_ranked_by_their_size():
    assert math.isnan(strength(described()))
    assert sizes([described(), effect(0.25, 0.1, 0.5)]) == pytest.approx([math.log(2), math.log(4)])


def test_an_effect_without_any_incident_has_a_finite_size():
    none = ALONE(setting(place("town", [10] * 48 + [0] * 12)))
    assert none.ratio == 0
    assert math.isfinite(log_ratio(none))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ((0.75, 0.6, 0.9), "holds"),
        ((0.72, 0.5, 1.1), "widens"),
        ((0.97, 0.8, 1.2), "vanishes"),
        ((1.4, 1.1, 1.8), "reverses"),
    ],
)
def test_a_verdict_lost_to_a_wider_interval_is_not_an_effect_lost(other, kind):
    assert holding(effect(0.7, 0.55, 0.9), effect(*other)) == kind


def test_a_clear_effect_where_there_was_none_appears():
    assert holding(effect(0.95, 0.8, 1.1), effect(0.7, 0.5, 0.9)) == "appears"
    assert holding(effect(0.95, 0.8, 1.1), effect(0.9, 0.7, 1.1)) == "holds"


@pytest.mark.parametrize(
    ("found", "of", "more"), [(1, 3, False), (2, 3, True), (1, 1, True), (3, 20, False), (4, 20, True)]
)
def test_too_often_is_the_upper_tail_of_a_binomial(found, of, more):
    """By hand: 2 or more of 3 at 5 % has 0.00725, 3 or more of 20 has 0.0755, 4 or more 0.0159; 1 of 1 has 0.05."""
    assert too_often(found, of, level=0.0501) is more
