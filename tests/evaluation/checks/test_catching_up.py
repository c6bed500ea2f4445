import numpy as np
import pytest

from analysis.evaluation.checks.catching_up import CHECK
from analysis.evaluation.checks.own_level import follows, own_level, whole_years
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

VANDALISM = [4403, 4474, 4568, 4029, 3568, 3300, 2382, 2335, 1826]
"""Recorded vandalism in West Lothian, 2004/05 to 2012/13, as published for Scotland's councils."""
ALL_COUNCILS = [119867, 120353, 121686, 109860, 100886, 85594, 74428, 67993, 53708]


def west_lothian(*comparators):
    return in_years(years("West Lothian", VANDALISM), "2011", "2013", comparators)


def flat_design(asked):
    """A design whose course knows nothing of the time before."""
    return replace(ALONE.run(asked), course=())


NO_COURSE = replace(ALONE, run=flat_design)


def test_a_year_far_above_the_earlier_ones_fails():
    high = after(1.6, 36, 48)
    found = ran(CHECK, setting(drawn("town", 60, 1, high)), NO_COURSE)
    assert found.outcome == "failed"
    assert found.figures["out_of_line"] is True
    assert "off its usual level" in found.words


def test_a_place_at_its_usual_level_passes():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.5))), NO_COURSE)
    assert found.outcome == "passed"
    assert found.figures["out_of_line"] is False


def test_an_unusually_low_year_does_not_explain_a_fall():
    low = setting(drawn("town", 60, 1, after(0.3) * after(0.7, 36, 48)))
    assert own_level(low, whole_years(low), "fewer", relative=False).out_of_line is False
    assert own_level(low, whole_years(low), "more", relative=False).out_of_line is True


def test_west_lothian_was_falling_from_a_peak_before_its_unit_was_formed():
    found = ran(CHECK, west_lothian(), NO_COURSE)
    assert found.outcome == "failed"
    assert found.figures["under_way"] is True
    assert "clearly below the average of the earlier years but not clearly down from its peak, 2006/07" in found.words
    assert found.table[1]["against"] == "2006/07"
    assert (found.table[1]["percent"], found.table[1]["level"]) == pytest.approx((-27.8, 0.995), abs=0.05)


def test_west_lothian_fell_no_faster_than_all_councils_and_stood_above_its_usual_share():
    rest = np.array(ALL_COUNCILS) - np.array(VANDALISM)
    found = ran(CHECK, west_lothian(years("the other councils", rest)), BESIDE)
    beside = next(each for each in found.table if each["counted"] == "beside the comparators")
    share = np.array(VANDALISM[:6]) / rest[:6]
    earlier = np.sum(VANDALISM[:5]) / rest[:5].sum()
    assert beside["percent"] == pytest.approx(100 * (share[5] / earlier - 1))
    assert 3 < beside["percent"] < 7
    assert found.figures["decides"] == "beside the comparators"


def test_a_design_that_expected_the_fall_is_not_failed_for_it():
    falling = setting(drawn("town", 200, 1, 0.98 ** np.arange(60) * after(0.6)))

    def trending(asked):
        found = ALONE.run(asked)
        return replace(found, course=tuple(replace(each, expected=each.observed) for each in found.course))

    assert ran(CHECK, falling, NO_COURSE).outcome == "failed"
    knows = ran(CHECK, falling, replace(ALONE, run=trending))
    assert knows.outcome == "passed"
    assert "the comparison follows that course" in knows.words


def test_its_words_are_three_plain_sentences_and_the_numbers_stay_in_the_table():
    rest = np.array(ALL_COUNCILS) - np.array(VANDALISM)
    asked = west_lothian(years("the other councils", rest))
    for by in (NO_COURSE, BESIDE):
        found = ran(CHECK, asked, by)
        sentences = found.words.removesuffix(".").split(". ")
        assert [each.split(",")[0] for each in sentences] == ["By its own count", "Beside the comparators", "So"]
        assert "%" not in found.words
        assert {"percent", "low", "high", "level"} <= set(found.table[0])


def test_where_no_effect_is_claimed_the_last_sentence_says_what_follows():
    still = ran(CHECK, setting(drawn("town", 60, 1)), NO_COURSE)
    assert still.words.endswith("from an unusual year; no effect is claimed here.")
    high = setting(drawn("town", 60, 1, after(1.6, 36) * after(0.97)))
    assert ran(CHECK, high, NO_COURSE).outcome == "informative"
    assert ran(CHECK, high, NO_COURSE).words.endswith("but no effect is claimed that this could have made.")


def test_a_course_that_stays_flat_follows_nothing():
    falling = setting(drawn("town", 200, 1, 0.98 ** np.arange(60)))
    assert not follows(ALONE(falling), whole_years(falling))
    assert not follows(flat_design(falling), whole_years(falling))


def test_what_rose_everywhere_is_not_unusual_beside_the_others():
    high = after(1.6, 36, 48)
    asked = setting(drawn("town", 60, 1, high * after(0.5)), others(6, factor=high))
    assert ran(CHECK, asked, BESIDE).outcome == "passed"
    assert ran(CHECK, asked, NO_COURSE).outcome == "failed"


def test_years_before_start_with_the_earliest_whole_one():
    found = whole_years(setting(drawn("town", 60, 1), first=MONTHS[5]))
    assert [len(each) for each in found] == [12, 12, 12]
    assert (found[0][0], found[-1][-1]) == (MONTHS[12], MONTHS[47])


def test_a_year_with_an_unknown_month_is_no_whole_year():
    counts = [60] * 60
    counts[40] = None
    assert len(whole_years(setting(place("town", counts)))) == 3


def test_a_steady_fall_from_the_first_year_on_has_no_peak():
    falling = in_years(years("town", [2000, 1900, 1800, 1700, 1600, 1500, 900]), "2011", "2011")
    assert own_level(falling, whole_years(falling), "fewer", relative=False).peak is None


def test_the_period_by_which_it_was_chosen_is_left_out_and_said_to_be():
    asked = setting(drawn("town", 60, 1, after(1.8, 36, 48)), chosen_on=Window(MONTHS[36], MONTHS[47]))
    found = ran(CHECK, asked, NO_COURSE)
    assert found.outcome != "failed"
    assert "by whose figures the place was chosen, is left out" in found.words


def test_one_year_alone_shows_no_usual_level():
    assert ran(CHECK, setting(drawn("town", 60, 1), first=MONTHS[36])).rule == "few-periods-before"
