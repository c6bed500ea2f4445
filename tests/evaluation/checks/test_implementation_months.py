import pytest

from analysis.evaluation.checks.implementation_months import CHECK
from analysis.measures import Window
from evaluation.checks.places import ALONE, MONTHS, after, drawn, in_years, place, ran, replace, setting, years


def test_an_effect_that_lasts_passes():
    assert ran(CHECK, setting(drawn("town", 60, 1, after(0.5)))).outcome == "passed"


def test_an_effect_of_the_first_months_alone_fails():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.1, 48, 51))))
    assert found.outcome == "failed"
    assert "in the first months alone" in found.words


def test_an_effect_that_is_only_less_sure_with_fewer_months_is_not_lost():
    barely = place("town", [20] * 48 + [17, 16, 16, 16] * 3)
    found = ran(CHECK, setting(barely))
    assert found.outcome == "informative"
    assert "the size hardly" in found.words


def test_up_to_three_months_are_left_out():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.5))))
    assert [each["what"] for each in found.table] == [
        "without the first month", "without the first two months", "without the first three months",
    ]  # fmt: skip


def test_months_already_left_out_are_not_left_out_again():
    asked = setting(drawn("town", 60, 1, after(0.5)), implementation=Window(MONTHS[48], MONTHS[50]))
    told = []
    design = replace(ALONE, run=lambda one: told.append(one.after[0]) or ALONE.run(one))
    CHECK(asked, design, ALONE(asked))
    assert told == [MONTHS[52], MONTHS[53], MONTHS[54]]


def test_of_three_years_the_first_is_left_out():
    found = ran(CHECK, in_years(years("town", [900] * 6 + [500] * 3), "2011", "2013"))
    assert [each["what"] for each in found.table] == ["without the first year"]
    assert found.outcome == "passed"


@pytest.mark.parametrize("end", ["2011", "2012"])
def test_of_fewer_than_three_years_none_can_be_left_out(end):
    assert ran(CHECK, in_years(years("town", [900] * 6 + [500] * 3), "2011", end)).rule == "few-periods-after"


def test_its_words_are_of_the_periods_that_are_counted():
    yearly = ran(CHECK, in_years(years("town", [900, 800, 850, 900, 870, 600, 620, 610]), "2010", "2012"))
    assert "its first years may not be like the rest" in yearly.words
    assert "week" not in yearly.words + CHECK.question
    assert "month" not in yearly.words
