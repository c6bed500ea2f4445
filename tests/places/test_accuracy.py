"""Places chosen beforehand: indices by their definitions, and no place judged by what it was chosen by."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import Window
from analysis.places import accuracy, forward

WINDOW = Window(pd.Period("2021-12", "M"), pd.Period("2022-11", "M"))


def wide(before, after, unknown=()):
    """24 months, each place with so many a month in each of the two years."""
    months = pd.period_range("2020-12", "2022-11", freq="M")
    rows = [before] * 12 + [after] * 12
    made = pd.DataFrame(rows, index=months, columns=[f"P{n:02d}" for n in range(len(before))], dtype="Int64")
    made.loc[[pd.Period(month, "M") for month in unknown]] = pd.NA
    return made


def test_a_place_that_had_nothing_is_an_infinite_overprediction():
    assert accuracy(np.array([3.0, 1.0]), np.array([0.0, 4.0])).rri == (np.inf, 1.0)


def test_land_counts_where_it_is_known():
    found = accuracy(np.array([5.0, 1.0]), np.array([4.0, 4.0]), np.array([1.0, 3.0]))
    assert found.pai[0] == pytest.approx(0.5 / 0.25)


def test_no_choice_is_better_than_the_best_whatever_its_land():
    found = accuracy(np.array([5.0, 1.0]), np.array([4.0, 4.5]), np.array([1.0, 30.0]))
    assert found.pei[0] == pytest.approx(4 / 4.5)
    assert max(found.pei) == 1


def test_nothing_that_came_says_nothing():
    assert accuracy(np.array([1.0, 2.0]), np.zeros(2)).rule == "no-records"


@pytest.mark.parametrize("bad", [np.array([np.nan, 1.0]), np.array([-1.0, 1.0]), np.array([1.0])])
def test_figures_that_cannot_be_are_an_error(bad):
    with pytest.raises(ValueError, match="same places"):
        accuracy(bad, np.array([1.0, 2.0]))


def test_places_are_chosen_by_one_year_and_judged_by_the_next():
    found = forward(wide([9, 1, 1, 1], [1, 9, 1, 1]), WINDOW, n=1)
    assert (found.before, [each.hits for each in found.judged]) == (9 / 12, [1 / 12] * 3)
    assert [each.months for each in found.judged] == [3, 6, 12]
    assert found.judged[0].pai == pytest.approx((1 / 12) / (1 / 4))
    assert found.judged[0].pei == pytest.approx(1 / 9)
    assert found.judged[0].recapture == pytest.approx(1 / 9)


def test_places_that_stay_as_they_were_keep_all_of_it():
    found = forward(wide([9, 4, 1, 1], [18, 8, 2, 2]), WINDOW, n=2)
    assert {(each.pei, each.recapture) for each in found.judged} == {(1.0, 1.0)}
    assert [each.records for each in found.judged] == [90, 180, 360]


def test_a_month_that_is_not_known_refuses_it():
    assert forward(wide([9, 1, 1, 1], [1, 9, 1, 1], unknown=["2021-03"]), WINDOW, n=1).rule == "no-periods"


def test_half_the_places_are_no_choice():
    assert forward(wide([9, 1, 1], [1, 9, 1]), WINDOW, n=2).rule == "few-places"
