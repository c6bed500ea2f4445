"""What a person gives a method: options in words, perhaps a table, and recording breaks to pick from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.errors import MethodError, did_you_mean
from analysis.methods.option import FROM_FILE, Option

if TYPE_CHECKING:
    from analysis.methods.table import Table
    from analysis.params.recording import RecordingBreak


def _no_register() -> Sequence[RecordingBreak]:
    return ()


@dataclass(frozen=True)
class Given:
    """``values`` are options without dashes; ``register`` is called where recording breaks bear on the method."""

    values: Mapping[str, str] = field(default_factory=dict)
    table: Table | None = None
    register: Callable[[], Sequence[RecordingBreak]] = _no_register

    def must_suit(self, method: str, taken: Sequence[Option]) -> None:
        """Raise ``MethodError`` for an option that no method option has, a file too many, and whatever is missing."""
        names = [name for each in taken for name in each.names]
        where = f"csp method run {method}"
        see = f"csp method show {method} tells what it takes."
        for name in self.values:
            if name not in names:
                hint = did_you_mean(name, names)
                raise MethodError.at(where, f"--{name} is not one of its options{hint}", see)
        if self.table is None and any(each.kind in FROM_FILE and each.required for each in taken):
            raise MethodError.at(where, "needs a CSV file", see)
        if self.table is not None and not any(each.kind in (*FROM_FILE, "numbers") for each in taken):
            raise MethodError.at(where, f"takes no file, and was given {self.table.file}", see)
        if missing := [each.names[0] for each in taken if each.required and not self._has(each)]:
            raise MethodError.at(where, "needs " + " and ".join(f"--{name}" for name in missing), see)

    def _has(self, option: Option) -> bool:
        return option.kind in FROM_FILE or any(name in self.values for name in option.names)
