"""Two tables of data compared cell by cell."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.run.verification.opened import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Difference:
    """One place where the archive and what was made anew differ; ``absolute`` and ``relative`` for two numbers.

    ``row`` counts from 1 below the header. ``relative`` is to what was made anew, and infinite where that is nought.
    """

    where: str
    row: int
    column: str
    archived: str
    anew: str
    absolute: float | None = None
    relative: float | None = None


def compare_data(where: str, archived: bytes, anew: bytes) -> tuple[int, list[Difference]]:
    """Compare two CSV files: how many cells there are to compare, and each that differs.

    Columns or rows that only one of them has are a difference each, and their cells are not compared.
    """
    one, other = (list(csv.reader(text_of(content))) for content in (archived, anew))
    header, again = (rows[0] if rows else [] for rows in (one, other))
    if header != again:
        return 0, [Difference(where, 0, "the columns", ", ".join(header), ", ".join(again))]
    found = list(_cells(where, header, one[1:], other[1:]))
    if len(one) != len(other):
        found.append(Difference(where, 0, "the number of rows", str(len(one) - 1), str(len(other) - 1)))
    return len(header) * min(len(one) - 1, len(other) - 1), found


def _cells(where: str, header: list[str], one: list[list[str]], other: list[list[str]]) -> Iterator[Difference]:
    for row, (cells, again) in enumerate(zip(one, other, strict=False), 1):
        if len(cells) != len(again):
            yield Difference(where, row, "the number of cells", str(len(cells)), str(len(again)))
        for column, cell, anew in zip(header, cells, again, strict=False):
            if cell != anew:
                yield Difference(where, row, column, cell, anew, *_apart(cell, anew))


def _apart(archived: str, anew: str) -> tuple[float | None, float | None]:
    """How far two numbers are apart, absolute and relative; nothing where one is no number."""
    try:
        one, other = float(archived), float(anew)
    except ValueError:
        return None, None
    if not (math.isfinite(one) and math.isfinite(other)):
        return None, None
    gap = abs(one - other)
    return gap, gap / abs(other) if other else math.inf
