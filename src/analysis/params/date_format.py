"""How a partner's file writes days and times: declared in letters (``DD/MM/YYYY hh:mm``), never guessed."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final

from analysis.errors import did_you_mean

NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
PIECES: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})",
    "MMM": r"(?P<abbreviated>[A-Za-z]{3,4})",
    "MM": r"(?P<month>\d{2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{2})",
    "D": r"(?P<day>\d{1,2})",
    "hh": r"(?P<hour>\d{2})",
    "h": r"(?P<hour>\d{1,2})",
    "mm": r"(?P<minute>\d{2})",
    "ss": r"(?P<second>\d{2})",
}
"""Each piece of a format: capitals for the day, small letters for the time."""
_PIECE: Final = re.compile("|".join(PIECES))


class NotWritten(ValueError):
    """A text that is not what its format says; the message says why."""


@cache
def pattern_of(written: str) -> re.Pattern[str]:
    """The pattern of a format; raises ``NotWritten`` for one that names nothing, a piece twice or an unknown letter."""
    pieces = _PIECE.findall(written)
    rest = _PIECE.sub("", written)
    if not pieces or (bad := re.search(r"[A-SU-Za-z]", rest)):
        what = f'"{bad[0]}"' if pieces and bad else "it"
        raise NotWritten(f"{what} is none of {', '.join(PIECES)}")
    try:
        text = "".join(PIECES.get(part, re.escape(part)) for part in re.split(f"({_PIECE.pattern})", written))
        return re.compile(text)
    except re.error:
        raise NotWritten("names a piece twice") from None


def parts_of(written: str) -> frozenset[str]:
    """What a format gives: any of year, month, day, hour, minute, second."""
    names = {"short": "year", "name": "month", "abbreviated": "month"}
    return frozenset(names.get(name, name) for name in pattern_of(written).groupindex)


def read_moment(text: str, formats: tuple[str, ...]) -> tuple[dt.datetime, bool]:
    """Read ``text`` in the first of ``formats`` that it fits, and say whether that gives a time of day.

    What a format does not give is the first of its kind.

    Raises ``NotWritten`` saying whether it fits none, or is no day of the calendar or no time of day.
    """
    fitting = [(each, found) for each in formats if (found := pattern_of(each).fullmatch(text))]
    if not fitting:
        raise NotWritten(f'"{text}" is not written as {" or ".join(formats)}')
    wrong: NotWritten | None = None
    for each, found in fitting:
        try:
            given = {name: value for name, value in found.groupdict().items() if value}
            return _moment(text, each, given), "hour" in given
        except NotWritten as error:
            wrong = wrong or error
    assert wrong
    raise wrong


def _moment(text: str, written: str, found: dict[str, str]) -> dt.datetime:
    year = int(found.get("year") or 2000 + int(found.get("short", "0")))
    month, day = _month(text, found), int(found.get("day", "1"))
    hour, minute, second = (int(found.get(name, "0")) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise NotWritten(f'"{text}" is no time of day')
    if month > 12 >= day and "day" in found:
        first = "month" if written.index("D") < written.index("M") else "day"
        raise NotWritten(f'"{text}" has month {month} as {written}: is the file written {first} first?')
    try:
        return dt.datetime(year, month, day, hour, minute, second)
    except ValueError:
        raise NotWritten(f'"{text}" is no day of the calendar as {written}') from None


def _month(text: str, found: dict[str, str]) -> int:
    name = (found.get("name") or found.get("abbreviated") or "").lower()
    if not name:
        return int(found.get("month", "1"))
    known = [n for n, full in enumerate(NAMES, 1) if full == name or ("abbreviated" in found and _short(full, name))]
    if not known:
        raise NotWritten(f'"{text}" has no name of a month{did_you_mean(name, NAMES)}')
    return known[0]


def _short(full: str, name: str) -> bool:
    """``Apr`` for April; ``Sept`` too, and nothing else of four letters."""
    return name in (full[:3], "sept" if full == "september" else full[:3])
