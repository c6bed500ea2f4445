import numpy as np
import pandas as pd
import pytest

from analysis.exceptional import ears

from .months import months

COUNTS = [5, 7, 6, 4, 8, 6, 6, 20, 6, 5]


def test_the_limit_is_the_mean_and_three_standard_deviations_of_the_seven_before():
    found = ears(months(COUNTS))
    past = np.array(COUNTS[:7])
    assert found.expected.iloc[7] == pytest.approx(past.mean())
    assert found.upper.iloc[7] == pytest.approx(past.mean() + 3.090232 * past.std(ddof=1))
    assert list(found.alarm[found.alarm.fillna(False)].index) == [pd.Period("2020-07", "M")]


def test_c2_passes_over_the_two_latest():
    found = ears(months(COUNTS), lag=2)
    assert found.expected.iloc[9] == pytest.approx(np.mean(COUNTS[:7]))
    assert found.upper.iloc[:9].isna().all()


def test_where_the_baseline_has_a_gap_there_is_no_alarm_either_way():
    found = ears(months([*COUNTS[:3], None, *COUNTS[4:]]))
    assert pd.isna(found.alarm.iloc[7])
    assert pd.isna(ears(months([*COUNTS[:7], None, *COUNTS[8:]])).alarm.iloc[7])


@pytest.mark.parametrize("wrong", [{"baseline": 1}, {"lag": -1}, {"level": 0.0}, {"level": 1.0}])
def test_settings_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match="a baseline has two periods"):
        ears(months(COUNTS), **wrong)


def test_bad_counts_are_one_clear_error():
    with pytest.raises(ValueError, match="a count is a whole number"):
        ears(months([1, -1]))
