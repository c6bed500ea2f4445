"""What is wrong in a partner's file: every problem at once, up to a number that a person will read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from analysis.errors import SourceError

if TYPE_CHECKING:
    from typing import NoReturn

SHOWN: Final = 20
"""Problems that are named; of the rest only the number is."""
DO: Final = "Mend the file or its mapping; nothing of it was stored."


@dataclass
class Problems:
    """The problems of one file, in the order they were met; the same one in many rows is said once."""

    file: str
    found: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, row: int, column: str, message: str) -> None:
        """Note what is wrong in ``row`` (1 is the first of the file; 0 the whole file) under ``column``."""
        self.found.setdefault((column, message), []).append(row)

    def refuse(self) -> None:
        """Raise ``SourceError`` with what was found; nothing happens where nothing was."""
        if not self.found:
            return
        lines = [self._line(column, message, rows) for (column, message), rows in self.found.items()]
        more = len(lines) - SHOWN
        shown = [*lines[:SHOWN], *([f"and {more} more"] if more > 0 else [])]
        raise SourceError("\n".join([*shown, f"  {DO}"]))

    def stop(self, row: int, column: str, message: str) -> NoReturn:
        """Refuse at once: nothing after this could be trusted."""
        self.add(row, column, message)
        self.refuse()
        raise AssertionError("unreachable")

    def _line(self, column: str, message: str, rows: list[int]) -> str:
        where = [self.file, *([f"row {rows[0]}"] if rows[0] else []), *([f"column {column}"] if column else [])]
        others = len(rows) - 1
        also = f" (and in {others} other row{'s' if others > 1 else ''})" if others else ""
        return f"{', '.join(where)}: {message}{also}"
