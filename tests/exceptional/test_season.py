import numpy as np
import pandas as pd
import pytest

from analysis.exceptional.season import season_columns, season_of


def usable_of(first, length, left_out=()):
    index = pd.period_range(first, periods=length, freq="M")
    return index, ~index.isin([pd.Period(each, "M") for each in left_out])


def test_four_years_give_each_month_its_own_level():
    assert season_of(*usable_of("2018-12", 48)) == "month factors"


def test_three_years_give_two_harmonics():
    assert season_of(*usable_of("2019-12", 36)) == "two harmonics"


def test_a_calendar_month_that_is_usable_once_allows_one_harmonic():
    assert season_of(*usable_of("2020-12", 24, left_out=["2021-06"])) == "one harmonic"


def test_fewer_than_nine_calendar_months_allow_none():
    assert season_of(*usable_of("2022-01", 8)) == "none"


@pytest.mark.parametrize(
    ("season", "columns"), [("month factors", 11), ("two harmonics", 4), ("one harmonic", 2), ("none", 0)]
)
def test_columns_repeat_every_twelve_months(season, columns):
    found = season_columns(pd.period_range("2020-01", periods=24, freq="M"), season)
    assert found.shape == (24, columns)
    assert np.allclose(found[:12], found[12:])
