import numpy as np
import pytest

from analysis.evaluation.parallel_trend import parallel_pre_trend
from evaluation.checks.places import MONTHS, drawn, in_years, others, place, setting, years

YEARS = np.arange(60) / 12


def test_the_slope_is_that_of_the_ratio_whatever_season_they_share():
    season = 1 + 0.3 * np.cos(2 * np.pi * np.arange(60) / 12)
    town = place("town", np.round(5000 * 0.9**YEARS * season))
    found = parallel_pre_trend(setting(town, (place("else", np.round(8000 * season)),)))
    assert found.slope == pytest.approx(np.log(0.9), abs=0.005)
    assert found.clear


def test_a_few_months_show_no_slope():
    refused = parallel_pre_trend(setting(drawn("town", 60, 1), others(3), first=MONTHS[40]))
    assert refused.rule == "few-periods-before"


def test_years_have_their_slope_a_year_as_well():
    town, beside = (years(name, [round(9000 * by**each) for each in range(8)]) for name, by in (("a", 0.9), ("b", 1.0)))
    found = parallel_pre_trend(in_years(town, "2012", "2012", (beside,)))
    assert found.slope == pytest.approx(np.log(0.9), abs=0.001)
    assert found.periods == 7


def test_months_unknown_anywhere_are_gaps_and_not_noughts():
    counts = [100] * 60
    counts[20] = None
    found = parallel_pre_trend(setting(place("town", counts), (place("else", [100] * 60),)))
    assert found.periods == 47
    assert found.slope == pytest.approx(0, abs=1e-6)


def test_independent_months_that_went_together_are_seldom_called_apart():
    places = [setting(drawn("town", 60, seed), others(4, seed=1000 + 9 * seed)) for seed in range(40)]
    assert sum(parallel_pre_trend(each).clear for each in places) <= 6
