"""Concentration: the published index by its formula, closed cases, and chance itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay
from analysis.places import concentration, generalised_gini

COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=60).filter(any)


def by_the_paper(counts):
    """Bernasco and Steenbeek 2017, as printed: n places, c crimes, y the shares in rising order."""
    n, c = len(counts), sum(counts)
    y = sorted(count / c for count in counts)
    ranked = 2 * sum(i * share for i, share in enumerate(y, start=1)) - n - 1
    return max(1 / c, 1 / n) * ranked - max(n / c, 1) + 1


def gini(counts):
    """Gini's own index as mean difference over twice the mean."""
    differences = np.abs(np.subtract.outer(counts, counts)).mean()
    return differences / (2 * np.mean(counts))


@given(counts=COUNTS)
@settings(max_examples=60, deadline=None)
def test_the_index_is_that_of_the_paper(counts):
    assert generalised_gini(np.array(counts, float)) == pytest.approx(by_the_paper(counts), abs=1e-12)


@given(counts=COUNTS.filter(lambda counts: sum(counts) >= len(counts)))
@settings(max_examples=40, deadline=None)
def test_with_as_many_records_as_places_it_is_ginis_own(counts):
    assert generalised_gini(np.array(counts, float)) == pytest.approx(gini(counts), abs=1e-12)


@pytest.mark.parametrize("counts", [[1] * 5 + [0] * 95, [3] * 40, [1]])
def test_records_spread_as_evenly_as_can_be_are_not_concentrated(counts):
    assert generalised_gini(np.array(counts, float)) == pytest.approx(0, abs=1e-12)


def test_ginis_own_index_would_call_five_records_in_a_hundred_places_concentrated():
    assert gini([1] * 5 + [0] * 95) == pytest.approx(0.95)


def test_all_in_one_place_is_the_most_there_can_be():
    assert generalised_gini(np.array([0.0] * 99 + [500.0])) == pytest.approx(0.99)


def test_the_busiest_tenth_is_counted_in_whole_places_rounded_up():
    found = concentration(np.array([58.0, *range(1, 58)]))
    assert (found.places, found.fives, found.tens) == (58, 3, 6)
    assert found.top_5.seen == pytest.approx((58 + 57 + 56) / (58 * 59 / 2))
    exact = concentration(np.arange(1.0, 61.0))
    assert (exact.fives, exact.tens) == (3, 6)


def test_blind_chance_is_called_concentrated_once_in_forty():
    random = np.random.default_rng(7)
    drawn = random.multinomial(300, np.full(40, 1 / 40), size=300).astype(float)
    beyond = sum(concentration(each, draws=400).gini.beyond_chance for each in drawn)
    assert beyond <= 300 * 0.07


def test_few_records_look_concentrated_and_are_not():
    found = concentration(np.array([2.0, 2.0, *[1.0] * 8, *[0.0] * 90]))
    assert found.top_10.seen == 1.0
    assert not found.top_10.beyond_chance


def test_one_place_with_most_is_beyond_chance():
    found = concentration(np.array([90.0, *[2.0] * 29]))
    assert found.gini.beyond_chance and found.top_5.beyond_chance


def test_the_same_seed_draws_the_same_and_the_shared_state_is_left_alone():
    counts = np.arange(30.0)
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    assert concentration(counts) == concentration(counts)
    assert concentration(counts).gini != concentration(counts, seed=5).gini
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002


def test_under_twenty_places_and_without_records_nothing_is_said():
    assert concentration(np.ones(19)).rule == "few-places"
    assert isinstance(concentration(np.zeros(30)), CannotSay)


@pytest.mark.parametrize("wrong", [np.nan, -1.0, 0.5, np.inf])
def test_what_no_count_can_be_is_refused(wrong):
    with pytest.raises(ValueError, match="whole numbers"):
        concentration(np.array([wrong, *[1.0] * 30]))
