import pytest

from analysis.evaluation.checks.small_counts import CHECK
from evaluation.checks.places import in_years, place, ran, setting, years


@pytest.mark.parametrize(
    ("before", "later", "outcome"), [(6, 5, "passed"), (3, 3, "informative"), (2, 0, "failed"), (0, 2, "failed")]
)
def test_how_many_there_are_decides(before, later, outcome):
    assert ran(CHECK, setting(place("town", [before] * 48 + [later] * 12))).outcome == outcome


@pytest.mark.parametrize(("last", "outcome"), [(9, "failed"), (10, "informative")])
def test_nine_are_too_few_and_ten_are_not(last, outcome):
    counts = [4] * 48 + [1] * (last % 12) + [0] * (12 - last % 12)
    found = ran(CHECK, setting(place("town", counts)))
    assert found.figures["after"] == last
    assert found.outcome == outcome


def test_the_rules_own_words_are_used():
    small = ran(CHECK, setting(place("town", [3] * 60))).words
    assert "quarters or years, exact intervals, no hotspots or seasonality claims" in small
    assert "suppress percentage, show counts" in ran(CHECK, setting(place("town", [2] * 48 + [0] * 12))).words


def test_years_are_counted_in_months():
    found = ran(CHECK, in_years(years("town", [120] * 6 + [60]), "2011", "2011"))
    assert found.figures["monthly_mean"] == pytest.approx((720 + 60) / 84)
    assert found.table[0]["months"] == 72


def test_an_unknown_month_is_no_zero():
    counts = [6] * 60
    counts[50] = None
    found = ran(CHECK, setting(place("town", counts)))
    assert found.table[1] == {"side": "after", "months": 11, "total": 66, "monthly mean": 6.0}


def test_the_words_count_by_the_period_of_the_figures_and_not_by_months_nobody_counted():
    yearly = ran(CHECK, in_years(years("town", [120] * 6 + [60]), "2011", "2011")).words
    assert yearly.startswith("720 incidents were counted before the start and 60 after it, on average 111.4 a year.")
    assert yearly.endswith("That is enough for percentages, and for figures by year.")
    assert "month" not in yearly
    monthly = ran(CHECK, setting(place("town", [6] * 60))).words
    assert "6.0 a month" in monthly
    assert "figures by month" in monthly


def test_few_in_years_are_told_by_the_year_as_well():
    few = ran(CHECK, in_years(years("town", [40] * 6 + [30]), "2011", "2011")).words
    assert "Mean below 5 a month, 60 a year" in few


def test_one_incident_and_none_are_written_as_such():
    words = ran(CHECK, setting(place("town", [0] * 47 + [1] + [0] * 12))).words
    assert words.startswith("One incident was counted before the start and none after it")
