"""Scores by agency, issue and criterion out of someone's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.errors import MethodError, did_you_mean
from analysis.methods.figures import number, several
from analysis.methods.table import raise_all

if TYPE_CHECKING:
    from analysis.methods.given import Given
    from analysis.methods.table import Table
    from analysis.priorities import Matrix

COLUMNS: Final = ("agency", "issue", "criterion", "score")
MISSING: Final = ("n/a", "not known")


def scored(table: Table, given: Given) -> Matrix:
    """The matrix of a file with ``COLUMNS``; an empty score, n/a and not known are missing.

    Raises ``MethodError`` with every cell that is wrong, or for an option that names no criterion of the file.
    """
    from analysis.priorities import Criterion, matrix

    low, high = _levels(given.named("levels"))
    for column in COLUMNS:
        if column not in table.columns:
            hint = did_you_mean(column, table.columns)
            raise MethodError.at(table.file, f'has no column "{column}"{hint}', f"It needs {', '.join(COLUMNS)}.")
    rows = _rows(table)
    names = sorted({row[2] for row in rows})
    weights = _weights(given.named("weights"), names)
    likely = _named("likelihood", given.named("likelihood"), names)
    criteria = [Criterion(name, low, high, weights.get(name, 1.0), name in likely) for name in names]
    try:
        return matrix(pd.DataFrame(rows, columns=list(COLUMNS)), criteria)
    except ValueError as error:
        raise MethodError.at(table.file, str(error)) from None


def _rows(table: Table) -> list[tuple[str, str, str, float | None]]:
    found, problems = [], []
    for line, cells in table.rows:
        if empty := [each for each in COLUMNS[:3] if each not in cells]:
            problems.append(table.at(line, empty[0], "is empty"))
            continue
        text = cells.get("score", "")
        try:
            score = None if text.lower() in ("", *MISSING) else number(text)
            found.append((cells["agency"], cells["issue"], cells["criterion"], score))
        except ValueError as error:
            problems.append(table.at(line, "score", str(error)))
    raise_all(problems, table.file)
    return found


def _levels(text: str) -> tuple[float, float]:
    try:
        low, high = several(text)
    except ValueError:
        low, high = 0.0, 0.0
    if not low < high:
        raise MethodError(f'--levels: "{text}" is not the lowest and the highest level, such as 1,5')
    return low, high


def _weights(text: str, names: list[str]) -> dict[str, float]:
    """Read ``harm=2,likelihood=1``; a criterion that is not named weighs 1."""
    found = {}
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, _, weight = part.partition("=")
        _known("weights", name.strip(), names)
        try:
            found[name.strip()] = number(weight)
        except ValueError:
            raise MethodError(f'--weights: "{part}" is not a criterion and its weight, such as harm=2') from None
        if not found[name.strip()] > 0:
            raise MethodError(f'--weights: "{part}" is not above zero')
    return found


def _named(option: str, text: str, names: list[str]) -> set[str]:
    found = {each.strip() for each in text.split(",") if each.strip()}
    for name in sorted(found):
        _known(option, name, names)
    return found


def _known(option: str, name: str, names: list[str]) -> None:
    if name not in names:
        hint = did_you_mean(name, names) or f": there is {', '.join(names)}"
        raise MethodError(f'--{option}: no row of the file is on "{name}"{hint}')
