"""A column of a table as it is to be printed: which cell of a row, under what label, written how."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.blocks import Cell
from analysis.disclosure import LOW, PART_YEAR, SYMBOLS, State, shown

if TYPE_CHECKING:
    from analysis.disclosure import Row, Value

Writer = Callable[[Any], str]
"""How a value is written: one of ``analysis.numbers``, or ``str``."""

NOTHING: Final = 1e-9
"""Per cent up to which a change is none but for the rounding of the machine."""


def signed_percent(value: float) -> str:
    """``+10.3%``, ``−1.0%``; what is not zero but rounds to it is ``under +0.1%`` or ``above −0.1%``.

    An interval that leaves out no change thereby never seems to end at it.
    """
    if round(value, 1) or abs(value) < NOTHING:
        return numbers.percent(value, signed=True)
    return f"{'under' if value > 0 else 'above'} {numbers.percent(math.copysign(0.1, value), signed=True)}"


@dataclass(frozen=True)
class Field:
    """One printed column.

    With ``to`` the cell is a range from ``key`` to ``to``; ``reliability`` prints ``[low]``; ``left`` aligns left.
    """

    key: str
    label: str
    write: Writer = str
    to: str = ""
    group: str = ""
    reliability: bool = False
    left: bool = False

    @property
    def right(self) -> bool:
        """Whether it holds numbers."""
        return self.write not in (str, numbers.date, numbers.month, numbers.short_month) and not self.left

    def cell(self, row: Row) -> Cell:
        """Print this column of ``row``."""
        value = row[self.key]
        if not value.known:
            return Cell(text=shown(value.state), note=value.note)
        end = row[self.to] if self.to else None
        if end is not None and not end.known:
            return Cell(text=shown(end.state), note=end.note)
        text = numbers.interval(value.value, end.value, self.write) if end else self.write(value.value)
        return Cell(text=" ".join([text, *self.symbols(row)]), note=value.note)

    def symbols(self, row: Row) -> list[str]:
        """The symbols that this column shows in ``row``."""
        return [symbol for symbol in _symbols(row[self.key]) if symbol != LOW or self.reliability]


def _symbols(value: Value) -> list[str]:
    if value.state is not State.VALUE:
        return [SYMBOLS[value.state]] if value.state in SYMBOLS else []
    return [*([LOW] if value.low else []), *([PART_YEAR] if value.part_year else [])]
