"""Targets of West Lancashire's plan for 2011 to 2012, as printed: averages of five years, ceilings, surveys."""

import pytest

from analysis import targets


@pytest.mark.parametrize(
    ("baseline", "target", "fall"),
    [("63", "53", 15.9), ("11", "9", 18.2), ("180", "144", 20.0), ("33", "26", 21.2)],
)
def test_the_falls_asked_for_in_road_casualties_are_those_of_the_figures(indicator, baseline, target, fall):
    asked = indicator(baseline_period="2004 to 2008 average", baseline=baseline, target=target, actual=target)
    assert round(-targets.assess(asked).change.value, 1) == fall


def test_a_mean_of_five_years_leaves_less_to_chance_than_one_year(indicator):
    five = targets.assess(indicator(baseline_period="2004 to 2008 average", baseline="180", target="144")).chance
    one = targets.assess(indicator(baseline="180", target="144")).chance
    assert five < one
    assert five == pytest.approx(targets.chance_at_most(144, 900, exposure=5, dispersion=2))


def test_a_ceiling_without_a_baseline_has_no_chance_and_is_judged_all_the_same(indicator):
    fires = indicator(baseline="not published", target="68")
    assert targets.assess(fires).chance is None
    assert targets.assess(fires, actual=68.0).status == "met"
    assert targets.assess(fires, actual=69.0).status == "missed"


def test_fewer_than_ten_casualties_where_there_were_ten_is_about_a_coin_toss(indicator):
    below = targets.assess(indicator(rule="below", baseline="10", target="10"))
    assert below.coin_toss
    assert targets.assess(indicator(rule="below", baseline="10", target="10"), actual=10.0).status == "missed"


@pytest.mark.parametrize("level", ["75", "66"])
def test_a_survey_without_a_sample_size_has_neither_range_nor_chance(indicator, level):
    held = {"unit": "percent", "rule": "maintain", "direction": "higher", "baseline": level, "target": level}
    found = targets.assess(indicator(**held, sample_size="not published"), actual=float(level))
    assert (found.status, found.chance, found.interval.rule) == ("met", None, "no-sample-size")


def test_maintaining_a_level_that_is_being_set_in_the_same_year_cannot_be_judged(indicator):
    asked = indicator(rule="downward or maintain", baseline="TBC")
    assert targets.assess(asked, actual=900.0).status == "not judged"
    assert targets.assess(asked).status == "not supplied"


def test_a_target_for_each_month_has_no_chance_for_a_year(indicator):
    asked = {"rule": "at least", "direction": "higher", "target": "100", "baseline": "90"}
    assert targets.assess(indicator(**asked, target_period="each month to March 2012")).chance is None
    assert targets.assess(indicator(**asked, target_period="March 2012")).chance is not None
