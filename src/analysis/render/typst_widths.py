"""How small a table's type is and how wide its columns, so that it reads well and nothing overflows the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from analysis.render.typst_balance import Bounds, balanced
from analysis.render.typst_lines import columns
from analysis.render.typst_measure import PAGE
from analysis.render.typst_needs import Need, need

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.blocks import Table

PADDING: Final = 6.0
"""Points that a cell keeps clear, left and right together."""

PARTING: Final = 7.0
"""Points more before words that follow a column of figures, since both lean towards each other."""

SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of type tried, in points, the most readable first."""

LINES: Final = 3.0
"""Lines that the longest cell may take before a smaller type is tried, down to ``SMALL``."""

SMALL: Final = 8.0


@dataclass(frozen=True)
class Layout:
    """A table's type size and the widths of its columns with padding, both in points."""

    size: float
    widths: tuple[float, ...]


@lru_cache(maxsize=256)
def layout(table: Table, available: float = PAGE) -> Layout:
    """Choose the largest type at which the table reads well, or else fits at all, and share out the width."""
    needs = [need(table, index) for index in range(len(table.columns))]
    clear = paddings(table)
    room = available - sum(clear)
    tried = {size: [one.at(size) for one in needs] for size in SIZES}
    size = next(_fitting(tried, room), SIZES[-1])
    widths = _lowered(table, tried[size], size, _shared(tried[size], size, room), room)
    return Layout(size, tuple(width + beside for width, beside in zip(widths, clear, strict=True)))


def parts(table: Table, available: float = PAGE) -> list[Table]:
    """``table`` itself where it fits the page, else its columns in several tables, each with the first column again."""
    needs = [need(table, index).at(SIZES[-1]) for index in range(len(table.columns))]
    if len(needs) <= 2 or sum(one.least for one in needs) + sum(paddings(table)) <= available:
        return [table]
    half = (len(needs) + 1) // 2
    return [*parts(_only(table, range(1, half)), available), *parts(_only(table, range(half, len(needs))), available)]


def _only(table: Table, kept: range) -> Table:
    chosen = [0, *kept]
    rows = tuple(tuple(row[index] for index in chosen) for row in table.rows)
    return table.model_copy(update={"columns": tuple(table.columns[index] for index in chosen), "rows": rows})


def paddings(table: Table) -> list[float]:
    """The points that each column keeps clear beside its words."""
    sides = ["left", *(column.align for column in table.columns)]
    return [PADDING + PARTING * (pair == ("right", "left")) for pair in pairwise(sides)]


def _fitting(tried: Mapping[float, Sequence[Need]], room: float) -> Iterator[float]:
    """The sizes that will do, best first: few lines a cell, then comfortable, then any that breaks no word."""
    comfortable = [size for size, needs in tried.items() if sum(one.comfort for one in needs) <= room]
    yield from (size for size in comfortable if size >= SMALL and _part(tried[size], room) * LINES >= 1)
    yield from (size for size in comfortable if size <= SMALL)
    yield from (size for size in SIZES if size < SMALL and sum(one.least for one in tried[size]) <= room)


def _shared(needs: Sequence[Need], size: float, room: float) -> list[float]:
    """Widths that use ``room``, so that the longest cells of each column take about as many lines."""
    least, comfort = sum(one.least for one in needs), sum(one.comfort for one in needs)
    if least > room:
        return [one.least * room / least for one in needs]
    if comfort > room:
        part = (room - least) / (comfort - least)
        return [one.least + part * (one.comfort - one.least) for one in needs]
    part = _part(needs, room)
    widths = [_width(one, part) for one in needs]
    # What is left over is shared alike, but figures set far apart are hard to follow.
    extra = max(0.0, min(3 * size, (room - sum(widths)) / len(widths)))
    return [width + extra for width in widths]


def _lowered(table: Table, needs: Sequence[Need], size: float, widths: list[float], room: float) -> list[float]:
    """``widths`` balanced for low rows, where some cell has to take more than a line."""
    if sum(one.most for one in needs) <= room:
        return widths
    bounds = [
        Bounds(max(one.least, 0.6 * min(one.comfort, width)) / size, one.most / size)
        for one, width in zip(needs, widths, strict=True)
    ]
    return [ems * size for ems in balanced(columns(table), [width / size for width in widths], bounds)]


def _width(one: Need, part: float) -> float:
    return min(one.most, max(one.comfort, part * one.most))


def _part(needs: Sequence[Need], room: float) -> float:
    """The part of its longest cell's width that each column can have at once, by bisection."""
    low, high = 0.0, 1.0
    if sum(one.most for one in needs) <= room:
        return high
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_width(one, middle) for one in needs) <= room else (low, middle)
    return low
