"""The year of a plan: which actions and milestones fall in which month, where enough of them have a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.delivery.progress import action_status
from analysis.params.action import Action
from analysis.params.figure import Unknown

FEWEST: Final = 5
"""Actions with a day that a year must have to be worth drawing."""
SHARE: Final = 0.5
"""Share of all actions that must have a day, so that what is drawn is not the lesser part."""
LONGEST: Final = 24
"""Months drawn at most: from the start of the edition's period on."""


@dataclass(frozen=True)
class Dated:
    """An action on the day that it is due, or one of its milestones on its own; ``status`` is empty without a day."""

    kind: Literal["action", "milestone"]
    action: Action
    on: dt.date
    what: str
    status: str = ""

    @property
    def month(self) -> pd.Period:
        """The month it falls in."""
        return pd.Period(self.on, "M")


@dataclass(frozen=True)
class Year:
    """What is drawn, in order of time; ``outside`` are actions due before or after the months, ``undated`` the rest."""

    months: pd.PeriodIndex
    dated: tuple[Dated, ...]
    outside: tuple[Action, ...]
    undated: tuple[Action, ...]


def year_of(actions: Sequence[Action], start: pd.Period, end: pd.Period, on: dt.date | None) -> Year | CannotSay:
    """Lay out ``actions`` over the months from ``start`` to ``end``, and beyond where actions are due later.

    ``on`` is the day that statuses are of, or nothing where it is not known. Refused where fewer than ``FEWEST``
    actions, or less than ``SHARE`` of them, have a day.
    """
    due = {each.id: each.due for each in actions if not isinstance(each.due, Unknown)}
    if len(due) < FEWEST or len(due) < SHARE * len(actions):
        reason = f"{len(due)} of {len(actions)} actions have a day on which they are due, too few to draw a year from"
        return CannotSay(reason, "few-dates")
    last = max([end, *(pd.Period(day, "M") for day in due.values())])
    months = pd.period_range(start, min(last, start + LONGEST - 1), freq="M")
    dated = [each for action in actions for each in _dated(action, on) if months[0] <= each.month <= months[-1]]
    drawn = {each.action.id for each in dated if each.kind == "action"}
    return Year(
        months=months,
        dated=tuple(sorted(dated, key=lambda each: (each.on, each.kind))),
        outside=tuple(each for each in actions if each.id in due and each.id not in drawn),
        undated=tuple(each for each in actions if each.id not in due),
    )


def _dated(action: Action, on: dt.date | None) -> list[Dated]:
    steps = [Dated("milestone", action, step.on, step.what, step.state) for step in action.steps]
    if isinstance(action.due, Unknown):
        return steps
    status = action_status(action, on) if on else ""
    return [Dated("action", action, action.due, action.action, status), *steps]
