"""Turns of phrase that several sections share, so that none of them says the same thing in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from analysis.params import Edition

NOT_PUBLISHED: Final = "not published"
NOT_SUPPLIED: Final = "not supplied"
JUDGED: Final = ("met", "missed", "on track", "at risk", "too close to call")
"""The standings that judge an indicator; any other says why it cannot be judged."""


def how_many(number: int) -> str:
    """A number that stands by itself: ``none``, ``three``, ``12``."""
    return numbers.in_words(number) if number else "none"


def opening(number: int, one: str, many: str = "") -> str:
    """A number with its noun at the start of a sentence: ``Three steps``, ``One action is``."""
    return numbers.sentence_case(numbers.plural(number, one, many))


def standing_words(statuses: Sequence[str]) -> str:
    """How some indicators stand: ``two met and three missed; one cannot be judged``; empty if none can be judged."""
    judged = [status for status in statuses if status in JUDGED]
    if not judged:
        return ""
    parts = [f"{numbers.in_words(judged.count(status))} {status}" for status in JUDGED if status in judged]
    rest = len(statuses) - len(judged)
    tail = f"; {numbers.in_words(rest)} cannot be judged" if rest else ""
    return numbers.listed(parts) + tail


def blank(edition: Edition) -> str:
    """What stands where the edition lacks something: who could have said it decides the words."""
    return NOT_PUBLISHED if edition.basis == "published document" else NOT_SUPPLIED


def when(value: dt.date | Unknown) -> str:
    """A declared date in words, or why there is none."""
    return str(value) if isinstance(value, Unknown) else numbers.date(value)
