"""How one action stands on a day, and what that rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal, get_args

from analysis import numbers
from analysis.params.action import Action
from analysis.params.figure import Unknown
from analysis.params.milestone import Milestone

Progress = Literal["done", "on track", "due", "overdue", "no evidence"]
"""``done``: declared done. ``overdue``: its date, or that of a milestone declared missed, has passed, and what is
declared says that it is not done. ``due``: its date is that day or within ``SOON`` days after it. ``on track``: its
date is further off, there is evidence of progress, and no milestone has passed without a word. ``no evidence``: what is
declared shows none of these."""

PROGRESS: Final[tuple[Progress, ...]] = get_args(Progress)
SOON: Final = 30
"""Days ahead within which an action is called due."""


@dataclass(frozen=True)
class Standing:
    """How an action stands, and what a reader should know of it (``no date``, ``its date has passed``)."""

    progress: Progress
    remarks: tuple[str, ...] = ()


def standing(action: Action, on: dt.date) -> Standing:
    """How ``action`` stands on the day ``on``; an action due that very day is due, not overdue."""
    found = action_status(action, on)
    return Standing(found, () if found == "done" else tuple(_remarks(action, on)))


def action_status(action: Action, on: dt.date) -> Progress:
    """How ``action`` stands on the day ``on``, in one word; ``standing`` says what that rests on."""
    if action.status == "done":
        return "done"
    if _late(action, on):
        return "overdue"
    if isinstance(action.due, Unknown) or action.due < on:
        return "no evidence"
    if (action.due - on).days <= SOON:
        return "due"
    return "on track" if _moving(action) and not _silent(action, on) else "no evidence"


def no_date(action: Action) -> bool:
    """Whether neither a day nor any wording says when it is due."""
    return isinstance(action.due, Unknown) and not action.due_text


def _late(action: Action, on: dt.date) -> bool:
    """Whether a date has passed and what is declared says that it was not kept."""
    past = not isinstance(action.due, Unknown) and action.due < on
    return (past and action.status in ("in progress", "not started")) or any(
        step.state == "missed" and step.on < on for step in action.steps
    )


def _moving(action: Action) -> bool:
    return action.status == "in progress" or (
        action.status != "not started" and any(step.state == "done" for step in action.steps)
    )


def _silent(action: Action, on: dt.date) -> list[Milestone]:
    """Milestones whose date has passed without a word on whether they were reached."""
    return [step for step in action.steps if step.on < on and step.state in ("", "to come")]


def _remarks(action: Action, on: dt.date) -> list[str]:
    said = []
    if isinstance(action.due, Unknown):
        said.append("no date" if not action.due_text else "no day")
    elif action.due < on and action.status in ("not published", "not supplied"):
        said.append("its date has passed")
    if action.status in ("in progress", "not started"):
        said.append({"in progress": "said to be in progress", "not started": "said not to have started"}[action.status])
    said += [f"milestone of {numbers.date(s.on)} missed" for s in action.steps if s.state == "missed"]
    return said + [f"nothing said of the milestone of {numbers.date(step.on)}" for step in _silent(action, on)]
