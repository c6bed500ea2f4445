import numpy as np
import pytest

from analysis.exceptional.control import xmr

VALUES = [10.0, 12, 9, 11, 10, 13, 11]


def test_limits_are_2_66_mean_moving_ranges_from_the_mean():
    found = xmr(VALUES)
    reach = 2.66 * np.mean([2, 3, 2, 1, 3, 2])
    assert found.centre == pytest.approx(np.mean(VALUES))
    assert found.high[0] - found.centre == pytest.approx(reach)
    assert found.centre - found.low[-1] == pytest.approx(reach)


def test_one_leap_does_not_widen_the_limits_that_are_to_show_it():
    leap = [*VALUES, 60, *VALUES]
    screened, unscreened = xmr(leap), xmr(leap, screened=False)
    assert screened.outside.sum() == 1
    assert screened.high[0] < unscreened.high[0]
    assert screened.centre == unscreened.centre


def test_no_moving_range_spans_a_gap():
    assert xmr([10.0, 11, np.nan, 90, 91], screened=False).high[0] == pytest.approx(np.mean([10, 11, 90, 91]) + 2.66)


def test_a_baseline_alone_sets_centre_and_limits():
    found = xmr([*VALUES, 40, 41], baseline=[True] * 7 + [False] * 2)
    assert found.centre == pytest.approx(np.mean(VALUES))
    assert list(np.flatnonzero(found.outside)) == [7, 8]


def test_equal_values_have_limits_at_themselves():
    found = xmr([5.0] * 6)
    assert (found.low == 5).all()
    assert not found.outside.any()


@pytest.mark.parametrize(
    ("values", "baseline", "words"),
    [
        ([], None, "at least one of them known"),
        ([np.nan, np.nan], None, "at least one of them known"),
        ([np.inf, 1], None, "finite numbers"),
        (["many", 1], None, "are to be numbers"),
        ([1.0], None, "no two neighbouring points"),
        ([1.0, np.nan, 2.0], None, "no two neighbouring points"),
        ([1.0, 2.0], [True], "a baseline marks each point"),
        ([1.0, 2.0], [False, False], "a baseline marks each point"),
    ],
)
def test_bad_input_is_one_clear_error(values, baseline, words):
    with pytest.raises(ValueError, match=words):
        xmr(values, baseline=baseline)
