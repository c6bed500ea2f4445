"""The published frame: the only thing that exhibits and prose take, and only disclosure makes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from analysis.disclosure.rule import OPEN, Rule
from analysis.disclosure.state import State
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SEAL: Final = object()


@dataclass(frozen=True)
class Value:
    """One cell: its value, or the state of not having one and why."""

    value: Any = None
    state: State = State.VALUE
    note: str = ""
    """Why there is no value, or how to read the one there is."""
    low: bool = False
    """Of low reliability: a small count, or worked out from one."""
    part_year: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a value to print."""
        return self.state is State.VALUE

    @property
    def number(self) -> float | None:
        """The value as a number, or nothing where there is none."""
        return float(self.value) if self.known and isinstance(self.value, int | float) else None


class Row(Mapping[str, Value]):
    """One row of a published frame: a mapping from column to value. Sentences are made from rows."""

    def __init__(self, cells: Mapping[str, Value], seal: object) -> None:
        if seal is not _SEAL:
            raise ExhibitError("a published row is made by disclosure.publish, nowhere else")
        self._cells = MappingProxyType(dict(cells))

    def __getitem__(self, column: str) -> Value:
        """The cell in ``column``; ``ExhibitError`` if the frame has no such column."""
        try:
            return self._cells[column]
        except KeyError:
            raise ExhibitError(f'no column "{column}" in a published frame with {", ".join(self._cells)}') from None

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the columns."""
        return iter(self._cells)

    def __len__(self) -> int:
        """How many columns there are."""
        return len(self._cells)

    def __contains__(self, column: object) -> bool:
        """Whether there is such a column."""
        return column in self._cells

    def number(self, column: str) -> float | None:
        """The number in ``column``, or nothing where it is not known."""
        return self[column].number

    def words(self, column: str) -> str:
        """The text in ``column``; empty where there is none."""
        cell = self[column]
        return str(cell.value) if cell.known else ""


@dataclass(frozen=True)
class Published:
    """Rows of values that may be published, each cell with its state; frozen, made by ``publish`` only."""

    key: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rule: Rule = OPEN
    seal: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise ExhibitError("a published frame is made by disclosure.publish, nowhere else")

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        """Go through the rows."""
        return iter(self.rows)

    def column(self, name: str) -> list[Value]:
        """All cells of one column, in order."""
        return [row[name] for row in self.rows]

    def row(self, **key: object) -> Row:
        """The one row with this key; ``ExhibitError`` if there is none or more than one."""
        found = [row for row in self.rows if all(row[name].value == value for name, value in key.items())]
        if len(found) != 1:
            raise ExhibitError(f"{len(found)} rows of a published frame have {key}, one is needed")
        return found[0]

    def where(self, keep: Callable[[Row], bool]) -> Published:
        """The rows that ``keep`` says yes to."""
        return replace(self, rows=tuple(row for row in self.rows if keep(row)))

    def sorted(self, by: Callable[[Row], object], *, reverse: bool = False) -> Published:
        """The same rows in another order."""
        return replace(self, rows=tuple(sorted(self.rows, key=by, reverse=reverse)))  # type: ignore[arg-type]


def seal(key: Sequence[str], columns: Sequence[str], rows: Sequence[Mapping[str, Value]], rule: Rule) -> Published:
    """Make a published frame; for ``publish`` alone."""
    return Published(tuple(key), tuple(columns), tuple(Row(row, _SEAL) for row in rows), rule, _SEAL)


def required(frame: object) -> Published:
    """Return ``frame`` if it is published; ``ExhibitError`` for a bare frame, whatever the type checker was told."""
    if not isinstance(frame, Published):
        raise ExhibitError(f"an exhibit takes a published frame, not a {type(frame).__name__}\n  publish it first")
    return frame
