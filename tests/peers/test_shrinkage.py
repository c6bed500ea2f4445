import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.peers import Area, shrunk_rates

from .conftest import areas


def test_marshalls_rates_worked_by_hand():
    """Counts 10 and 30 of 1,000 each: mean 0.02, variance seen 0.0001, by chance 0.00002, weight 0.00008 / 0.0001."""
    found = shrunk_rates(areas(10, 30, population=1000))
    assert [each.weight for each in found] == pytest.approx([0.8, 0.8])
    assert [each.rate for each in found] == pytest.approx([0.012, 0.028])
    assert found[0].variance == pytest.approx(0.8 * 0.00002)


def test_a_small_area_is_drawn_further_in_than_a_large_one():
    found = shrunk_rates([Area("small", 40, 1_000), Area("large", 4_000, 100_000), Area("rest", 1_000, 100_000)])
    assert found[0].weight < found[1].weight
    assert 0.01 < found[0].rate < 0.04


def test_where_chance_explains_all_every_area_has_the_rate_of_all():
    found = shrunk_rates(areas(10, 11, 9, population=1000))
    assert [each.rate for each in found] == pytest.approx([0.01] * 3)
    assert {each.variance for each in found} == {0.0}


def test_counts_that_swing_are_drawn_further_in():
    plain, swinging = (shrunk_rates(areas(10, 30, population=1000, dispersion=d))[0].weight for d in (1, 3))
    assert swinging < plain


def test_one_area_has_no_others_to_be_drawn_to():
    with pytest.raises(ValueError, match="at least two"):
        shrunk_rates(areas(3))


@given(st.lists(st.tuples(st.integers(0, 5000), st.floats(1, 1e6)), min_size=2, max_size=20))
def test_a_shrunken_rate_lies_between_its_own_and_that_of_all(given_areas):
    made = [Area(str(i), count, people) for i, (count, people) in enumerate(given_areas)]
    mean = sum(each.count for each in made) / sum(each.population for each in made)
    for area, found in zip(made, shrunk_rates(made), strict=True):
        own = area.count / area.population
        assert min(own, mean) - 1e-9 <= found.rate <= max(own, mean) + 1e-9
        assert 0 <= found.weight <= 1
