"""Milestones of an action: dated steps with their state, written in one cell of ``actions.csv``, or free text."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from analysis.errors import did_you_mean

State = Literal["done", "missed", "to come", ""]
"""What is declared of a milestone; empty where nothing is."""

STATES: Final = tuple(state for state in get_args(State) if state)
_DATED: Final = re.compile(r"\d{4}-\d")
_PART: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\s+(\S.*)", re.ASCII)
SHAPE: Final = '"2022-06 fix lights: done; 2022-09 review"'


@dataclass(frozen=True)
class Milestone:
    """One step: the day it is planned for (the last of its month, where only a month is given), and its state."""

    on: dt.date
    what: str
    state: State = ""
    whole_month: bool = False


def milestones_of(text: str) -> tuple[Milestone, ...]:
    """Read ``2022-06 fix lights: done; 2022-09-15 review`` in order of time; free text has no milestones.

    Text is taken for milestones when one of its parts, between semicolons, starts with a year and a month. Raises
    ``PydanticCustomError`` for a part that is none, for a day that there is not, and for a state that is not one.
    """
    parts = [part.strip() for part in text.split(";")]
    if not any(_DATED.match(part) for part in parts):
        return ()
    found = [_milestone(part, number) for number, part in enumerate(parts, 1)]
    return tuple(sorted(found, key=lambda each: each.on))


def _milestone(part: str, number: int) -> Milestone:
    match = _PART.fullmatch(part)
    if match is None:
        raise _wrong(number, f'"{part}" must be a month or a day, then the step, as in {SHAPE}')
    year, month, day, rest = match.groups()
    what, colon, state = rest.rpartition(":")
    if colon and state.strip() not in STATES:
        nearest = did_you_mean(state.strip(), STATES)
        raise _wrong(number, f'"{state.strip()}" after the colon is not one of {", ".join(STATES)}{nearest}')
    on = _day(int(year), int(month), int(day) if day else None)
    if on is None or not (what if colon else rest).strip():
        said = "there is no such day" if on is None else "no step stands before the colon"
        raise _wrong(number, f'"{part}": {said}; write {SHAPE}')
    return Milestone(on, (what if colon else rest).strip(), state.strip() if colon else "", whole_month=not day)  # type: ignore[arg-type]


def _day(year: int, month: int, day: int | None) -> dt.date | None:
    try:
        return dt.date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def _wrong(number: int, said: str) -> PydanticCustomError:
    return PydanticCustomError("milestone", "milestone {number}: {said}", {"number": number, "said": said})


def _checked(value: Any) -> Any:
    if isinstance(value, str):
        milestones_of(value)
    return value


Milestones = Annotated[str, BeforeValidator(_checked)]
"""Dated steps with their states, or free text as published."""
