import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.effect import Effect
from analysis.evaluation.value import draws, value
from analysis.params.evaluation import Cost, Deflator, Measure

FEWER = Effect.of_difference("d", 900, -100.0, -180.0, -20.0)
UNCLEAR = Effect.of_difference("d", 900, -40.0, -120.0, 40.0)
DEFLATOR = Deflator.model_validate(
    {"from_year": "2015-16", "to_year": "2010-11", "factor": "0.92", "source": "GDP deflator"}
)


def measure(**given):
    plain = {"id": "m", "name": "vandalism", "categories": ["c"], "unit_cost": "Criminal damage - other"}
    return Measure.model_validate(plain | given)


def cost(amount="60000", year="2015-16"):
    return Cost.model_validate({"amount": amount, "price_year": year})


def test_the_benefit_is_the_interval_times_the_unit_cost():
    found = value(FEWER, measure(), cost(), country="England")
    assert (found.benefit_low, found.benefit_median, found.benefit_high) == pytest.approx(
        (20 * 1350, 100 * 1350, 180 * 1350), abs=2 * 1350
    )
    assert (found.net.median, found.ratio.median) == pytest.approx((75_000, 2.25), rel=0.03)


def test_the_probability_that_it_pays_is_that_of_a_normal():
    found = value(FEWER, measure(), cost(), country="England")
    spread = 80 / stats.norm.ppf(0.975)
    assert found.above_cost == pytest.approx(stats.norm.sf((60_000 / 1350 - 100) / spread), abs=0.01)


def test_where_the_interval_reaches_a_loss_the_range_does():
    found = value(UNCLEAR, measure(), cost(), country="England")
    assert found.benefit_low == pytest.approx(-40 * 1350, rel=0.05)
    assert found.net.low < found.benefit_low < 0 < found.benefit_high
    assert found.chance_of_loss == pytest.approx(stats.norm.sf(40 / (80 / 1.96)), abs=0.01)


def test_draws_keep_limits_that_are_not_alike_on_both_sides():
    drawn = draws(Effect.of_difference("d", 900, -100.0, -130.0, 20.0), 200_000)
    assert np.quantile(drawn, [0.025, 0.5, 0.975]) == pytest.approx([-130, -100, 20], abs=1.5)


def test_the_same_question_gets_the_same_figures():
    assert value(FEWER, measure(), cost(), country="England") == value(FEWER, measure(), cost(), country="England")


def test_unit_costs_are_shown_a_quarter_lower_and_higher():
    found = value(FEWER, measure(), cost(), country="England")
    assert [each.times for each in found.sensitivity] == [0.75, 1.25]
    assert [each.benefit.median / found.benefit_median for each in found.sensitivity] == pytest.approx([0.75, 1.25])
    assert any("gives no uncertainty" in each for each in found.cautions)


def test_a_deflator_brings_unit_costs_to_the_prices_of_the_cost():
    found = value(FEWER, measure(), cost(year="2010-11"), DEFLATOR, country="England")
    assert (found.pounds, found.price_year, found.unit_price_year) == (pytest.approx(1242), "2010-11", "2015-16")
    assert said(found.net)


def test_a_cost_in_other_prices_is_not_set_against_the_benefit():
    found = value(FEWER, measure(), cost(year="2010-11"), country="England")
    assert (found.net.rule, found.ratio.rule) == ("price-years", "price-years")


def test_without_a_cost_the_benefit_stands_alone():
    found = value(FEWER, measure(), Cost(), country="England")
    assert found.benefit_median > 0
    assert [each.rule for each in (found.cost, found.net, found.ratio, found.above_cost)] == ["no-cost"] * 4
    assert "not published" in found.cost.reason


@pytest.mark.parametrize(
    ("effect", "counted", "rule"),
    [
        (FEWER, measure(unit_cost=""), "no-unit-cost"),
        (FEWER, measure(unit_cost="Piracy"), "no-unit-cost"),
        (FEWER, measure(direction="ambiguous"), "no-unit-cost"),
        (replace(FEWER, described="few areas"), measure(), "described-only"),
        (replace(FEWER, difference_low=-math.inf), measure(), "no-limit"),
        (CannotSay("too short", "too-short"), measure(), "too-short"),
    ],
)
def test_what_has_no_price_is_refused(effect, counted, rule):
    assert value(effect, counted, cost(), country="England").rule == rule


def test_elsewhere_than_in_england_and_wales_a_caution_says_whose_costs_they_are():
    here, there = (value(FEWER, measure(), cost(), country=each) for each in ("Wales", "Scotland"))
    assert not [each for each in here.cautions if "England and Wales" in each]
    assert [each for each in there.cautions if "Scotland" in each]


def test_an_unconfirmed_unit_cost_is_named():
    assert value(FEWER, measure(unit_cost="Fraud"), cost(), country="England").unconfirmed == ("Fraud",)
    assert value(FEWER, measure(), cost(), country="England").unconfirmed == ()
