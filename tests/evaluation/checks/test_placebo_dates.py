import numpy as np
import pytest

from analysis.evaluation.checks.placebo_dates import CHECK, MOST
from analysis.measures import Window
from evaluation.checks.places import ALONE, MONTHS, after, drawn, in_years, place, ran, replace, setting, years

STEADY = drawn("town", 60, 1, after(0.5))


def test_a_design_that_finds_nothing_at_earlier_dates_passes():
    found = ran(CHECK, setting(STEADY))
    assert found.outcome == "passed"
    assert found.figures["changed"] == 0
    assert "false alarms do not explain" in found.words


def test_a_design_that_finds_changes_everywhere_fails():
    falling = drawn("town", 200, 2, 0.97 ** np.arange(60))
    found = ran(CHECK, setting(falling))
    assert found.outcome == "failed"
    assert found.figures["changed"] == 1
    assert "finds changes here where there was no cause" in found.words


def test_windows_that_overlap_are_not_counted_as_separate():
    found = ran(CHECK, setting(STEADY))
    assert found.figures["dates"] == min(MOST, 25)
    assert found.figures["separate"] == 3
    assert "they tell no more than three windows that do not would" in found.words


def test_no_placebo_window_reaches_the_real_start():
    told = []
    design = replace(ALONE, run=lambda asked: told.append(asked) or ALONE.run(asked))
    effect = ALONE(setting(STEADY))
    CHECK(setting(STEADY), design, effect)
    assert max(each.end for each in told) == MONTHS[47]
    assert all((each.end - each.start).n == 11 for each in told)
    assert min(each.start for each in told) == MONTHS[12]


def test_windows_stay_clear_of_the_months_by_which_the_place_was_chosen():
    told = []
    design = replace(ALONE, run=lambda asked: told.append(asked) or ALONE.run(asked))
    asked = setting(STEADY, chosen_on=Window(MONTHS[36], MONTHS[47]))
    CHECK(asked, design, ALONE(asked))
    assert max(each.end for each in told) == MONTHS[35]


def test_the_months_of_putting_it_in_place_move_with_the_start():
    told = []
    design = replace(ALONE, run=lambda asked: told.append(asked) or ALONE.run(asked))
    asked = setting(STEADY, implementation=Window(MONTHS[48], MONTHS[50]))
    CHECK(asked, design, ALONE(asked))
    assert all(each.implementation.start == each.start for each in told)


def test_with_one_or_two_separate_windows_nothing_is_decided():
    short = setting(STEADY, first=MONTHS[22])
    found = ran(CHECK, short)
    assert found.figures["separate"] == 1
    assert found.outcome == "informative"


def test_without_room_for_an_earlier_date_it_cannot_be_said():
    refused = ran(CHECK, setting(STEADY, first=MONTHS[30]))
    assert refused.rule == "few-placebos"


def test_every_row_has_its_date_and_its_verdict():
    found = ran(CHECK, setting(place("town", [20] * 60)))
    assert found.table[0]["what"] == "January 2013"
    assert found.table[-1]["what"] == "January 2015"
    assert {each["verdict"] for each in found.table} == {"no clear difference"}
    assert found.table[0]["percent"] == pytest.approx(0)


def test_one_date_is_told_in_the_singular():
    asked = in_years(years("town", [900, 800, 850, 900, 870, 600, 610, 640]), "2009", "2010")
    found = ran(CHECK, asked)
    assert found.figures["dates"] == 1
    assert "at one earlier date, when nothing started. It said that there was" in found.words
    assert "These dates" not in found.words
    assert found.words.endswith("One date is too few to decide anything.")


def test_none_is_not_said_twice_of_dates():
    words = ran(CHECK, setting(place("town", [20] * 48 + [5] * 12))).words
    assert "a change at none of them" in words
    assert "nowhere was the change as large for its uncertainty as the real one" in words
    assert "at none the" not in words
