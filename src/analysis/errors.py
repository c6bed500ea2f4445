"""Everything that can go wrong, in one tree; a person reads the message, so it says what, where and what to do.

    CspError
    ├── ParameterError        a declared file is wrong (all problems of all files, together)
    ├── SourceError           a dataset cannot be read as what it claims to be
    ├── StoreError            what is asked of the store is not there, or would be changed in silence
    ├── ExhibitError          a notebook asks for an exhibit that cannot be (unknown or repeated slug, bare frame)
    ├── MethodError           a method is asked with options or data that it cannot take
    ├── RenderError           a document cannot be written to its standard
    └── RunError              a report cannot be planned or run

A statistic that the data cannot carry is none of these: see ``analysis.cannot_say``.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class CspError(Exception):
    """A mistake that a person can mend; shown as its message alone, never as a traceback."""

    @classmethod
    def at(cls, where: str | Path, what: str, do: str = "") -> Self:
        """Say ``what`` is wrong ``where``, and what to ``do`` about it."""
        return cls(f"{where}: {what}" + (f"\n  {do}" if do else ""))


class SourceError(CspError):
    """A dataset cannot be read as what it claims to be."""


class StoreError(CspError):
    """What is asked of the store is not there, or would be changed in silence."""


class ExhibitError(CspError):
    """A notebook asks for an exhibit that cannot be made."""


class MethodError(CspError):
    """A method is asked with options or data that it cannot take."""


class RenderError(CspError):
    """A document cannot be written to its standard."""


class RunError(CspError):
    """A report cannot be planned or run."""


def did_you_mean(given: str, choices: Iterable[str]) -> str:
    """Return ``; did you mean "x"?`` for the nearest of ``choices``, or an empty string."""
    near = get_close_matches(given, sorted(set(choices)), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one declared file.

    ``line`` counts from 1, in a CSV too (the header is line 1); 0 means the whole file.
    """

    file: str
    line: int
    key: str
    message: str
    rule: str

    def __str__(self) -> str:
        """``file:line key: message [rule]``."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}{' ' + self.key if self.key else ''}: {self.message} [{self.rule}]"


class ParameterError(CspError):
    """What is declared is wrong; carries every problem of every file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        lines = "\n".join(f"  {p}" for p in self.problems)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in the parameters, nothing was run:\n{lines}")
