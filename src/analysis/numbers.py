"""Numbers, dates and lists as every table, chart and sentence writes them, so that no two of them can differ.

GOV.UK style: a comma between thousands, ``12.3%`` without a space, a true minus sign, ``x to y`` for a range,
``year ending November 2022``, ``2021/22`` for a financial year, numbers up to nine in words within sentences.
Nothing here knows what a number means.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, SupportsFloat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    import pandas as pd

MINUS: Final = "\u2212"
"""The true minus sign."""
PERCENT: Final = "%"
"""What follows a percentage."""
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Names of months, the same in every locale."""
UP_TO_NINE: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def decimal(value: SupportsFloat, places: int = 1, *, signed: bool = False) -> str:
    """``1,234.5``, with a true minus; ``signed`` puts a plus before what is above zero. Never ``-0.0``."""
    number = round(float(value), places) + 0.0
    if not math.isfinite(number):
        return "no limit" if math.isinf(number) else "not a number"
    sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
    return f"{sign}{abs(number):,.{places}f}"


def count(value: SupportsFloat, *, signed: bool = False) -> str:
    """A count: ``7,243``; a derived count that is not whole is rounded."""
    return decimal(value, 0, signed=signed)


def plain(value: SupportsFloat, *, signed: bool = False) -> str:
    """A declared figure with the decimals it needs, two at most: ``7,243``, ``11.8``, ``0.25``."""
    number = float(value)
    places = next((p for p in (0, 1) if math.isclose(number, round(number, p), abs_tol=1e-9)), 2)
    return decimal(number, places, signed=signed)


def percent(value: SupportsFloat, places: int = 1, *, signed: bool = False) -> str:
    """A percentage given in per cent: ``12.3%``; one without an upper limit is ``no limit``."""
    text = decimal(value, places, signed=signed)
    return text + PERCENT if text[-1].isdigit() else text


def chance(value: SupportsFloat) -> str:
    """A probability given in per cent, whole and never quite certain: ``64%``, ``under 1%``, ``over 99%``."""
    number = float(value)
    return f"under 1{PERCENT}" if number < 1 else f"over 99{PERCENT}" if number > 99 else percent(number, 0)


def interval(low: SupportsFloat, high: SupportsFloat, write: Callable[[SupportsFloat], str]) -> str:
    """``x to y``, each end as ``write`` has it."""
    return f"{write(low)} to {write(high)}"


def month(when: pd.Period) -> str:
    """A period in words: ``November 2022``, ``2022/23 quarter 1``, ``2021/22``."""
    if when.freqstr == "M":
        return f"{MONTHS[when.month - 1]} {when.year}"
    year = when.qyear if when.freqstr == "Q-MAR" else when.year
    financial = f"{year - 1}/{year % 100:02d}"
    return f"{financial} quarter {when.quarter}" if when.freqstr == "Q-MAR" else financial


def short_month(when: pd.Period) -> str:
    """A month where space is short: ``Nov 2022``; other periods as ``month`` has them."""
    return f"{MONTHS[when.month - 1][:3]} {when.year}" if when.freqstr == "M" else month(when)


def year_ending(when: pd.Period) -> str:
    """Twelve months named by the last: ``year ending November 2022``; a financial year by its own name."""
    return f"year ending {month(when)}" if when.freqstr == "M" else month(when)


def span(start: pd.Period, end: pd.Period) -> str:
    """``January to November 2022``, ``March 2020 to July 2021``, or the one period that both are."""
    if start == end:
        return month(start)
    if start.freqstr == "M" and start.year == end.year:
        return f"{MONTHS[start.month - 1]} to {month(end)}"
    return f"{month(start)} to {month(end)}"


def date(when: dt.date) -> str:
    """``31 March 2018``."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def in_words(number: int) -> str:
    """``three``, ``12``: up to nine in words; nought is ``no``."""
    return UP_TO_NINE[number] if 0 <= number < len(UP_TO_NINE) else count(number)


def plural(number: int, one: str, many: str = "") -> str:
    """``one month``, ``three months``, ``1,204 crimes``."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str], joined: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return f" {joined} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else list(items))


def sentence_case(words: str) -> str:
    """Capitalise the first letter and leave the rest, so that names and ``ASB`` stay as they are."""
    return words[:1].upper() + words[1:]
