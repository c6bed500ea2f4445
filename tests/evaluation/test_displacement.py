import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cannot_say import said
from analysis.evaluation.displacement import harm_weighted, weighted_displacement_difference
from analysis.sources.weights import HarmWeight

PAIR = st.tuples(st.integers(0, 500), st.integers(0, 500))
PAPER = (207, 110), (308, 318), (178, 157), (150, 140)


def weight(category, low, high):
    return HarmWeight(category, low, high, low / 2, high * 2, "national mix")


def test_the_published_example_comes_out():
    found = weighted_displacement_difference(*PAPER)
    assert (found.value, found.local, found.buffer, found.variance) == (-118, -107, -11, 1568)
    assert found.limits == pytest.approx((-195.6, -40.4), abs=0.05)


@given(PAIR, PAIR, PAIR, PAIR)
def test_treated_and_control_changing_alike_is_no_difference(treated, control, buffer, other):
    found = weighted_displacement_difference(treated, treated, buffer, buffer)
    assert found.value == 0
    swapped = weighted_displacement_difference(control, treated, other, buffer)
    assert swapped.value == -weighted_displacement_difference(treated, control, buffer, other).value


def test_its_normal_limits_hold_for_poisson_counts():
    rng = np.random.default_rng(20221130)
    held = 0
    for _ in range(1000):
        before, after = rng.poisson(60, 4), rng.poisson([40, 60, 65, 60])
        low, high = weighted_displacement_difference(*map(tuple, np.column_stack([before, after]).tolist())).limits
        held += low <= -15 <= high
    assert held / 1000 == pytest.approx(0.95, abs=0.02)


def test_dispersion_multiplies_the_variance_of_its_own_area():
    plain = weighted_displacement_difference(*PAPER)
    wide = weighted_displacement_difference(*PAPER, dispersion=(3, 1, 1, 0.5))
    assert wide.variance == plain.variance + 2 * (207 + 110)


@pytest.mark.parametrize("bad", [{"treated": (-1, 0)}, {"periods": (0, 1)}, {"sizes": (1, 1, 0, 1)}])
def test_what_cannot_be_is_an_error(bad):
    with pytest.raises(ValueError, match="displacement difference"):
        weighted_displacement_difference(**{"treated": (1, 1), "control": (1, 1), **bad})


def test_one_category_of_known_weight_is_the_difference_in_days():
    found = harm_weighted({"robbery": PAPER}, [weight("robbery", 10, 10)])
    assert (found.low, found.high) == (-1180, -1180)
    assert (found.wide_low, found.wide_high) == pytest.approx((-1956.1, -403.9), abs=0.1)


def test_what_a_record_may_weigh_is_a_range_and_signs_are_kept():
    areas = {"robbery": ((20, 10), (20, 20)), "burglary": ((20, 25), (20, 20))}
    found = harm_weighted(areas, [weight("robbery", 100, 300), weight("burglary", 20, 30)])
    assert (found.low, found.high) == (-10 * 300 + 5 * 20, -10 * 100 + 5 * 30)
    assert found.wide_low < found.low < found.high < found.wide_high


def test_a_category_without_a_weight_is_refused():
    found = harm_weighted({"anti-social-behaviour": PAPER}, [weight("robbery", 1, 2)])
    assert not said(found)
    assert found.rule == "no-harm-weight"
