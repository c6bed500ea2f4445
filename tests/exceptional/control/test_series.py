import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cannot_say import CannotSay, said
from analysis.exceptional import control_chart

from ..months import COVID, NEW_RULE, months, steady, when


def test_a_chart_does_not_cry_wolf_every_summer():
    summery = steady(mean=80, season=0.6, length=60, first="2017-12")
    assert len(control_chart(summery).outside) <= 1
    plain = np.array(summery, dtype=float)
    assert (plain > plain.mean() * 1.4).sum() > 10


def test_a_leap_is_outside_the_limits():
    series = steady()
    series[when("2022-06")] = 120
    found = control_chart(series)
    assert (found.kind, found.outside) == ("XmR", (when("2022-06"),))


def test_small_counts_are_charted_by_laney_and_never_below_zero():
    found = control_chart(steady(mean=3))
    assert found.kind == "u′"
    assert found.season == "none"
    assert (found.chart.low >= 0).all()


def test_covid_months_are_drawn_but_set_no_limits():
    series = steady(length=48, first="2018-12")
    loud = series.copy()
    loud["2020-03":"2021-07"] = 400
    quiet, found = (control_chart(each, breaks=[COVID]) for each in (series, loud))
    assert found.chart.centre == quiet.chart.centre
    assert len(found.outside) >= 17
    assert not found.shifted[15:32].any()


def test_after_a_new_rule_limits_come_from_what_is_counted_by_it():
    found = control_chart(months([20, 22] * 18 + [60, 63] * 12, first="2018-01"), breaks=[NEW_RULE])
    assert found.usable.sum() == 24
    assert found.chart.centre == pytest.approx(61.5, abs=1)


def test_a_missing_month_is_not_a_zero():
    series = steady()
    series[when("2021-05")] = pd.NA
    found = control_chart(series)
    assert np.isnan(found.chart.values[17])
    assert when("2021-05") not in found.outside


@pytest.mark.parametrize(
    ("series", "rule"),
    [
        (steady(length=17), "too-short"),
        (months([30, None] * 20), "too-short"),
        (months([0] * 36), "small-counts"),
        (pd.Series([9] * 40, index=pd.period_range("1983", periods=40, freq="Y-MAR")), "not-monthly"),
    ],
)
def test_what_cannot_be_charted_is_refused(series, rule):
    found = control_chart(series)
    assert isinstance(found, CannotSay)
    assert found.rule == rule


def test_bad_input_is_one_clear_error():
    with pytest.raises(ValueError, match="not in order"):
        control_chart(steady().iloc[::-1])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 4), st.integers(0, 10**5)), min_size=1, max_size=50))
def test_any_counts_end_in_a_chart_or_a_refusal(counts):
    found = control_chart(months(counts), breaks=[COVID])
    if said(found):
        assert np.isfinite([found.chart.centre, *found.chart.low, *found.chart.high]).all()
        assert (found.chart.low <= found.chart.high).all()
