import numpy as np
import pytest

from analysis.exceptional.control import seasonal_index

from ..months import months, steady


def every(series):
    return np.ones(len(series), dtype=bool)


def test_the_index_averages_one_over_the_months_of_a_year():
    series = steady(mean=200, season=0.5, length=48, first="2018-12")
    index, season = seasonal_index(series, every(series))
    assert season == "month factors"
    assert index[1:13].mean() == pytest.approx(1, abs=0.01)


def test_a_season_is_found_where_there_is_one():
    series = steady(mean=200, season=0.5, length=48, first="2018-12")
    index, _ = seasonal_index(series, every(series))
    march, september = index[3], index[9]
    assert march / september == pytest.approx(np.exp(1.0) * 31 / 30, rel=0.1)


def test_a_steady_rise_is_not_taken_for_season():
    rising = months([round(100 * 1.02**i) for i in range(36)])
    index, _ = seasonal_index(rising, every(rising))
    days = np.asarray(rising.index.days_in_month) / 30.4375
    assert index / days == pytest.approx(np.ones(36), abs=0.03)


def test_small_counts_are_divided_by_days_alone():
    series = steady(mean=2)
    index, season = seasonal_index(series, every(series))
    assert season == "none"
    assert index == pytest.approx(series.index.days_in_month / 30.4375)


def test_one_great_month_does_not_become_a_season():
    series = steady(mean=60)
    series.iloc[6] = 600
    index, _ = seasonal_index(series, every(series))
    assert index.max() < 1.2
