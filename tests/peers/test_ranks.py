import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.peers import Area, ranks

from .conftest import areas


def test_the_highest_rate_comes_first(leicestershire):
    found = {each.name: each for each in ranks(leicestershire)}
    assert (found["Leicester"].place, found["Leicester"].low, found["Leicester"].high) == (1, 1, 1)
    assert found["North West Leicestershire"].place == 2
    assert found["Rutland"].place == 9


def test_areas_far_apart_have_one_place_and_areas_alike_have_any():
    assert [(each.low, each.high) for each in ranks(areas(9000, 5000, 1000))] == [(1, 1), (2, 2), (3, 3)]
    assert {(each.low, each.high) for each in ranks(areas(10, 11, 9, 10, population=1000))} == {(1, 4)}


def test_counts_that_swing_have_less_sure_places(leicestershire):
    swinging = [Area(a.name, a.count, a.population, 15.0) for a in leicestershire]
    widths = [sum(each.high - each.low for each in ranks(given)) for given in (leicestershire, swinging)]
    assert widths[1] > widths[0]


def test_equal_rates_share_the_better_place():
    assert [each.place for each in ranks(areas(50, 50, 20))] == [1, 1, 3]


def test_the_same_seed_gives_the_same_places(leicestershire):
    assert ranks(leicestershire, seed=4) == ranks(leicestershire, seed=np.random.default_rng(4))
    assert ranks(leicestershire) == ranks(leicestershire)


def test_an_area_that_stands_there_twice_is_refused():
    with pytest.raises(ValueError, match="more than once"):
        ranks([Area("a", 1, 10), Area("a", 2, 10)])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 500), st.floats(1, 1e5)), min_size=2, max_size=12))
def test_a_place_lies_within_its_interval_and_within_the_areas(given_areas):
    made = [Area(str(i), count, people) for i, (count, people) in enumerate(given_areas)]
    for found in ranks(made, draws=200):
        assert 1 <= found.low <= found.place <= found.high <= found.of == len(made)
