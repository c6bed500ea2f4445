"""What became of each action since the edition before: done, moved, handed on, new, dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from analysis.params.action import Action
from analysis.params.figure import Unknown

Turn = Literal[
    "newly done", "reopened", "slipped", "brought forward", "date set", "date withdrawn", "re-owned", "new", "dropped",
    "closed", "unchanged",
]  # fmt: skip
"""``dropped``: no longer there, and it was not said to be done; ``closed``: no longer there, and it was."""

TURNS: Final[tuple[Turn, ...]] = get_args(Turn)


@dataclass(frozen=True)
class Turned:
    """One action and what became of it: ``before`` or ``now`` is missing where an edition does not have it."""

    turns: tuple[Turn, ...]
    before: Action | None
    now: Action | None

    @property
    def action(self) -> Action:
        """The action as it stands now, else as it stood."""
        found = self.now or self.before
        assert found is not None
        return found

    @property
    def days(self) -> int | None:
        """By how many days its date moved, later above zero; nothing where either edition has none."""
        due = [each.due for each in (self.before, self.now) if each]
        known = [day for day in due if isinstance(day, dt.date)]
        return (known[1] - known[0]).days if len(known) == 2 else None


def since(before: Sequence[Action], now: Sequence[Action]) -> tuple[Turned, ...]:
    """Set the actions of two editions side by side, by id: those of ``now`` in their order, then what is gone."""
    old, new = {each.id: each for each in before}, {each.id: each for each in now}
    stayed = [Turned(_turns(old.get(name), each), old.get(name), each) for name, each in new.items()]
    return (*stayed, *(Turned(_gone(each), each, None) for name, each in old.items() if name not in new))


def _gone(action: Action) -> tuple[Turn, ...]:
    return ("closed",) if action.status == "done" else ("dropped",)


def _turns(before: Action | None, now: Action) -> tuple[Turn, ...]:
    if before is None:
        return ("new",)
    found = [*_finished(before, now), *_moved(before, now), *(["re-owned"] if before.owner != now.owner else [])]
    return tuple(found) or ("unchanged",)  # type: ignore[arg-type]


def _finished(before: Action, now: Action) -> list[Turn]:
    done = (before.status == "done", now.status == "done")
    return {(False, True): ["newly done"], (True, False): ["reopened"]}.get(done, [])  # type: ignore[return-value]


def _moved(before: Action, now: Action) -> list[Turn]:
    if isinstance(before.due, Unknown) or isinstance(now.due, Unknown):
        had, has = isinstance(before.due, dt.date), isinstance(now.due, dt.date)
        return ["date withdrawn"] if had and not has else ["date set"] if has and not had else []
    return ["slipped"] if now.due > before.due else ["brought forward"] if now.due < before.due else []
