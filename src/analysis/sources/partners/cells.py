"""Reading single cells of a partner's file as its mapping declares: days, times, counts, areas, categories."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.errors import did_you_mean
from analysis.params.date_format import NotWritten, parts_of, read_moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.params.partner_source import AreaColumn, CategoryColumn, CountColumn, Moment
    from analysis.sources.partners.table import Cell

COUNT: Final = re.compile(r"\d{1,3}(,\d{3})+|\d+")
EARLIEST: Final = 1990
"""A day before this year is a slip, not a record."""


class Wrong(ValueError):
    """A cell that is not what its column is declared to hold."""


@dataclass(frozen=True)
class Instant:
    """A day, and the time where the cell gives one."""

    at: dt.datetime
    timed: bool


def read_day(day: Cell, moment: Moment) -> Instant:
    """Read a day, with its time where the same cell has it; raises ``Wrong``."""
    if isinstance(day, dt.datetime | dt.date):
        at = day if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time())
        timed = _has_time(moment) and isinstance(day, dt.datetime)
    elif isinstance(day, dt.time) or not day:
        raise Wrong("is empty" if day == "" else f"{day} is a time, not a day")
    else:
        at, timed = _written(day, moment.formats)
    if not EARLIEST <= at.year <= 2100:
        raise Wrong(f'"{day}" is of the year {at.year}')
    return Instant(at.replace(microsecond=0), timed)


def _has_time(moment: Moment) -> bool:
    return any("hour" in parts_of(each) for each in moment.formats)


def _written(text: str, formats: tuple[str, ...]) -> tuple[dt.datetime, bool]:
    try:
        return read_moment(text, formats)
    except NotWritten as error:
        raise Wrong(str(error)) from None


def read_clock(cell: Cell, moment: Moment) -> dt.time | None:
    """Read a time of day; none where the cell is empty, since the incident counts all the same. Raises ``Wrong``."""
    if isinstance(cell, dt.datetime):
        return cell.time()
    if isinstance(cell, dt.time):
        return cell
    if isinstance(cell, dt.date):
        raise Wrong(f"{cell} is a day, not a time")
    return _written(cell, moment.time_formats)[0].time() if cell else None


def read_count(cell: Cell, declared: CountColumn | None) -> tuple[int | None, str]:
    """Read a count with its status: ``present``, ``missing`` or ``suppressed``; raises ``Wrong``."""
    if not isinstance(cell, str):
        raise Wrong(f"{cell} is a day or a time, not a count")
    if declared is not None and cell in declared.suppressed:
        return None, "suppressed"
    if not cell:
        blank = declared.blank if declared else "refuse"
        if blank == "refuse":
            raise Wrong("is empty: declare count.blank as missing or zero")
        return (0, "present") if blank == "zero" else (None, "missing")
    if COUNT.fullmatch(cell):
        return int(cell.replace(",", "")), "present"
    if re.fullmatch(r"[-−]\s*[\d,]+", cell):
        raise Wrong(f'"{cell}" is below zero')
    if re.fullmatch(r"[\d,]*\.\d+", cell):
        raise Wrong(f'"{cell}" is no whole number')
    raise Wrong(f'"{cell}" is no count; a sign of what was withheld is declared as count.suppressed')


def read_category(cell: Cell, declared: CategoryColumn, words: Mapping[str, str]) -> str:
    """Read a category; ``words`` are those declared, in small letters. Raises ``Wrong`` naming the nearest."""
    text = str(cell)
    if (slug := words.get(text.casefold())) is not None:
        return slug
    if declared.other and text:
        return declared.other
    near = did_you_mean(text, declared.words)
    raise Wrong(f'"{text}" is no word of category.words{near}' if text else "is empty")


def read_area(cell: Cell, declared: AreaColumn, known: Mapping[str, str]) -> str:
    """Read an area as its code, ``outside`` or ``unlocated``; ``known`` has codes and names, names in small letters."""
    text = str(cell)
    if not text:
        if declared.blank == "unlocated":
            return "unlocated"
        raise Wrong("is empty: declare area.blank as unlocated if such rows count")
    if (code := known.get(text) or known.get(text.casefold())) is not None:
        return code
    near = did_you_mean(text, [*declared.names, *(name for name in known if not name.isupper())])
    raise Wrong(f'"{text}" is no area that is known{near or "; list it under area.names"}')
