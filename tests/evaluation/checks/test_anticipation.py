import pytest

from analysis.cannot_say import CannotSay
from analysis.evaluation.checks.anticipation import CHECK
from analysis.measures import Window
from evaluation.checks.places import (
    ALONE,
    BESIDE,
    MONTHS,
    after,
    drawn,
    in_years,
    others,
    place,
    ran,
    replace,
    setting,
    years,
)


def test_a_change_at_the_start_was_not_there_before():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.5))))
    assert found.outcome == "passed"
    assert "nothing shows that the change began before" in found.words


def test_a_change_that_began_six_months_earlier_fails():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.35, 48) * after(0.6, 42, 48))))
    assert found.outcome == "failed"
    assert "had begun before the start" in found.words


def test_the_last_months_before_alone_stand_for_those_after():
    told = []
    design = replace(ALONE, run=lambda asked: told.append((asked.start, asked.end)) or ALONE.run(asked))
    asked = setting(drawn("town", 60, 1, after(0.5)))
    CHECK(asked, design, ALONE(asked))
    assert told == [(MONTHS[45], MONTHS[47]), (MONTHS[42], MONTHS[47])]


def test_a_surge_before_the_start_is_no_anticipation_of_a_fall():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.4, 48) * after(1.8, 42, 48))))
    assert found.outcome == "informative"
    assert "the other way" in found.words


def test_what_befell_all_places_is_no_anticipation_beside_them():
    shared = after(0.6, 42, 60)
    town, beside = place("town", 50 * shared * after(0.6)), place("else", 200 * shared)
    assert ran(CHECK, setting(town, (beside,)), ALONE).outcome == "failed"
    assert ran(CHECK, setting(town, (beside,)), BESIDE).outcome == "passed"


def long_only(asked):
    return CannotSay("needs a year after", "too-short") if len(asked.after) < 12 else ALONE.run(asked)


@pytest.mark.parametrize(("before", "outcome"), [(1.0, "passed"), (0.5, "failed")])
def test_a_design_that_needs_more_months_is_stood_in_for_by_a_plain_comparison(before, outcome):
    by = replace(ALONE, run=long_only)
    found = ran(CHECK, setting(drawn("town", 100, 3, after(0.4) * after(before, 42, 48))), by)
    assert found.outcome == outcome
    assert found.figures["same_design"] is False
    assert "needs more periods" in found.words


def test_the_plain_comparison_is_beside_the_comparators_where_the_design_is():
    def needs_a_year(asked):
        return CannotSay("needs a year after", "too-short") if len(asked.after) < 12 else BESIDE.run(asked)

    shared = after(0.5, 42, 60)
    asked = setting(drawn("town", 100, 3, shared * after(0.5)), others(6, factor=shared))
    assert ran(CHECK, asked, replace(BESIDE, run=needs_a_year)).outcome == "passed"


def test_months_by_which_the_place_was_chosen_are_no_anticipation():
    asked = setting(drawn("town", 60, 1, after(0.5)), chosen_on=Window(MONTHS[36], MONTHS[47]))
    refused = ran(CHECK, asked)
    assert refused.rule == "few-periods-before"
    assert "stand for something else" in refused.reason


def test_of_years_the_last_one_is_looked_at():
    found = ran(CHECK, in_years(years("town", [900] * 5 + [600, 400]), "2011", "2011"))
    assert [each["what"] for each in found.table] == ["2009/10"]
    assert found.outcome == "failed"


def test_where_no_effect_is_claimed_nothing_fails():
    asked = setting(drawn("town", 60, 1, after(0.5, 42, 48) * after(0.75)))
    assert ALONE(asked).verdict == "no clear difference"
    assert ran(CHECK, asked).outcome == "informative"
