"""Loose ends of the golden thread: priority to action to indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.params.action import Action
from analysis.params.edition import Priority
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator


@dataclass(frozen=True)
class LooseEnds:
    """What one action lacks."""

    owner: bool
    date: bool
    measure: bool
    outcome: bool
    priority: bool

    @property
    def any(self) -> bool:
        """Whether it lacks anything."""
        return self.owner or self.date or self.measure or self.outcome or self.priority

    @property
    def words(self) -> tuple[str, ...]:
        """What it lacks, in words (``no owner``)."""
        return tuple(f"no {name}" for name, lacks in vars(self).items() if lacks)


@dataclass(frozen=True)
class PlanEnds:
    """Ids of what hangs loose in a plan as a whole."""

    priorities_without_action: tuple[str, ...]
    priorities_without_indicator: tuple[str, ...]
    indicators_without_priority: tuple[str, ...]
    repeated_refs: tuple[str, ...]


def loose_ends(action: Action) -> LooseEnds:
    """What ``action`` lacks; a wording such as "monthly" counts as a date, "not published" as nothing."""
    return LooseEnds(
        owner=_blank(action.owner),
        date=isinstance(action.due, Unknown) and _blank(action.due_text),
        measure=_blank(action.indicator),
        outcome=_blank(action.outcome),
        priority=_blank(action.priority),
    )


def plan_ends(actions: Sequence[Action], indicators: Sequence[Indicator], priorities: Sequence[Priority]) -> PlanEnds:
    """What hangs loose between priorities, actions and indicators; sorted ids."""
    named = {each.id for each in priorities}
    acted = {served for each in actions for served in (each.priority, each.also)}
    measured = {each.priority for each in indicators}
    refs = [each.ref for each in actions if each.ref]
    return PlanEnds(
        priorities_without_action=tuple(sorted(named - acted)),
        priorities_without_indicator=tuple(sorted(named - measured)),
        indicators_without_priority=tuple(sorted(each.id for each in indicators if not each.priority)),
        repeated_refs=tuple(sorted({ref for ref in refs if refs.count(ref) > 1})),
    )


def _blank(text: str) -> bool:
    return not text or text in set(Unknown)
