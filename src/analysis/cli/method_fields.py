"""The fields of an answer below its sentence: one a line, a name and a value, to fit 80 columns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from rich.table import Table

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.methods.plain import Plain

FEW = 6
"""So many items of a list are shown; of more, how many there are."""


def fields_table(answer: Plain) -> Table:
    """Every field of an answer, what is within another set in under it."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for depth, name, value in lines(answer):
        grid.add_row("  " * (depth + 1) + name, value)
    return grid


def lines(answer: Plain, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """Depth, name and value of each field."""
    if not isinstance(answer, dict):
        yield depth, "answer", value_words(answer)
        return
    for name, value in answer.items():
        words = name.replace("_", " ")
        if isinstance(value, dict) and value and not set(value) & {"cannot_say", "start"}:
            yield depth, words, ""
            yield from lines(value, depth + 1)
        else:
            yield depth, words, value_words(value)


def value_words(value: Any) -> str:
    """A plain value in words: four figures of a number, the first few of a list, why there is none."""
    if isinstance(value, dict):
        if "start" in value:
            return f"{value['start']} to {value['end']}"
        return f"cannot say: {value['cannot_say']} ({value['rule']})" if "cannot_say" in value else "none"
    if isinstance(value, list):
        return _listed(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return figures(value)
    if isinstance(value, int):
        return numbers.count(value)
    return {None: "none", "inf": "no limit", "-inf": "no limit", "": "none"}.get(value, str(value))


def figures(value: float) -> str:
    """A number with four figures: ``0.5314``, ``−46.86``, ``5.539e-08``, ``4,213``."""
    size = abs(value)
    if 0 < size < 1e-4:
        return f"{numbers.MINUS if value < 0 else ''}{size:.3e}"
    places = 3 - math.floor(math.log10(size)) if 0 < size < 1 else max(0, 4 - len(str(int(size))))
    text = numbers.decimal(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _listed(value: list[Any]) -> str:
    if not value:
        return "none"
    shown = [f"({_listed(each)})" if isinstance(each, list) else value_words(each) for each in value[:FEW]]
    more = f" and {len(value) - FEW} more" if len(value) > FEW else ""
    return ", ".join(shown) + more
