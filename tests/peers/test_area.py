import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay
from analysis.peers import Area, known_area


@pytest.mark.parametrize("count", [-1, 2.5, "ten", None, math.nan, True])
def test_a_count_that_is_none_is_refused_in_words(count):
    with pytest.raises(ValueError, match="Rugby has a count of"):
        Area("Rugby", count, 100_000)


@pytest.mark.parametrize("population", [0, -5, math.nan, math.inf, "many"])
def test_a_population_that_is_none_is_refused_in_words(population):
    with pytest.raises(ValueError, match="Rugby has a population of"):
        Area("Rugby", 10, population)


def test_a_dispersion_or_a_share_out_of_range_is_refused():
    with pytest.raises(ValueError, match="dispersion"):
        Area("Rugby", 10, 1000, dispersion=0)
    with pytest.raises(ValueError, match="at most 1"):
        Area("Rugby", 10, 1000, located=1.2)


def test_records_that_cannot_be_placed_take_from_the_exposure():
    assert Area("Rugby", 10, 1000, located=0.9).exposure == pytest.approx(900)


@given(st.integers(0, 10**9), st.floats(1e-3, 1e9), st.floats(1e-3, 1e3), st.floats(1e-6, 1))
def test_any_sensible_area_can_be_made(count, population, dispersion, located):
    assert Area("x", count, population, dispersion, located).exposure > 0


def test_what_is_not_known_of_an_area_is_a_refusal_and_no_zero():
    refusals = {
        "disclosure": known_area("Rugby", 3, 1000, withheld=True),
        "incomplete-year": known_area("Rugby", None, 1000),
        "no-population": known_area("Rugby", 3, None),
    }
    for rule, refusal in refusals.items():
        assert isinstance(refusal, CannotSay)
        assert refusal.rule == rule and "Rugby" in refusal.reason
    assert known_area("Rugby", 0, 1000) == Area("Rugby", 0, 1000)


def test_a_withheld_count_is_not_told_by_its_refusal():
    refusal = known_area("Rugby", 3, 1000, withheld=True)
    assert isinstance(refusal, CannotSay) and "3" not in refusal.reason
