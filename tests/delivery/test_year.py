"""Which actions a year is drawn from, and when it is not drawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.delivery.year import FEWEST, LONGEST, Year, year_of
from analysis.params.action import Action

START, END = pd.Period("2021-12", "M"), pd.Period("2022-11", "M")
TODAY = dt.date(2022, 11, 30)


def plan(*dues: str, **given: Any) -> list[Action]:
    return [Action.model_validate({"id": f"a{n}", "action": "x", "due": due} | given) for n, due in enumerate(dues)]


def laid(*dues: str, on: dt.date | None = TODAY, **given: Any) -> Year:
    found = year_of(plan(*dues, **given), START, END, on)
    assert isinstance(found, Year)
    return found


@pytest.mark.parametrize(("dated", "undated", "drawn"), [(5, 5, True), (5, 6, False), (4, 0, False), (5, 0, True)])
def test_five_actions_and_half_of_them_must_have_a_day(dated: int, undated: int, drawn: bool) -> None:
    found = year_of(plan(*["2022-03-31"] * dated, *["TBC"] * undated), START, END, TODAY)
    assert isinstance(found, CannotSay) is not drawn
    if isinstance(found, CannotSay):
        assert found.rule == "few-dates" and f"{dated} of {dated + undated}" in found.reason
    assert FEWEST == 5


def test_the_months_run_from_the_period_to_the_last_action() -> None:
    months = laid(*["2022-03-31"] * 4, "2023-02-28").months
    assert (months[0], months[-1]) == (START, pd.Period("2023-02", "M"))


def test_no_more_than_two_years_are_drawn_and_what_is_left_out_is_kept_by_name() -> None:
    found = laid(*["2022-03-31"] * 5, "2030-01-31", "2020-01-31")
    assert len(found.months) == LONGEST == 24
    assert [each.id for each in found.outside] == ["a5", "a6"]


def test_an_action_without_a_day_is_kept_apart_and_its_milestones_drawn() -> None:
    actions = [*plan(*["2022-03-31"] * 5), *plan("TBC", id="z", milestones="2022-06 survey: done")]
    found = year_of(actions, START, END, TODAY)
    assert isinstance(found, Year)
    assert [each.id for each in found.undated] == ["z"]
    assert [(each.kind, each.status) for each in found.dated if each.action.id == "z"] == [("milestone", "done")]


def test_what_is_drawn_stands_in_order_of_time() -> None:
    found = laid("2022-05-31", "2022-03-31", "2022-04-30", "2022-01-31", "2022-02-28")
    assert [each.on for each in found.dated] == sorted(each.on for each in found.dated)


def test_statuses_are_left_out_where_the_day_is_not_known() -> None:
    assert {each.status for each in laid(*["2022-03-31"] * 5, on=None, status="done").dated} == {""}
    assert {each.status for each in laid(*["2022-03-31"] * 5, status="done").dated} == {"done"}
