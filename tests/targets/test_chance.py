import math

import pytest
from scipy import stats

from analysis import targets


def test_the_next_year_of_the_airline_accidents_is_as_published():
    assert targets.chance_at_most(20, 238, exposure=10) == pytest.approx(0.2669353164, abs=1e-6)
    assert targets.chance_at_most(16, 238, exposure=10) == pytest.approx(0.0698171156, abs=1e-6)


def test_a_long_baseline_comes_near_the_plain_poisson_answer():
    assert targets.chance_at_most(20, 23_800_000, exposure=1_000_000) == pytest.approx(
        stats.poisson.cdf(20, 23.8), abs=1e-4
    )


def test_dispersion_makes_extremes_likelier():
    assert targets.chance_at_most(80, 100, dispersion=3) > targets.chance_at_most(80, 100) > 0.01


def test_rules_differ_by_the_target_itself():
    at_most, below = (targets.chance_of_meeting(10, rule, 10) for rule in ("at most", "below"))
    assert at_most > below
    assert targets.chance_of_meeting(10, "at least", 10) == pytest.approx(1 - below)


def test_a_rule_without_a_figure_and_a_baseline_of_none_have_no_chance():
    assert math.isnan(targets.chance_of_meeting(10, "reduce", 10))
    assert math.isnan(targets.chance_at_most(10, 0))


def test_the_margin_is_the_last_count_that_is_no_clear_rise():
    from analysis.measures import change

    margin = targets.maintain_margin(50, dispersion=2)
    assert change(50, margin, dispersion=2).verdict == "no clear change"
    assert change(50, margin + 1, dispersion=2).verdict == "rose"


def test_a_year_nearly_done_below_its_ceiling_is_on_track(indicator):
    found = targets.outlook(indicator(target="120"), so_far=90, months_done=11, last_twelve=100)
    assert (found.status, found.probability > 0.99) == ("on track", True)


def test_a_year_already_over_its_ceiling_is_at_risk(indicator):
    assert targets.outlook(indicator(target="80"), so_far=90, months_done=9, last_twelve=100).probability == 0


def test_a_year_that_heads_straight_for_its_ceiling_is_too_close_to_call(indicator):
    assert (
        targets.outlook(indicator(target="100"), so_far=50, months_done=6, last_twelve=100).status
        == "too close to call"
    )


def test_a_floor_is_met_from_above(indicator):
    found = targets.outlook(indicator(rule="at least", target="80"), so_far=70, months_done=9, last_twelve=100)
    assert found.status == "on track"


@pytest.mark.parametrize("wrong", [{"months_done": 0}, {"months_done": 12}, {"last_twelve": 0}])
def test_a_period_that_is_not_open_has_no_outlook(indicator, wrong):
    given = {"so_far": 5, "months_done": 6, "last_twelve": 10} | wrong
    assert targets.outlook(indicator(target="9"), **given).rule == "not-open"


def test_no_target_has_no_outlook(indicator):
    assert targets.outlook(indicator(rule="to be agreed"), 5, 6, 10).rule == "no-target"
