"""Sentences of months out of the ordinary: what was recorded, what was expected, and what may be made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import text

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.disclosure import Row

STANDS_OUT: Final = "exceptional"
MAYBE: Final = "may be chance"
RAREST: Final = 10_000
"""No chance rarer than one in this is printed: a model of some forty months knows nothing of rarer things."""


def verdict_words(among: str, *, explained: bool) -> str:
    """``exceptional``, ``exceptional, explained``; where one group of months makes it so, which: ``among`` them."""
    return f"{STANDS_OUT}{' among months ' + among if among else ''}{', explained' if explained else ''}"


def chance_words(p: float) -> str:
    """A small chance as odds: ``1 in 280``, ``under 1 in 10,000``; two digits, which is more than it is good for."""
    if p * RAREST < 1:
        return f"under 1 in {numbers.count(RAREST)}"
    odds = 1 / p
    digits = len(str(int(odds))) - 2
    return f"1 in {numbers.count(round(odds, -max(digits, 0)))}"


def expected_words(value: float) -> str:
    """An expected count: a decimal below ten, whole above."""
    return numbers.decimal(value, 1 if round(value, 1) < 10 else 0)


def exceptional_sentence(row: Row, what: str) -> Spans:
    """``June 2022 had 37, against 3.0 expected (99% limits: 0 to 12). In the events calendar ...``.

    ``row`` has ``month``, ``observed``, ``expected``, ``low``, ``high``, ``verdict``, ``among``, ``events`` and
    ``breaks``; ``what`` follows the count and may be empty.
    """
    had = f"{numbers.month(row['month'].value)} had {numbers.count(row.number('observed') or 0)}"
    limits = numbers.interval(row.number("low") or 0, row.number("high") or 0, numbers.count)
    expected = expected_words(row.number("expected") or 0)
    lead = f"{had}{' ' + what if what else ''}, against {expected} expected (99% limits: {limits})."
    return text(" ".join(part for part in (lead, _among(row), _events(row), _breaks(row), _nothing(row)) if part))


def _among(row: Row) -> str:
    among = row.words("among")
    return f"It stands out among the months {among}; among all months of the period it would not." if among else ""


def _events(row: Row) -> str:
    events = row.words("events")
    return f"In the events calendar of that month: {events}. That this was the cause is not shown." if events else ""


def _breaks(row: Row) -> str:
    breaks = row.words("breaks")
    return f"The month lies under {breaks}, which explains a departure without saying how much of it." if breaks else ""


def _nothing(row: Row) -> str:
    return "" if row.words("events") or row.words("breaks") else "Nothing that would explain it is declared."
