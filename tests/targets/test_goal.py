import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.targets import Goal


@pytest.mark.parametrize(
    ("given_", "met", "missed"),
    [
        ({"rule": "at most", "target": "10"}, 10, 11),
        ({"rule": "below", "target": "10"}, 9, 10),
        ({"rule": "below", "target": "10.5"}, 10, 11),
        ({"rule": "at least", "target": "10", "direction": "higher"}, 10, 9),
        ({"rule": "at least", "target": "9.5", "direction": "higher"}, 10, 9),
        ({"rule": "reduce", "baseline": "10"}, 9, 10),
        ({"rule": "maintain", "baseline": "10"}, 10, 11),
        ({"rule": "maintain", "baseline": "10", "direction": "higher"}, 10, 9),
        ({"rule": "maintain", "baseline": "10", "target": "12"}, 12, 13),
    ],
)
def test_the_bar_is_the_last_count_that_meets_the_rule(indicator, given_, met, missed):
    found = targets.goal(indicator(**given_))
    assert found.bar == met
    assert found.met(met) and not found.met(missed)


def test_chance_widens_what_is_maintained_and_never_narrows_it(indicator):
    assert targets.goal(indicator(rule="downward or maintain", baseline="10"), 15).bar == 15
    assert targets.goal(indicator(rule="maintain", baseline="10"), 8).bar == 10
    assert targets.goal(indicator(rule="maintain", baseline="10", direction="higher"), 6).bar == 6


@pytest.mark.parametrize(
    ("given_", "rule"),
    [
        ({"rule": "to be agreed", "target": "TBC"}, "no-target"),
        ({"rule": "establish baseline", "baseline": "9"}, "no-target"),
        ({"rule": "at most", "target": "not published"}, "no-target"),
        ({"rule": "reduce", "baseline": "TBC"}, "figure-not-yet-known"),
        ({"rule": "reduce", "baseline": "9", "unit": "mixed"}, "mixed-units"),
        ({"rule": "reduce", "baseline": "9", "comparable": "no"}, "not-comparable"),
    ],
)
def test_a_rule_without_a_figure_to_judge_by_sets_no_bar(indicator, given_, rule):
    assert targets.goal(indicator(**given_)).rule == rule


def test_a_target_of_its_own_needs_no_comparable_baseline(indicator):
    assert targets.goal(indicator(target="9", comparable="no")) == Goal("at most", 9)


def test_a_count_that_only_grows_settles_a_ceiling_by_passing_it_and_a_floor_by_reaching_it():
    assert [Goal("at most", 10).settled(each) for each in (10, 11)] == [None, "missed"]
    assert [Goal("at least", 10).settled(each) for each in (9, 10)] == [None, "met"]


@given(st.lists(st.integers(0, 40), min_size=1), st.floats(0, 40), st.booleans())
def test_the_share_of_many_counts_is_that_of_each_judged_alone(counts, level, strict):
    for goal in (Goal("at most", level, strict), Goal("at least", level)):
        one_by_one = np.mean([goal.met(each) for each in counts])
        assert goal.share_met(np.array(counts, dtype=float)) == pytest.approx(one_by_one)


def test_every_rule_ends_in_a_bar_or_a_reason(indicator):
    rules = ("at most", "below", "reduce", "downward or maintain", "maintain", "establish baseline", "none")
    for rule in rules:
        for baseline in ("", "N/A", "0", "12"):
            assert isinstance(targets.goal(indicator(rule=rule, baseline=baseline)), Goal | CannotSay)
