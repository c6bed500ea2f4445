"""Rows of a CSV typed by their schema; a row that cannot be typed is left out and said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from analysis.errors import Problem
from analysis.params.reading.wording import problems_of
from analysis.params.reading.written import Written

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Rows(Generic[M]):
    """The rows of one file: each value with its position among the rows written; ``whole`` if none was left out."""

    written: Written
    entries: tuple[tuple[int, M], ...] = ()
    whole: bool = True

    @property
    def values(self) -> tuple[M, ...]:
        """The rows in their order."""
        return tuple(value for _, value in self.entries)

    def problem(self, rule: str, place: int, column: str, message: str) -> Problem:
        """Say what is wrong in ``column`` of the row written at ``place``."""
        return self.written.problem(rule, (place, column), message)


def rows_of(model: type[M], written: Written, *, whole: bool = True) -> tuple[Rows[M], list[Problem]]:
    """Type each row of ``written`` as a ``model``, and say all that is wrong with them."""
    entries: list[tuple[int, M]] = []
    problems: list[Problem] = []
    for place, row in enumerate(written.value):
        try:
            entries.append((place, model.model_validate(row)))
        except ValidationError as error:
            problems += problems_of(error, Written(written.file, row, {(): written.line((place,))}), model)
    return Rows(written, tuple(entries), whole and not problems), problems
