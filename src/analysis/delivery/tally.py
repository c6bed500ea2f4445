"""How many actions stand where."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.delivery.loose import loose_ends
from analysis.delivery.progress import PROGRESS, Progress, action_status
from analysis.params.action import Action


@dataclass(frozen=True)
class Tally:
    """Counts of a plan's actions by progress (all of ``PROGRESS``, in its order) and by what they lack."""

    actions: int
    progress: tuple[tuple[Progress, int], ...]
    no_owner: int
    no_date: int
    no_measure: int

    def count(self, progress: Progress) -> int:
        """How many actions are ``progress``."""
        return dict(self.progress)[progress]


def tally(actions: Sequence[Action], on: dt.date) -> Tally:
    """Count ``actions`` as they stand on the day ``on``."""
    found = Counter(action_status(each, on) for each in actions)
    loose = [loose_ends(each) for each in actions]
    return Tally(
        actions=len(actions),
        progress=tuple((each, found[each]) for each in PROGRESS),
        no_owner=sum(each.owner for each in loose),
        no_date=sum(each.date for each in loose),
        no_measure=sum(each.measure for each in loose),
    )


def tally_by_priority(actions: Sequence[Action], priorities: Sequence[str], on: dt.date) -> dict[str, Tally]:
    """A tally for each of ``priorities`` that any action serves first, then for those that serve none (``""``).

    Each action is counted once, under its first priority.
    """
    order = [*priorities, *sorted({each.priority for each in actions} - set(priorities))]
    groups = {name: [each for each in actions if each.priority == name] for name in order}
    return {name: tally(group, on) for name, group in groups.items() if group}


def overdue(actions: Sequence[Action], on: dt.date) -> list[Action]:
    """The actions that are overdue on the day ``on``, the longest first."""
    late = [each for each in actions if action_status(each, on) == "overdue"]
    return sorted(late, key=lambda each: _missed(each, on))


def _missed(action: Action, on: dt.date) -> dt.date:
    """The first of its dates that was missed."""
    missed = [step.on for step in action.steps if step.state == "missed"]
    return min([action.due, *missed] if isinstance(action.due, dt.date) and action.due < on else missed)
