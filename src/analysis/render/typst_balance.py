"""Share a table's width among its columns so that its rows are low: narrow words give room to long sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Final

from analysis.render.typst_lines import heights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.render.typst_lines import ColumnLines

STEPS: Final = (8.0, 4.0, 2.0, 1.0)
"""Ems that are moved from one column to another, the longest strides first."""
ROUNDS: Final = 40
"""Moves of one stride, at most."""
TALL: Final = 3
"""How many lines of cells a line of the whole table's height is worth."""


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a column may have, in ems."""

    least: float
    most: float


def balanced(parts: Sequence[ColumnLines], rooms: Sequence[float], bounds: Sequence[Bounds]) -> list[float]:
    """``rooms`` (ems) with width moved between columns while that makes the table lower; their sum stays.

    A line of a cell counts too, where it does not make its row taller. The same table gives the same widths.
    """
    best = list(rooms)
    for step in STEPS:
        for _ in range(ROUNDS):
            found = min((_cost(parts, way), way) for way in [best, *_moves(best, bounds, step)])
            if found[0] >= _cost(parts, best):
                break
            best = found[1]
    return best


def _moves(rooms: Sequence[float], bounds: Sequence[Bounds], step: float) -> list[list[float]]:
    ways = []
    for giver, taker in permutations(range(len(rooms)), 2):
        moved = min(step, rooms[giver] - bounds[giver].least, bounds[taker].most - rooms[taker])
        if moved > 0.1:
            way = list(rooms)
            way[giver], way[taker] = rooms[giver] - moved, rooms[taker] + moved
            ways.append(way)
    return ways


def _cost(parts: Sequence[ColumnLines], rooms: Sequence[float]) -> int:
    """How high the table is and, for less, how many lines all its cells have: words that need not break should not."""
    return TALL * sum(heights(parts, rooms)) + sum(sum(part.at(room)) for part, room in zip(parts, rooms, strict=True))
