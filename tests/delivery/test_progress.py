"""How an action stands on a day: every status, and the days on either side of each boundary."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.delivery import PROGRESS, SOON, action_status, overdue, standing, tally, tally_by_priority
from analysis.params.action import Action

TODAY = dt.date(2022, 11, 30)
STATUSES = get_args(Action.model_fields["status"].annotation)


def action(**given: object) -> Action:
    return Action.model_validate({"id": "a", "action": "Renew street lights"} | given)


def in_days(days: int) -> str:
    return (TODAY + dt.timedelta(days)).isoformat()


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [
        ("done", -400, "done"),
        ("done", 400, "done"),
        ("in progress", -1, "overdue"),
        ("not started", -1, "overdue"),
        ("in progress", 0, "due"),
        ("not started", 0, "due"),
        ("not published", 0, "due"),
        ("in progress", SOON, "due"),
        ("not supplied", SOON, "due"),
        ("in progress", SOON + 1, "on track"),
        ("not started", SOON + 1, "no evidence"),
        ("not published", SOON + 1, "no evidence"),
        ("not published", -1, "no evidence"),
        ("not supplied", -2000, "no evidence"),
    ],
)
def test_an_action_stands_where_its_date_and_evidence_put_it(status: str, days: int, expected: str) -> None:
    assert action_status(action(status=status, due=in_days(days)), TODAY) == expected


def test_due_means_within_thirty_days() -> None:
    assert SOON == 30


@pytest.mark.parametrize(("status", "expected"), [("done", "done"), ("in progress", "no evidence")])
def test_an_action_without_a_date_is_done_or_there_is_no_evidence(status: str, expected: str) -> None:
    undated = action(status=status, due="TBC")
    found = standing(undated, TODAY)
    assert found.progress == expected
    assert ("no date" in found.remarks) == (expected == "no evidence")


def test_a_wording_in_place_of_a_date_is_no_day() -> None:
    found = standing(action(status="in progress", due_text="every two weeks"), TODAY)
    assert found.progress == "no evidence"
    assert found.remarks == ("no day", "said to be in progress")


def test_a_milestone_reached_is_evidence_that_an_action_is_on_track() -> None:
    assert action_status(action(due=in_days(60), milestones="2022-06 survey: done"), TODAY) == "on track"


def test_a_milestone_reached_does_not_outdo_the_word_that_nothing_has_started() -> None:
    started = action(due=in_days(60), milestones="2022-06 survey: done", status="not started")
    assert action_status(started, TODAY) == "no evidence"


@pytest.mark.parametrize("state", ["", ": to come"])
@pytest.mark.parametrize(("day", "expected"), [("2022-11-29", "no evidence"), ("2022-11-30", "on track")])
def test_a_milestone_that_passed_without_a_word_takes_the_evidence_away(state: str, day: str, expected: str) -> None:
    silent = action(due=in_days(60), milestones=f"{day} survey{state}", status="in progress")
    assert action_status(silent, TODAY) == expected
    said = "nothing said of the milestone of 29 November 2022"
    assert (said in standing(silent, TODAY).remarks) == (expected == "no evidence")


@pytest.mark.parametrize(("day", "expected"), [("2022-11-29", "overdue"), ("2022-11-30", "on track")])
def test_a_milestone_declared_missed_makes_an_action_overdue_once_its_day_has_passed(day: str, expected: str) -> None:
    missed = action(due=in_days(60), milestones=f"{day} survey: missed", status="in progress")
    assert action_status(missed, TODAY) == expected


def test_a_milestone_of_a_month_passes_with_the_last_day_of_the_month() -> None:
    plan = action(due="2023-06-30", milestones="2022-11 survey", status="in progress")
    assert action_status(plan, dt.date(2022, 11, 30)) == "on track"
    assert action_status(plan, dt.date(2022, 12, 1)) == "no evidence"


def test_free_text_under_milestones_is_no_evidence() -> None:
    assert action_status(action(due=in_days(60), milestones="22 of 30 premises trained"), TODAY) == "no evidence"


def test_a_passed_date_without_a_word_is_remarked_on_and_never_called_overdue() -> None:
    found = standing(action(status="not published", due=in_days(-1)), TODAY)
    assert found == type(found)("no evidence", ("its date has passed",))


@given(
    st.sampled_from(STATUSES),
    st.integers(-900, 900),
    st.lists(st.tuples(st.integers(-900, 900), st.sampled_from(["", ": done", ": missed", ": to come"])), max_size=3),
)
def test_what_nothing_is_said_of_is_never_done_on_track_or_overdue(
    status: str, days: int, steps: list[tuple[int, str]]
) -> None:
    milestones = "; ".join(f"{in_days(n)} step{state}" for n, state in steps)
    plan = action(status=status, due=in_days(days), milestones=milestones)
    found = action_status(plan, TODAY)
    assert found in PROGRESS
    assert (found == "done") == (status == "done")
    if status in ("not published", "not supplied") and not any(state for _, state in steps):
        assert found in ("due", "no evidence")
    if found == "on track":
        assert days > SOON


@given(st.integers(-60, 60))
def test_no_action_becomes_overdue_before_its_day_is_over(days: int) -> None:
    found = action_status(action(status="in progress", due=in_days(days)), TODAY)
    assert (found == "overdue") == (days < 0)


def plan() -> list[Action]:
    return [
        action(id="a", priority="roads", status="in progress", due=in_days(-3)),
        action(id="b", priority="roads", status="done"),
        action(id="c", priority="places", status="not started", due=in_days(-30)),
        action(id="d", status="in progress", due=in_days(90), milestones="2022-01 lease: missed"),
        action(id="e", priority="places"),
    ]


def test_each_action_is_counted_once_under_its_first_priority_and_the_counts_add_up() -> None:
    found = tally_by_priority(plan(), ["places", "roads", "homes"], TODAY)
    assert list(found) == ["places", "roads", ""]
    whole = tally(plan(), TODAY)
    for status in PROGRESS:
        assert sum(each.count(status) for each in found.values()) == whole.count(status)
    assert [whole.count(each) for each in PROGRESS] == [1, 0, 0, 3, 1]


def test_what_is_overdue_longest_comes_first() -> None:
    assert [each.id for each in overdue(plan(), TODAY)] == ["d", "c", "a"]
