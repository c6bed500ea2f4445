"""How one action stands on a day."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, get_args

from analysis.params.action import Action
from analysis.params.figure import Unknown

Progress = Literal["done", "in progress", "due", "overdue", "no evidence", "undated"]
"""``due`` has a date still to come; ``no evidence``: its date has passed and nothing says whether it was done;
``undated``: neither a date nor a word on progress."""

PROGRESS: Final[tuple[Progress, ...]] = get_args(Progress)


def action_status(action: Action, on: dt.date) -> Progress:
    """How ``action`` stands on the day ``on``; an action due that very day is not overdue."""
    if action.status == "done":
        return "done"
    if isinstance(action.due, Unknown):
        return "in progress" if action.status == "in progress" else "undated"
    if action.due < on:
        return "overdue" if action.status in ("in progress", "not started") else "no evidence"
    return "in progress" if action.status == "in progress" else "due"
