"""Follow a number in a statement to the data that the statement leads to, as a doubting reader would."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
LISTS_ITSELF: Final = "priorities are set: "
"""In a statement that names all it counts, so that there is nothing to look up."""
NO_FIGURE: Final = re.compile(
    rf"\b95%|\b\d{{4}}(?:-\d\d|/\d\d)?\b(?!,)|\b\d{{1,2}} {MONTH}|(?:Figure|Table|section|Objective|Group) \d[\d.]*"
)
"""Levels of intervals, years and days, numbers of exhibits and names: no figure of the report."""
FIGURE: Final = re.compile(r"(?P<under>under )?(?P<number>(?<![\w.,/])[+\-−]?\d[\d,]*(?:\.\d+)?(?![\w/]))")


@dataclass(frozen=True)
class Figure:
    """A number as it is printed."""

    printed: str
    under: bool

    @property
    def value(self) -> float:
        """Its size: the words around it, or its sign, say which way it goes."""
        return abs(float(self.printed.replace("−", "-").replace(",", "")))

    def is_of(self, number: float) -> bool:
        """Whether ``number`` is printed so, rounded as this is."""
        if self.under:
            return 0 < abs(number) < self.value
        places = len(self.printed.partition(".")[2])
        return abs(abs(number) - self.value) <= 0.5 * 10**-places + 1e-9


def figures(words: str) -> list[Figure]:
    """The figures of a statement, without the number of its exhibits, years and the like."""
    found = FIGURE.finditer(NO_FIGURE.sub(" ", words))
    return [Figure(each["number"].rstrip(","), bool(each["under"])) for each in found]


def told_by(figure: Figure, tables: Iterable[bytes]) -> str:
    """Where a figure stands in ``tables``: ``cell``, ``words`` of a cell, ``sum`` of a column, ``count`` of rows."""
    rows = [row for table in tables for row in csv.DictReader(io.StringIO(table.decode()))]
    columns: dict[str, list[str]] = {}
    for row in rows:
        for name, cell in row.items():
            columns.setdefault(name, []).append(cell or "")
    for how, found in (("cell", _cells(figure, columns)), ("words", _words(figure, columns)),
                       ("sum", _sums(figure, columns)), ("count", _counts(figure, len(rows), columns))):  # fmt: skip
        if found:
            return how
    return ""


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _cells(figure: Figure, columns: Mapping[str, list[str]]) -> bool:
    known = (number for cells in columns.values() for cell in cells if (number := _number(cell)) is not None)
    return any(figure.is_of(number) for number in known)


def _words(figure: Figure, columns: Mapping[str, list[str]]) -> bool:
    wanted = re.compile(rf"(?<![\d.,]){re.escape(figure.printed.lstrip('+-−'))}(?![\d]|[.,]\d)")
    return any(wanted.search(cell) for cells in columns.values() for cell in cells if _number(cell) is None)


def _sums(figure: Figure, columns: Mapping[str, list[str]]) -> bool:
    sums = ([number for cell in cells if (number := _number(cell)) is not None] for cells in columns.values())
    return any(figure.is_of(sum(numbers)) for numbers in sums if numbers)


def _counts(figure: Figure, rows: int, columns: Mapping[str, list[str]]) -> bool:
    """All rows, those with one value in a column, those with any, or those with another."""
    each = {count for cells in columns.values() for count in (*Counter(cells).values(), sum(map(bool, cells)))}
    return figure.value in {float(rows), *map(float, each), *(float(rows - count) for count in each)}


def astray(
    manifest: Mapping[str, Any], files: Mapping[str, bytes], evaluations: Sequence[bytes] = ()
) -> Iterator[tuple[str, str]]:
    """Each figure of a summary that is not in the data that its statement leads to, with the statement.

    What was found of an initiative may stand in the data of its own document, ``evaluations``.
    """
    for statement in manifest["provenance"]["summary"]:
        data = [files[manifest["provenance"]["exhibits"][slug]["csv"]] for slug in statement["exhibits"]]
        data += evaluations if statement["text"].startswith("Evaluated: ") else ()
        for figure in figures(statement["text"]):
            if LISTS_ITSELF not in statement["text"] and not told_by(figure, data):
                yield figure.printed, statement["text"]
