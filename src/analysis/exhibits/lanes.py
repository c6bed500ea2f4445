"""Lanes of labels above a chart: each label starts over its mark, in the first lane where it touches no other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from analysis.exhibits.style import INCH, SMALL
from analysis.fonts import FAMILY

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTS: Final = 72.0
GAP_MM: Final = 2.5
CURVES: Final = {int(Path.CURVE3): 2, int(Path.CURVE4): 3}
"""Points that each kind of curve has in an outline; the last of them is where it ends."""
LEADING: Final = frozenset(("", "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "under"))
"""Words that a shortened name does not end in, since they only lead to the next."""


@dataclass(frozen=True)
class Label:
    """A label that starts at ``at`` where there is room; millimetres from the left edge.

    With a ``pole`` a line goes up to it from the chart, which no label of a lower lane may stand across.
    """

    words: str
    at: float
    pole: bool = False


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
    font = FontProperties(family=[FAMILY, "DejaVu Sans"], weight="bold" if bold else "normal")
    return _extent(TextPath((0, 0), words, size=size, prop=font)) * INCH / POINTS


def _extent(outline: Path) -> float:
    """The width of letters' outlines. Fonts have a point wherever a curve turns, so curves need not be followed."""
    codes, across = np.asarray(outline.codes), np.asarray(outline.vertices)[:, 0]
    straight = np.isin(codes, [Path.MOVETO, Path.LINETO])
    ends = [np.flatnonzero(codes == kind)[points - 1 :: points] for kind, points in CURVES.items()]
    return float(np.ptp(across[np.concatenate([np.flatnonzero(straight), *ends])]))


def fitted(words: str, room: float, size: float = SMALL) -> str:
    """Break ``words`` into at most two lines of ``room`` millimetres; what still does not fit ends in an ellipsis."""
    if width_mm(words, size) <= room:
        return words
    breaks = [i for i, letter in enumerate(words) if letter == " " and width_mm(words[:i], size) <= room]
    if not breaks:
        return fitted_line(words, room, size)
    return f"{words[: breaks[-1]]}\n{fitted_line(words[breaks[-1] + 1 :], room, size)}"


def fitted_line(words: str, room: float, size: float = SMALL) -> str:
    """``words`` on one line of ``room`` millimetres; where they do not fit, cut after a word, with an ellipsis."""
    if width_mm(words, size) <= room:
        return words
    kept = next((i for i in range(len(words), 0, -1) if width_mm(words[:i] + "…", size) <= room), 0)
    whole = words[: kept + 1].split(" ")[:-1]
    while whole and whole[-1].strip(",;:–-") in LEADING:
        whole.pop()
    return (" ".join(whole) or words[:kept]).rstrip(" ,;:–-") + "…"


def place(labels: Sequence[Label], left: float, right: float) -> tuple[Placed, ...]:
    """Place ``labels`` between ``left`` and ``right`` without overlap, from right to left, in as few lanes as it takes.

    Later marks get lower lanes, so that the pole of an earlier mark, at the left of its label, passes beside them.
    """
    starts: list[float] = []
    placed = []
    for label in sorted(labels, key=lambda item: (-item.at, item.words)):
        width = width_mm(label.words)
        start = max(left, min(label.at, right - width))
        lane = next((i for i, end in enumerate(starts) if start + width + GAP_MM <= end), len(starts))
        starts[:lane] = [min(end, start) if label.pole else end for end in starts[:lane]]
        starts[lane : lane + 1] = [start]
        placed.append(Placed(label, start, lane))
    return tuple(placed)


def apart(positions: Sequence[float], least: float) -> list[float]:
    """Move ``positions`` as little as needs be so that any two are ``least`` apart; their order stays."""
    groups: list[tuple[float, list[int]]] = []
    for i in sorted(range(len(positions)), key=lambda i: positions[i]):
        groups.append((positions[i], [i]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], least):
            (b, right), (a, left) = groups.pop(), groups.pop()
            groups.append(((a * len(left) + b * len(right)) / (len(left) + len(right)), left + right))
    out = [0.0] * len(positions)
    for centre, members in groups:
        for rank, i in enumerate(members):
            out[i] = centre + (rank - (len(members) - 1) / 2) * least
    return out


def _touch(a: tuple[float, list[int]], b: tuple[float, list[int]], least: float) -> bool:
    return b[0] - a[0] < (len(a[1]) + len(b[1])) / 2 * least - 1e-9
