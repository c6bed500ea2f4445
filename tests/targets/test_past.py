import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import targets
from analysis.cannot_say import CannotSay


def test_certain_and_right_scores_nothing_and_always_a_half_scores_a_quarter():
    outcomes = [True, False] * 6
    assert targets.track_record([float(each) for each in outcomes], outcomes).score == 0
    assert targets.track_record([0.5] * 12, outcomes).score == 0.25


def test_stating_the_overall_share_has_no_skill():
    found = targets.track_record([0.25] * 12, [True, False, False, False] * 3)
    assert (found.score, found.climatology, found.skill) == pytest.approx((0.1875, 0.1875, 0))


def test_the_parts_add_up_where_each_bin_holds_one_probability():
    rng = np.random.default_rng(3)
    stated = rng.choice([0.1, 0.3, 0.5, 0.7, 0.9], 400)
    found = targets.track_record(list(stated), list(rng.random(400) < stated))
    assert found.score == pytest.approx(found.reliability - found.resolution + found.climatology)
    assert found.reliability < 0.01 < found.resolution
    assert [each.stated for each in found.bins] == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9])


def test_bold_and_wrong_is_worse_than_saying_nothing():
    found = targets.track_record([0.95] * 10 + [0.05] * 10, [False] * 10 + [True] * 10)
    assert found.skill < 0
    assert found.score == pytest.approx(0.9025)


def test_where_all_came_true_there_is_nothing_to_be_skilful_against():
    found = targets.track_record([0.9] * 10, [True] * 10)
    assert (found.climatology, found.skill) == (0, None)


def test_too_few_statements_say_nothing_of_how_such_statements_fare():
    assert targets.track_record([0.9] * 9, [True] * 9).rule == "few-statements"
    assert targets.track_record([], []).rule == "few-statements"
    assert targets.track_record([], [], fewest=0).rule == "few-statements"
    assert targets.track_record([0.9] * 9, [True] * 9, fewest=5).statements == 9


@pytest.mark.parametrize("wrong", [1.2, -0.1, math.nan, math.inf])
def test_what_is_no_probability_is_an_error(wrong):
    with pytest.raises(ValueError, match="0 to 1"):
        targets.track_record([wrong] * 10, [True] * 10)


def test_a_statement_without_an_outcome_is_an_error():
    with pytest.raises(ValueError, match="outcomes"):
        targets.track_record([0.5], [])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_any_statements_score_from_nought_to_one(pairs):
    found = targets.track_record([p for p, _ in pairs], [h for _, h in pairs])
    if isinstance(found, CannotSay):
        assert len(pairs) < 10
        return
    assert 0 <= found.score <= 1
    assert sum(each.statements for each in found.bins) == len(pairs)
    assert 0 <= found.resolution <= found.climatology + 1e-12
