import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exceptional.control import c_chart, laney, p_chart, u_chart

COUNTS = [14, 12, 20, 11, 7, 10, 21]


def test_a_c_chart_has_limits_three_square_roots_from_the_mean():
    found = c_chart([16] * 5)
    assert (found.centre, found.low[0], found.high[0]) == (16, 4, 28)


def test_a_limit_is_never_below_zero():
    assert (c_chart([1, 2, 0, 1]).low == 0).all()


def test_a_u_chart_has_narrower_limits_where_there_is_more_exposure():
    found = u_chart(COUNTS, [1, 1, 1, 1, 1, 1, 4])
    assert found.high[-1] < found.high[0]
    assert found.centre == pytest.approx(sum(COUNTS) / 10)


def test_a_p_chart_stays_between_nought_and_all():
    found = p_chart([9, 10, 10, 8], [10, 10, 10, 10])
    assert (found.high <= 1).all()
    assert (laney(found).high <= 1).all()


def test_laney_widens_by_the_swing_from_point_to_point():
    rng = np.random.default_rng(5)
    whole = np.full(30, 1e6)
    part = rng.binomial(1_000_000, 0.3 + rng.normal(0, 0.01, 30)).astype(float)
    plain = p_chart(part, whole)
    widened = laney(plain)
    assert plain.outside.sum() > 15
    assert widened.outside.sum() <= 1
    assert widened.sigma_z > 5


def test_laney_leaves_counts_that_swing_by_chance_nearly_as_they_are():
    counts = np.random.default_rng(6).poisson(100, 400)
    assert laney(c_chart(counts)).sigma_z == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: c_chart([1, -1]), "counts are at least 0"),
        (lambda: u_chart([1, 2], [1, 0]), "an exposure above zero"),
        (lambda: u_chart([1, 2], [1]), "an exposure above zero"),
        (lambda: u_chart([1, 2], [1, np.nan]), "an exposure above zero"),
        (lambda: p_chart([3, 12], [10, 10]), "a part is larger than its whole"),
        (lambda: laney(c_chart([0, 0, 0])), "none to widen"),
        (lambda: laney(p_chart([5, 5], [5, 5])), "none to widen"),
    ],
)
def test_bad_input_is_one_clear_error(make, words):
    with pytest.raises(ValueError, match=words):
        make()


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_limits_stand_on_either_side_of_the_centre(counts):
    found = c_chart(counts)
    assert ((found.low <= found.centre) & (found.centre <= found.high)).all()
