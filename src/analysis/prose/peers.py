"""Sentences of an area beside others: its rate, what is typical of them, its place and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import ref, text
from analysis.prose.interval import LEVEL_WORDS

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.disclosure import Row

WIDE: Final = 2.0
"""Limits of which the upper is this many times the lower are called wide."""


def peers_sentence(row: Row, area: str, what: str, *, during: str, others: str, see: str) -> Spans:
    """``Burglary in X came to 3.4 per 1,000 residents in ...``, against what is typical of ``others``.

    ``row`` has the columns of ``assessment.peer_rows``; ``what`` is the category inside a sentence, ``during`` the
    period with its article, ``others`` the other areas ("the eight other areas"), ``see`` the exhibit's slug.
    """
    rate, low, high = (row.number(name) or 0.0 for name in ("rate", "rate_low", "rate_high"))
    lead = (
        f"{numbers.sentence_case(what)} in {area} came to {numbers.decimal(rate)} per 1,000 residents in {during} "
        f"({LEVEL_WORDS}: {numbers.interval(low, high, numbers.decimal)})"
    )
    if row.number("difference") is None:
        return text(f"{lead} (", ref(see), "). ", place_sentence(row))
    return text(f"{lead}. {beside_sentence(row, others)} (", ref(see), "). ", place_sentence(row))


def beside_sentence(row: Row, others: str) -> str:
    """``That is 13.2% above what is typical of ...``, as far as the interval allows it to be said; no full stop."""
    difference, low, high = (row.number(name) or 0.0 for name in ("difference", "difference_low", "difference_high"))
    typical = f"what is typical of {others}, {numbers.decimal(row.number('typical') or 0)}"
    side = row.words("beside")
    if side == "near":
        span = f"{numbers.percent(difference, signed=True)}, {LEVEL_WORDS}: {_span(low, high)}"
        return f"That is not clearly different from {typical} ({span})"
    near, far = sorted([abs(low), abs(high)])
    span = f"{LEVEL_WORDS}: {numbers.interval(near, far, numbers.percent)} {side}"
    return f"That is {numbers.percent(abs(difference))} {side} {typical} ({span})"


def place_sentence(row: Row) -> str:
    """``By rate it stands second of nine, the highest first; its true place may be anywhere from second to fourth.``"""
    place, low, high, of = (int(row.number(name) or 0) for name in ("place", "place_low", "place_high", "of"))
    lead = f"By rate it stands {ordinal(place)} of {numbers.in_words(of)}, the highest first"
    if low == high:
        return f"{lead}, and its place is hardly in doubt."
    span = (
        f"{ordinal(low)} or {ordinal(high)}" if high == low + 1 else f"anywhere from {ordinal(low)} to {ordinal(high)}"
    )
    return f"{lead}; its true place may be {span}."


def outlier_sentence(row: Row, what: str) -> str:
    """What the funnel's limits allow to be said; empty where they allow no verdict."""
    found = row.words("outlier")
    if found.startswith("unusually"):
        side = found.removeprefix("unusually ")
        return (
            f"The rate of {what} is unusually {side}: outside the limits that hold 99.8% of such areas, given how far "
            "areas differ."
        )
    if found == "at the edge":
        return (
            f"The rate of {what} is outside the limits that hold 95% of such areas but inside those that hold 99.8%; "
            "one area in twenty is, without any cause of its own."
        )
    return _within(row, what) if found else ""


def _within(row: Row, what: str) -> str:
    """Within the limits, with how wide they are: limits that take in nearly anything say next to nothing."""
    low, high = (row.number(name) or 0.0 for name in ("inner_low", "inner_high"))
    lead = f"The rate of {what} is within the 95% limits that the spread of the other areas gives, "
    lead += numbers.interval(low, high, numbers.decimal)
    if low <= 0 or high < WIDE * low:
        return f"{lead}."
    times = numbers.decimal(high / low)
    return f"{lead}. They are wide, the upper {times} times the lower, so that being within them says little."


def ordinal(place: int) -> str:
    """``first``, ``second`` ... ``ninth``, then ``10th``, ``21st``."""
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if 1 <= place <= len(words):
        return words[place - 1]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def _span(low: float, high: float) -> str:
    return numbers.interval(low, high, lambda value: numbers.percent(value, signed=True))
