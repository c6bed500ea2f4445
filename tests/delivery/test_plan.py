import datetime as dt

import pytest

from analysis import delivery
from analysis.params.action import Action

TODAY = dt.date(2022, 11, 30)


@pytest.fixture
def action():
    def make(**given):
        return Action.model_validate({"id": "a", "action": "Renew street lights"} | given)

    return make


def test_what_was_not_published_is_never_overdue_and_never_done(action):
    for status in ("not published", "not supplied"):
        assert delivery.action_status(action(status=status, due="2000-01-01"), TODAY) == "no evidence"


def test_an_action_with_nothing_has_every_loose_end(action):
    assert delivery.loose_ends(action()).words == ("no owner", "no date", "no measure", "no outcome", "no priority")


def test_what_is_said_not_to_be_published_is_a_loose_end_too(action):
    assert delivery.loose_ends(action(owner="not published", due="not published", outcome="not supplied")).owner


def test_a_wording_counts_as_a_date(action):
    assert not delivery.loose_ends(action(due_text="monthly")).date
    assert not delivery.loose_ends(action(due="2022-01-01")).date


def test_a_whole_action_has_no_loose_end(action):
    whole = action(owner="Head of Housing", due="2023-01-01", indicator="asb", outcome="calmer", priority="places")
    assert not delivery.loose_ends(whole).any
    assert delivery.loose_ends(whole).words == ()


def test_the_tally_adds_up(action):
    plan = [
        action(id="a", status="done", owner="Police"),
        action(id="b", status="in progress", due="2022-01-01"),
        action(id="c"),
    ]
    found = delivery.tally(plan, TODAY)
    assert (found.actions, found.no_owner, found.no_date, found.no_measure) == (3, 2, 2, 3)
    assert [found.count(each) for each in delivery.PROGRESS] == [1, 0, 0, 1, 1]


def test_an_empty_plan_has_a_tally_of_noughts():
    assert delivery.tally([], TODAY).progress == tuple((each, 0) for each in delivery.PROGRESS)
