"""Small phrases: counted things, figures and dates, known or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from analysis.params.figure import Unknown
from analysis.params.month import day_words


def counted(number: int, one: str, many: str = "") -> str:
    """Write ``1 action`` or ``12 actions``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def figure_words(value: float | Unknown) -> str:
    """Write a figure as 2,883 or 11.8, or say how it is unknown."""
    return str(value) if isinstance(value, Unknown) else f"{value:,.10g}"


def when_words(value: dt.date | Unknown) -> str:
    """Write a day, or say how it is unknown."""
    return str(value) if isinstance(value, Unknown) else day_words(value)


def several(items: Iterable[str]) -> str:
    """Join as ``a, b and c``."""
    *most, last = list(items)
    return f"{', '.join(most)} and {last}" if most else last


def bullets(lines: Iterable[str]) -> list[str]:
    """Indent each line as an entry of a list."""
    return [f"  - {line}" for line in lines]
