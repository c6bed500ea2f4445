"""Three rankings: by count, by rate and by harm."""

import pandas as pd
import pytest

from analysis.places import standings
from analysis.sources.weights import HarmWeight

WEIGHTS = (
    HarmWeight("theft", 2, 4, 1, 9, "mix by force"),
    HarmWeight("violence", 100, 300, 1, 5000, "mix by force"),
)
TABLE = pd.DataFrame({"theft": [90.0, 10.0, 40.0], "violence": [1.0, 20.0, 0.0]}, index=["A", "B", "C"])
PEOPLE = {"A": 3000, "B": 1500, "C": 400}


def test_a_place_in_the_top_of_any_ranking_is_shown_with_all_its_ranks():
    found = standings(TABLE, PEOPLE, WEIGHTS, n=1)
    assert [(each.area, each.by_count, each.by_rate, each.by_harm) for each in found] == [
        ("A", 1, 2, 2), ("C", 2, 1, 3), ("B", 3, 3, 1),
    ]  # fmt: skip


def test_harm_is_weights_times_counts_over_their_likely_range():
    found = {each.area: each for each in standings(TABLE, PEOPLE, WEIGHTS)}
    assert (found["A"].days_low, found["A"].days_high) == (90 * 2 + 100, 90 * 4 + 300)
    assert found["A"].rate == pytest.approx(91 / 3)


def test_a_rank_by_harm_that_hangs_on_the_weights_says_so():
    assert {each.area: each.harm_holds for each in standings(TABLE, PEOPLE, WEIGHTS, n=1)}["B"]
    torn = (HarmWeight("theft", 1, 600, 1, 900, "mix by force"), WEIGHTS[1])
    found = {each.area: each.harm_holds for each in standings(TABLE, PEOPLE, torn, n=1)}
    assert not found["A"]


def test_a_category_without_a_weight_leaves_harm_unranked():
    found = standings(TABLE, PEOPLE, WEIGHTS[:1])
    assert {each.by_harm for each in found} == {None}
    assert {each.days_low for each in found} == {None}


def test_a_weight_missing_for_what_was_not_recorded_does_no_harm():
    assert standings(TABLE.assign(arson=0.0), PEOPLE, WEIGHTS)[0].by_harm is not None


def test_a_place_without_residents_leaves_rates_unranked():
    found = standings(TABLE, {"A": 3000}, WEIGHTS)
    assert {each.by_rate for each in found} == {None}
    assert [each.rate for each in found if each.area != "A"] == [None, None]


def test_ties_share_the_better_rank():
    table = pd.DataFrame({"theft": [5.0, 5.0, 3.0]}, index=["B", "A", "C"])
    assert [(each.area, each.by_count) for each in standings(table, {}, WEIGHTS)] == [("A", 1), ("B", 1), ("C", 3)]
