"""The crosswalk: which measures in common use street-level open data can stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.errors import ParameterError
from analysis.params.figure import Declared, Words
from analysis.params.reading.one_file import read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.errors import Problem
    from analysis.params.reading.rows import Rows

CROSSWALK = "crosswalk.csv"


class CrosswalkRow(Declared):
    """One measure, as ``params/crosswalk.csv`` declares it."""

    measure: Words
    """The measure, as targets name it."""
    nearest_category: str = ""
    """The category or categories that come nearest to it."""
    stands_for: Literal["yes", "partly", "no"]
    """Whether they can stand for it."""
    why: Words
    """Why, or why not."""


def crosswalk_problems(params: Path) -> list[Problem]:
    """Everything wrong in ``crosswalk.csv`` in ``params``; nothing where there is no such file."""
    return _read(params)[1]


def read_crosswalk(params: Path) -> tuple[CrosswalkRow, ...]:
    """Read ``crosswalk.csv`` in ``params``, empty where there is none; raises ``ParameterError`` with every problem."""
    rows, problems = _read(params)
    if problems:
        raise ParameterError(problems)
    return tuple(row for _, row in rows.entries)


def _read(params: Path) -> tuple[Rows[CrosswalkRow], list[Problem]]:
    return read_rows(CrosswalkRow, params / CROSSWALK, f"{params.name}/{CROSSWALK}")
