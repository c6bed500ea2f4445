import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import trends

NOTHING = np.empty((40, 0))
TIMES = np.arange(40) / 12


def test_a_shift_is_found_where_it_is_and_by_its_size(rng):
    values = rng.normal(0, 0.1, 40) + 0.8 * (np.arange(40) >= 23)
    found = trends.search_break(values, TIMES, TIMES[:, None])
    assert (found.at, found.kind, found.detected) == (23, "mean", True)
    assert found.size == pytest.approx(0.8, abs=0.15)


def test_a_change_of_course_is_found_as_one(rng):
    values = rng.normal(0, 0.02, 40) + np.maximum(TIMES - TIMES[19], 0)
    found = trends.search_break(values, TIMES, TIMES[:, None])
    assert (found.kind, found.detected) == ("slope", True)
    assert abs(found.at - 20) <= 2
    assert found.size == pytest.approx(1, abs=0.1)


def test_the_break_is_the_one_that_a_search_by_hand_finds(rng):
    values = rng.normal(0, 1, 40)
    columns = np.column_stack([TIMES])
    found = trends.search_break(values, TIMES, columns, kinds=("mean",))

    def rss(at):
        design = np.column_stack([np.ones(40), columns, np.arange(40) >= at])
        left = values - design @ np.linalg.lstsq(design, values)[0]
        return left @ left

    assert found.rss[1] == pytest.approx(min(rss(at) for at in range(6, 35)))
    assert found.at == min(range(6, 35), key=rss)


def test_noise_rarely_has_a_break(rng):
    found = [trends.search_break(rng.normal(0, 1, 40), TIMES, TIMES[:, None]).detected for _ in range(300)]
    assert np.mean(found) <= 0.07


def test_too_few_values_or_none_to_explain_have_no_break():
    assert trends.search_break(np.arange(11.0), np.arange(11.0), np.empty((11, 0))) is None
    assert trends.search_break(np.ones(40), TIMES, NOTHING) is None
    assert trends.search_break(3 + 2 * TIMES, TIMES, TIMES[:, None]) is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-50, 50), min_size=40, max_size=40))
def test_a_break_never_fits_worse_than_none(values):
    found = trends.search_break(np.array(values), TIMES, TIMES[:, None])
    if found is not None:
        assert 6 <= found.at <= 34
        assert found.rss[1] <= found.rss[0] * (1 + 1e-9)
