"""What of the past a forecast may use."""

import numpy as np
import pandas as pd
import pytest

from analysis.outlook.history import history

from .made import monthly, recording_break, without


def test_the_months_ahead_follow_the_last_month_even_where_it_is_unknown():
    past = history(without(monthly(30, 40), "2018-04"), 3)
    assert [str(month) for month in past.months[past.length :]] == ["2018-05", "2018-06", "2018-07"]


def test_a_months_of_a_pulse_is_masked_and_the_level_after_it_is_its_own():
    past = history(monthly(30, 60), 2, [recording_break("2017-01", "2017-06")])
    assert past.usable.sum() == 54
    assert past.after[:, 0].tolist() == [0.0] * 30 + [1.0] * 32


def test_a_pulse_with_nothing_before_it_has_no_level_of_its_own():
    past = history(monthly(30, 40), 2, [recording_break("2015-01", "2015-06")])
    assert past.after.shape == (42, 0)
    assert past.usable.sum() == 34


def test_a_step_starts_the_past_anew():
    past = history(monthly(30, 60), 1, [recording_break("2016-01", "2016-01", "step")])
    assert str(past.months[0]) == "2016-01"
    assert past.length == 48
    assert past.since == "A change made up"


def test_a_past_cut_short_knows_nothing_of_what_came():
    past = history(monthly(30, 60), 12)
    cut = past.until(24, 6)
    assert (cut.length, cut.ahead) == (24, 6)
    assert cut.season_form == "two harmonics"
    assert past.season_form == "month factors"
    np.testing.assert_array_equal(cut.counts, past.counts[:24])


def test_logs_are_per_mean_month_and_half_an_incident_stands_for_none():
    counted = monthly(30, 13)
    counted.iloc[1] = 0
    past = history(counted, 1)
    assert past.logs[1] == pytest.approx(np.log(0.5) - np.log(28 / (365.25 / 12)))
    assert past.logs[0] == pytest.approx(np.log(float(counted.iloc[0])) - np.log(31 / (365.25 / 12)))


def test_years_are_no_months():
    with pytest.raises(ValueError, match="months"):
        history(pd.Series([1, 2], index=pd.period_range("2020", periods=2, freq="Y-MAR"), dtype="Int64"), 1)


def test_nothing_ahead_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        history(monthly(30, 13), 0)
