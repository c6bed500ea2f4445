import math

import pytest
from statsmodels.stats.multitest import multipletests

from analysis.evaluation.checks.multiple_outcomes import CHECK
from evaluation.checks.places import ALONE, drawn, place, ran, replace, setting

BARELY = place("town", [20] * 48 + [16, 16, 16, 17] * 3)


def asked(treated, *more):
    others = tuple(replace(setting(each), outcome=f"outcome {n}") for n, each in enumerate(more))
    return setting(treated, others=others)


def test_an_effect_that_is_only_just_clear_among_several_fails():
    plan = asked(BARELY, *(drawn("town", 60, seed) for seed in range(4)))
    assert ALONE(plan).verdict == "fewer"
    found = ran(CHECK, plan)
    assert found.outcome == "failed"
    assert "only because several outcomes were looked at" in found.words


def test_a_strong_effect_stands_out_among_several():
    plan = asked(place("town", [60] * 48 + [30] * 12), *(drawn("town", 60, seed) for seed in range(4)))
    assert ran(CHECK, plan).outcome == "passed"


def test_those_that_stand_out_are_those_of_statsmodels():
    plan = asked(BARELY, *(place("town", [30] * 48 + [level] * 12) for level in (24, 30, 25, 36)))
    found = ran(CHECK, plan)
    p = [each["p"] for each in found.table]
    assert [each["stands out"] for each in found.table] == list(multipletests(p, 0.05, "fdr_bh")[0])
    assert len(p) == 5


def test_where_no_effect_is_claimed_nothing_fails():
    assert ran(CHECK, asked(drawn("town", 60, 1), drawn("town", 60, 2))).outcome == "informative"


def test_an_outcome_that_cannot_be_tested_is_left_out_and_said_to_be():
    plan = asked(BARELY, place("town", [30] * 60))
    late = replace(plan.others[0], first=plan.start, outcome="late")
    found = ran(CHECK, replace(plan, others=(*plan.others, late)))
    assert found.figures["outcomes"] == 2
    assert "The plan names three outcomes" in found.words
    assert "One outcome could not be tested" in found.words


def test_one_outcome_alone_needs_no_allowance():
    assert ran(CHECK, asked(BARELY)).rule == "one-outcome"


def test_a_design_without_a_test_allows_none():
    by = replace(ALONE, run=lambda one: replace(ALONE.run(one), p=math.nan))
    assert ran(CHECK, asked(BARELY, drawn("town", 60, 1)), by).rule == "one-outcome"


@pytest.mark.parametrize("number", [1, 3])
def test_the_outcome_itself_is_among_those_counted(number):
    found = ran(CHECK, asked(BARELY, *(drawn("town", 60, seed) for seed in range(number))))
    assert found.figures["outcomes"] == number + 1


def test_no_outcome_is_named_twice_over_in_one_sentence():
    words = ran(CHECK, asked(place("town", [60] * 48 + [30] * 12), drawn("town", 60, 1))).words
    assert "recorded vandalism then stands out. Recorded vandalism has −50.0%" in words
