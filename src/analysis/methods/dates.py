"""Months, quarters and financial years as people write them in a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis.counts import period
from analysis.errors import SourceError
from analysis.measures import MONTH_NAMES, Window

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS: Final[Mapping[str, int]] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
}
"""Names of months, whole and short."""
FIRST_DAY: Final = re.compile(r"(\d{4}-\d{2})-01(?:[ T]00:00:00)?")
ANY_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.*")
NAMED: Final = re.compile(r"([A-Za-z]+)[ -](\d{4}|\d{2})")
EARLIEST, LATEST = 1700, 2200
"""Years that figures may be of; what lies outside is a slip."""
CENTURY: Final = 70
"""A spreadsheet's ``Jun-22`` is 2022 and its ``Jun-98`` is 1998: years from this one on are of the last century."""


def when(text: str) -> pd.Period:
    """Read ``2022-06``, ``2022-06-01``, ``Jun 2022``, ``June 2022``, ``Jun-22``, ``2022/23 Q1`` or ``2021/22``.

    Raises ``ValueError``, in words, for anything else: above all for days, since counts of days or weeks are not for
    these methods, and for 03/04/2022, which is two days.
    """
    if found := FIRST_DAY.fullmatch(text):
        return _period(found[1])
    if ANY_DAY.fullmatch(text):
        raise ValueError(f'"{text}" is a day: write a month as 2022-06, and sum days or weeks to months')
    if (found := NAMED.fullmatch(text)) and found[1].lower() in MONTHS:
        year = int(found[2])
        century = 0 if len(found[2]) == 4 else 2000 if year < CENTURY else 1900
        return _period(f"{century + year}-{MONTHS[found[1].lower()]:02d}")
    return _period(text)


def _period(text: str) -> pd.Period:
    try:
        found = period(text)
    except (SourceError, ValueError):
        raise ValueError(
            f'"{text}" is not a month (2022-06), a quarter (2022/23 Q1) or a financial year (2021/22)'
        ) from None
    if not EARLIEST <= found.year <= LATEST:
        raise ValueError(f'"{text}" is of no year from {EARLIEST} to {LATEST}')
    return found


def stretch(text: str) -> Window:
    """Read ``2021-12 to 2022-11``; raises ``ValueError``, in words."""
    ends = [each.strip() for each in text.split(" to ")]
    if len(ends) != 2:
        raise ValueError(f'"{text}" is not a stretch such as 2021-12 to 2022-11')
    start, end = when(ends[0]), when(ends[1])
    if start.freqstr != end.freqstr or end < start:
        raise ValueError(f'"{text}" does not run from one period to a later one of its kind')
    return Window(start, end)
