import re
from dataclasses import FrozenInstanceError

import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks import CHECKS, CheckResult, check_named, run_checks
from analysis.evaluation.designs import DESIGNS
from evaluation.checks.places import ALONE, BESIDE, after, drawn, in_years, others, place, setting, years

YEARLY = ("before-after", "empirical-bayes", "with-comparator", "displacement-difference", "panel")
NAMES = [
    "placebo-dates", "placebo-areas", "placebo-outcomes", "leave-one-out", "implementation-months", "anticipation",
    "parallel-trends", "catching-up", "residuals", "recording-break", "small-counts", "located-share",
    "multiple-outcomes",
]  # fmt: skip


def test_all_checks_are_there_once_in_the_order_of_the_report():
    assert [each.name for each in CHECKS] == NAMES


def test_a_check_is_found_by_its_name():
    assert [check_named(each).name for each in NAMES] == NAMES


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(ValueError, match='"placebo-date" is not a check; did you mean "placebo-dates"'):
        check_named("placebo-date")


@pytest.mark.parametrize("by", [ALONE, BESIDE])
@pytest.mark.parametrize(
    "asked",
    [
        setting(drawn("town", 60, 1, after(0.5)), others(4)),
        setting(place("town", [0] * 48 + [3] * 12), others(2)),
        setting(place("town", [4] * 48 + [0] * 12), others(2)),
        in_years(years("town", [900, 800, 850, 900, 870, 600]), "2010", "2010", (years("else", [500] * 6),)),
    ],
)
def test_every_check_answers_in_words_or_says_why_not(asked, by):
    effect = by(asked)
    for check, found in run_checks(asked, by, effect):
        if isinstance(found, CannotSay):
            assert found.rule
            assert found.reason[0].islower()
            assert not found.reason.endswith(".")
            continue
        assert isinstance(found, CheckResult)
        assert found.words.endswith(".")
        assert "  " not in found.words
        assert "nan" not in found.words
        assert found.outcome in ("passed", "failed", "informative")
        assert len({tuple(each) for each in found.table}) <= 1, check.name


def test_every_check_lowers_by_nought_to_two_levels_and_asks_a_question():
    assert {each.lowers for each in CHECKS} == {0, 1, 2}
    assert all(each.question.endswith("?") for each in CHECKS)


def test_a_check_changes_nothing_of_the_setting():
    asked = setting(drawn("town", 60, 1, after(0.5)), others(3))
    kept = asked.treated.series.copy()
    run_checks(asked, BESIDE, BESIDE(asked))
    assert asked.treated.series.equals(kept)
    with pytest.raises(FrozenInstanceError):
        asked.start = None


def test_a_placebo_setting_drops_what_is_the_treated_places_alone():
    asked = setting(drawn("town", 60, 1), others(3))
    full = setting(asked.treated, asked.comparators, others=(asked,), falsification=(asked,))
    placebo = full.with_treated(full.comparators[0], full.comparators[1:])
    assert (placebo.others, placebo.falsification, placebo.located) == ((), (), None)


def test_a_lone_place_gets_the_checks_that_apply_to_it():
    asked = setting(drawn("town", 60, 1, after(0.5)))
    answered = {check.name for check, found in run_checks(asked, ALONE, ALONE(asked)) if said(found)}
    assert answered == {
        "placebo-dates", "implementation-months", "anticipation", "catching-up", "residuals", "recording-break",
        "small-counts",
    }  # fmt: skip


def test_no_word_of_months_or_weeks_is_said_of_figures_by_year():
    asked = in_years(
        years("town", [900, 800, 850, 900, 870, 880, 600, 610]), "2011", "2012", (years("else", [500] * 8),)
    )
    for by in (ALONE, BESIDE):
        for check, found in run_checks(asked, by, by(asked)):
            told = found.reason if isinstance(found, CannotSay) else found.words
            assert not re.search(r"\b(months?|weeks?)\b", f"{check.question} {told}"), check.name
    assert not any("month" in each.against for each in DESIGNS if each.name in YEARLY)
