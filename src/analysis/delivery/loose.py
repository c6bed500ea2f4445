"""What an action lacks."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.params.action import Action
from analysis.params.figure import Unknown


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


def loose_ends(action: Action) -> LooseEnds:
    """What ``action`` lacks; a wording such as "monthly" counts as a date, "not published" as nothing."""
    return LooseEnds(
        owner=_blank(action.owner),
        date=isinstance(action.due, Unknown) and _blank(action.due_text),
        measure=_blank(action.indicator),
        outcome=_blank(action.outcome),
        priority=_blank(action.priority),
    )


def _blank(text: str) -> bool:
    return not text or text in set(Unknown)
