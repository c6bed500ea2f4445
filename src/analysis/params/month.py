"""Months and days of declared periods."""

from __future__ import annotations

import calendar
import datetime as dt
import re


def last_day(month: str) -> dt.date:
    """Return the last day of ``month`` (``2022-06``)."""
    year, number = int(month[:4]), int(month[5:])
    return dt.date(year, number, calendar.monthrange(year, number)[1])


def month_words(month: str) -> str:
    """Write ``2022-06`` as ``June 2022``."""
    return f"{calendar.month_name[int(month[5:])]} {month[:4]}"


def day_words(day: dt.date) -> str:
    """Write a day as ``31 March 2018``."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def months_between(start: str, end: str) -> int:
    """Count the months from ``start`` to ``end``, both included."""
    return (int(end[:4]) - int(start[:4])) * 12 + int(end[5:]) - int(start[5:]) + 1


def first_month(period: str) -> str:
    """Return the first month of a month (``2022-06``) or of a financial year (``1996/97``), as ``2022-06``."""
    return f"{period[:4]}-04" if "/" in period else period


def month_plus(month: str, months: int) -> str:
    """Return the month that is ``months`` after ``month``, before it if they are negative."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + months, 12)
    return f"{year:04}-{number + 1:02}"


def vintage_end(source: str, vintage: str) -> str | None:
    """Return the last month that a vintage covers, as ``2022-11``, or ``None`` where its name does not say.

    Scottish vintages are financial years (``2021-22`` ends in March 2022), all others are named by their last month.
    """
    if source == "scotland":
        found = re.fullmatch(r"([0-9]{4})[-/]([0-9]{2})", vintage)
        return f"{int(found[1]) + 1}-03" if found else None
    return vintage if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", vintage) else None
