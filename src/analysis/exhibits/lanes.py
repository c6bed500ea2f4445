"""Lanes of labels above a chart: each label in the first lane where it touches no other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from analysis.exhibits.style import FAMILY, INCH, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTS: Final = 72.0
GAP_MM: Final = 2.5


@dataclass(frozen=True)
class Label:
    """A label centred on ``at`` where there is room; positions and widths in millimetres from the left edge."""

    words: str
    at: float


@dataclass(frozen=True)
class Placed:
    """A label with its left end and its lane; lane 0 is nearest to the chart."""

    label: Label
    left: float
    lane: int


@cache
def width_mm(words: str, size: float = SMALL, *, bold: bool = False) -> float:
    """How wide ``words`` are when drawn at ``size`` points."""
    if not words.strip():
        return 0.0
    font = FontProperties(family=FAMILY, weight="bold" if bold else "normal")
    return float(TextPath((0, 0), words, size=size, prop=font).get_extents().width) * INCH / POINTS


def place(labels: Sequence[Label], left: float, right: float) -> tuple[Placed, ...]:
    """Place ``labels`` between ``left`` and ``right`` without overlap, in as few lanes as they need, in order."""
    ends: list[float] = []
    placed = []
    for label in sorted(labels, key=lambda item: (item.at, item.words)):
        width = width_mm(label.words)
        start = max(left, min(label.at - width / 2, right - width))
        lane = next((i for i, end in enumerate(ends) if end + GAP_MM <= start), len(ends))
        ends[lane : lane + 1] = [start + width]
        placed.append(Placed(label, start, lane))
    return tuple(placed)


def apart(positions: Sequence[float], least: float) -> list[float]:
    """Move ``positions`` as little as needs be so that any two are ``least`` apart; the order stays."""
    order = sorted(range(len(positions)), key=lambda i: positions[i])
    groups: list[tuple[float, list[int]]] = []
    for i in order:
        groups.append((positions[i], [i]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], least):
            (a, left), (b, right) = groups.pop(-2), groups.pop()
            groups.append(((a * len(left) + b * len(right)) / (len(left) + len(right)), left + right))
    out = [0.0] * len(positions)
    for centre, members in groups:
        for rank, i in enumerate(members):
            out[i] = centre + (rank - (len(members) - 1) / 2) * least
    return out


def _touch(a: tuple[float, list[int]], b: tuple[float, list[int]], least: float) -> bool:
    reach = (len(a[1]) + len(b[1])) / 2 * least
    return b[0] - a[0] < reach - 1e-9
