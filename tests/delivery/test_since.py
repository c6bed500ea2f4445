"""What became of each action since the edition before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.delivery import since
from analysis.params.action import Action


def action(name: str = "a", **given: object) -> Action:
    return Action.model_validate({"id": name, "action": "Renew street lights"} | given)


def turns(before: Action, now: Action) -> tuple[str, ...]:
    (found,) = since([before], [now])
    return found.turns


def test_each_turn_is_told_by_its_name() -> None:
    old = action(status="in progress", due="2022-03-31", owner="Head of Housing")
    assert turns(old, old) == ("unchanged",)
    assert turns(old, action(status="done", due="2022-03-31", owner="Head of Housing")) == ("newly done",)
    assert turns(old, action(status="in progress", due="2022-04-01", owner="Head of Housing")) == ("slipped",)
    assert turns(old, action(status="in progress", due="2022-03-30", owner="Head of Housing")) == ("brought forward",)
    assert turns(old, action(status="in progress", due="TBC", owner="Head of Housing")) == ("date withdrawn",)
    assert turns(old, action(status="in progress", due="2022-03-31", owner="Police")) == ("re-owned",)


def test_a_date_that_was_not_there_before_is_no_slip() -> None:
    assert turns(action(), action(due="2022-03-31")) == ("date set",)


def test_one_action_may_turn_in_several_ways() -> None:
    assert turns(action(due="2022-03-31", owner="Police"), action(due="2022-09-30", owner="Council")) == (
        "slipped",
        "re-owned",
    )


def test_a_slip_says_by_how_many_days() -> None:
    (found,) = since([action(due="2022-03-31")], [action(due="2022-04-30")])
    assert found.days == 30
    assert since([action()], [action(due="2022-04-30")])[0].days is None


def test_what_was_done_and_is_gone_was_closed_and_not_dropped() -> None:
    gone = since([action("a", status="done"), action("b", status="in progress")], [])
    assert [each.turns for each in gone] == [("closed",), ("dropped",)]


def test_an_action_taken_up_again_is_not_silently_undone() -> None:
    assert turns(action(status="done"), action(status="in progress")) == ("reopened",)


def test_a_first_edition_has_only_new_actions() -> None:
    assert [each.turns for each in since([], [action("a"), action("b")])] == [("new",), ("new",)]


names = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(names, names)
def test_every_action_of_both_editions_is_told_of_once(before: list[str], now: list[str]) -> None:
    found = since([action(name) for name in before], [action(name) for name in now])
    assert sorted(each.action.id for each in found) == sorted({*before, *now})
    assert [each.action.id for each in found][: len(now)] == now
