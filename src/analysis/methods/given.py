"""What a person gives a method: options in words, perhaps a table, and recording breaks to pick from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis import numbers
from analysis.errors import MethodError, did_you_mean
from analysis.methods.kind import FROM_FILE
from analysis.methods.option import DEFAULTS, Option

if TYPE_CHECKING:
    from analysis.methods.table import Table
    from analysis.params.recording import RecordingBreak


def no_register() -> Sequence[RecordingBreak]:
    """No recording breaks at all."""
    return ()


def no_forces(_: str) -> Sequence[str]:
    """No police forces at all: any name is taken."""
    return ()


@dataclass(frozen=True)
class Given:
    """``values`` are options without dashes; ``register`` is called where recording breaks bear on the method.

    ``forces`` gives the names of a country's police forces, against which one that is named is checked.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    table: Table | None = None
    register: Callable[[], Sequence[RecordingBreak]] = no_register
    forces: Callable[[str], Sequence[str]] = no_forces

    def named(self, option: str) -> str:
        """The value of an option, or what it is unless given."""
        return self.values.get(option, DEFAULTS.get(option, ""))

    def must_suit(self, method: str, taken: Sequence[Option]) -> None:
        """Raise ``MethodError`` for an option that is none of the method's, a file too many, and what is missing."""
        problem = self._unknown(taken) or self._file(taken) or self._missing(taken)
        if problem:
            raise MethodError.at(f"csp method run {method}", problem, f"csp method show {method} tells what it takes.")

    def _unknown(self, taken: Sequence[Option]) -> str:
        names = [name for each in taken for name in each.names]
        wrong = [name for name in self.values if name not in names]
        return f"--{wrong[0]} is not one of its options{did_you_mean(wrong[0], names)}" if wrong else ""

    def _file(self, taken: Sequence[Option]) -> str:
        if self.table is None:
            return "needs a CSV file" if any(each.needs_file for each in taken) else ""
        takes = any(each.kind in (*FROM_FILE, "numbers") for each in taken)
        return "" if takes else f"takes no file, and was given {self.table.file}"

    def _missing(self, taken: Sequence[Option]) -> str:
        names = [each.names[0] for each in taken if wanted(each)]
        missing = [f"--{name}" for name in names if name not in self.values]
        return f"needs {numbers.listed(missing)}" if missing else ""


def wanted(option: Option) -> bool:
    """Whether the desk needs it: a population too, without which a rate is of no one."""
    if option.kind in ("series", "areas", "effect"):
        return False
    return option.required or (option.parameter == "population" and option.kind == "number")
