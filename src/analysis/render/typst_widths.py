"""How wide each column of a table is, and how small its type: measured from the typeface, so that nothing overflows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from fontTools.ttLib import TTFont

from analysis.fonts import BOLD, REGULAR
from analysis.render.typst_text import drawable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from analysis.blocks import Column, Table

PAGE: Final = 170 * 72 / 25.4
"""The text's width in points: A4 less its margins."""

PADDING: Final = 6.0
"""Points left and right of a cell's words."""

SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of type tried, in points, the most readable first."""

COMFORT: Final = 13.0
"""Ems that a column of sentences likes to have at least."""

SPARK: Final = 68.0
"""Points that a column of sparklines has."""


@dataclass(frozen=True)
class Need:
    """What a column needs, in ems: ``least`` for its longest word, ``most`` for its longest cell on one line."""

    least: float
    most: float
    fixed: float = 0.0
    """Points that do not shrink with the type, for pictures."""

    @property
    def comfort(self) -> float:
        """A width at which sentences read well."""
        return min(self.most, max(self.least, COMFORT))


@dataclass(frozen=True)
class Layout:
    """A table's type size and the widths of its columns with padding, both in points."""

    size: float
    widths: tuple[float, ...]


def layout(table: Table, available: float = PAGE) -> Layout:
    """Choose the largest type at which every column is comfortable, or else fits at all, and share out the width."""
    needs = tuple(_need(table, index) for index in range(len(table.columns)))
    room = available - PADDING * len(needs)
    size = next((size for size in SIZES if _sum(needs, "comfort", size) <= room), None)
    size = size or next((size for size in reversed(SIZES) if _sum(needs, "least", size) <= room), SIZES[-1])
    return Layout(size, tuple(width + PADDING for width in _share(needs, size, room)))


def measure(words: str, *, bold: bool = False) -> float:
    """The width of ``words`` in ems."""
    advances = _advances(BOLD if bold else REGULAR)
    return sum(advances.get(ord(character), 0.6) for character in drawable(words))


@cache
def _advances(face: Path) -> dict[int, float]:
    with TTFont(face, lazy=True) as font:
        widths, em = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}


def _need(table: Table, index: int) -> Need:
    column = table.columns[index]
    if column.spark:
        return Need(0.0, 0.0, fixed=SPARK)
    words = list(_words(table, index))
    least = max((measure(word, bold=bold) for text, bold in words for word in _pieces(text, column)), default=1.0)
    most = max((measure(text, bold=bold) for text, bold in words), default=1.0)
    head = [measure(word, bold=True) for word in column.label.split()]
    return Need(max([least, *head]), max([most, *head, measure(column.label, bold=True) / 2]))


def _words(table: Table, index: int) -> Iterator[tuple[str, bool]]:
    totals = len(table.rows) - table.total_rows
    for number, row in enumerate(table.rows):
        cell = row[index]
        yield cell.text + ("a" if cell.note else ""), cell.strong or number >= totals


def _pieces(text: str, column: Column) -> Sequence[str]:
    whole = column.align == "right" and len(text) <= 18
    return (text,) if whole else text.split()


def _sum(needs: Sequence[Need], what: str, size: float) -> float:
    return sum(need.fixed + float(getattr(need, what)) * size for need in needs)


def _share(needs: Sequence[Need], size: float, room: float) -> list[float]:
    least = [need.fixed + need.least * size for need in needs]
    most = [need.fixed + need.most * size for need in needs]
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    if sum(most) <= room:
        return _stretched(most, size, room)
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    part = (room - sum(least)) / sum(wanted)
    return [low + want * part for low, want in zip(least, wanted, strict=True)]


def _stretched(widths: list[float], size: float, room: float) -> list[float]:
    """Give what is left over to the columns alike, but no more than three ems each: far apart, figures are hard to follow."""
    extra = min(3 * size, (room - sum(widths)) / len(widths))
    return [width + extra for width in widths]
