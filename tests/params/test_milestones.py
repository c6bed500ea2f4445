"""Milestones in one cell: dated steps with a state, or free text as published."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from analysis.params.action import Action
from analysis.params.milestone import STATES, Milestone, milestones_of


def test_steps_are_read_with_their_days_and_states_in_order_of_time() -> None:
    assert milestones_of("2022-09-15 review; 2022-06 fix lights: done") == (
        Milestone(dt.date(2022, 6, 30), "fix lights", "done", whole_month=True),
        Milestone(dt.date(2022, 9, 15), "review"),
    )


def test_the_last_day_of_february_is_found_in_a_leap_year() -> None:
    assert milestones_of("2024-02 lease signed")[0].on == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "All 46 lit by 24 March 2022",
        "TBC; progress TBC",
        "Mar 2009 refresh being produced; Apr 2009 leaflet; May 2009 new name for PISC. Progress: being finalised",
        "2012 onwards: yearly",
    ],
)
def test_what_was_published_as_free_text_stays_free_text(text: str) -> None:
    assert milestones_of(text) == ()
    assert Action(id="a", action="x", milestones=text).milestones == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2022-13 fix lights", 'milestone 1: "2022-13 fix lights": there is no such day'),
        ("2022-06-31 fix", 'milestone 1: "2022-06-31 fix": there is no such day'),
        ("2022-06 fix; review", 'milestone 2: "review" must be a month or a day, then the step'),
        ("2022-06", 'milestone 1: "2022-06" must be a month or a day'),
        ("2022-6 fix", 'milestone 1: "2022-6 fix" must be a month or a day'),
        ("2022-06 fix: don", 'milestone 1: "don" after the colon is not one of done, missed, to come; did you mean'),
        ("2022-06 : done", "no step stands before the colon"),
    ],
)
def test_a_step_written_wrong_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Action(id="a", action="x", milestones=text)
    assert said in str(refused.value)


steps = st.tuples(
    st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31)),
    st.text("abc xyz,-", min_size=1).map(str.strip).filter(bool),
    st.sampled_from(["", *STATES]),
)


@given(st.lists(steps, min_size=1, max_size=6))
def test_what_is_written_comes_back(given_steps: list[tuple[dt.date, str, str]]) -> None:
    text = "; ".join(f"{on} {what}" + (f": {state}" if state else "") for on, what, state in given_steps)
    found = milestones_of(text)
    assert sorted((m.on, m.what, m.state) for m in found) == sorted(given_steps)
    assert [m.on for m in found] == sorted(m.on for m in found)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        Action(id="a", action="x", milestones=text)
    except ValidationError as refused:
        assert all(error["type"] == "milestone" for error in refused.errors())
