"""What marks are called above a chart: by name, shortened where room is short, counted together where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from analysis.exhibits.lanes import Label, fitted_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from analysis.exhibits.marks import Mark

LANES: Final = 2
"""Lanes of names that a chart has; text alternatives and tables name every mark in full."""
SHORTER: Final = (34.0, 24.0, 17.0)
"""Millimetres that an event's name is cut to, in turn."""


@dataclass(frozen=True)
class Naming:
    """How events are named: cut to ``most`` millimetres, and ``together`` of them sharing a neighbour's label."""

    most: float = 170.0
    together: int = 0


@dataclass(frozen=True)
class Named:
    """A label and the marks that it stands for; the label starts over the first."""

    label: Label
    marks: tuple[Mark, ...]


def namings(marks: Sequence[Mark]) -> Iterator[Naming]:
    """The ways to name ``marks``, the plainest first."""
    yield Naming()
    events = sum(mark.kind == "event" for mark in marks)
    yield from (Naming(most, together) for together in range(max(1, events)) for most in SHORTER)


def named(marks: Sequence[Mark], at: Callable[[Mark], float], naming: Naming) -> list[Named]:
    """Each of ``marks`` with its label, ``at`` millimetres from the left; events near each other may share one."""
    events = _groups([mark for mark in marks if mark.kind == "event"], at, naming.together)
    others = [
        Named(Label(mark.name, at(mark), pole=mark.kind == "step"), (mark,)) for mark in marks if mark.kind != "event"
    ]
    return [*others, *(Named(Label(_words(group, naming), at(group[0]), pole=True), group) for group in events)]


def _words(group: tuple[Mark, ...], naming: Naming) -> str:
    return fitted_line(group[0].name, naming.most) if len(group) == 1 else f"{len(group)} events"


def _groups(events: Sequence[Mark], at: Callable[[Mark], float], together: int) -> list[tuple[Mark, ...]]:
    """``events`` in order of time, the nearest put together first, ``together`` times."""
    groups = [(event,) for event in sorted(events, key=lambda event: (at(event), event.name))]
    joined: list[tuple[Mark, ...]] = [*groups]
    for _ in range(min(together, len(joined) - 1)):
        distances = [at(right[0]) - at(left[-1]) for left, right in pairwise(joined)]
        near = distances.index(min(distances))
        joined[near : near + 2] = [joined[near] + joined[near + 1]]
    return joined
