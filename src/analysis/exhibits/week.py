"""The week by day and hour: where incidents gather, with what is withheld and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.disclosure import Published, required, shown
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.week_chart import Square, week_chart

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_KNOWN: Final = "Not known"
LEGEND: Final = (
    "The darker a cell, the more incidents; each has its number. An incident known only to lie between two times is "
    "spread evenly over them, so a number is what is expected, rounded."
)


def hours_words(start: int, width: int) -> str:
    """``21:00 to 24:00``."""
    return f"{start:02d}:00 to {start + width:02d}:00"


def week(frame: Published, caption: Caption, *, lead: str = "") -> Shown:
    """Draw ``count`` of ``frame`` by ``weekday`` and ``hours``, a row a cell of the week, in order of day and hour.

    A last row with the weekday ``Not known`` is in the table alone. ``lead`` says in the text alternative what to see.
    """
    rows = [row for row in required(frame) if row.words("weekday") != NOT_KNOWN]
    squares = [[_square(row) for row in rows if row.words("weekday") == day] for day in DAYS]
    hours = list(dict.fromkeys(row.words("hours") for row in rows))
    fields = [
        Field("weekday", "Day"),
        Field("hours", "Hours"),
        Field("count", "Incidents", numbers.count),
        Field("share", "Share of those whose time is known", numbers.percent),
    ]
    alt = f"Grid of days and hours: {caption.subtitle.rstrip('.')}. {lead}".strip()
    figure = week_chart(squares, hours)
    return exhibit(frame, caption.noting(LEGEND), fields, figure=figure, alt=alt, print_table=False)


def _square(row: Row) -> Square:
    count = row.number("count")
    return Square(count, numbers.count(count) if count is not None else shown(row["count"].state))
