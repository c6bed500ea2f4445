"""The events calendar: as declared, and which events fall in the months that stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.wording import NOT_SUPPLIED, opening
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.params.edition import Event

HIGHEST: Final = 3
"""How many of the period's months count as its highest; naming the events of more would crowd a chart."""
LONGEST: Final = 3
"""An event that touches more months than this says nothing of any one of them."""
NOTE: Final = (
    "A chart names those that fall in its three highest months; that a month is high because of one is not shown. An "
    "event of more than three months is not named as the event of any of them."
)


def events_in(context: Context, months: Sequence[pd.Period]) -> list[Event]:
    """The declared events any day of which falls in one of ``months``, but for those of more than ``LONGEST``."""
    names = {f"{when.year}-{when.month:02d}" for when in months}
    brief = [event for event in context.edition.events if _months_touched(event) <= LONGEST]
    return [event for event in brief if any(event.start <= name <= event.end for name in names)]


def _months_touched(event: Event) -> int:
    return int(pd.Period(event.end, "M").ordinal - pd.Period(event.start, "M").ordinal) + 1


def events_of_highest(context: Context, months: Published) -> list[Event]:
    """The events of the period's highest months among the published counts of one line."""
    counts = {row["month"].value: row.number("count") for row in months}
    known = [(count, when) for when in context.window.periods if (count := counts.get(when)) is not None]
    highest = sorted(known, key=lambda pair: (-pair[0], pair[1].ordinal))[:HIGHEST]
    return events_in(context, [when for _, when in highest])


def events_calendar(context: Context) -> list[Block]:
    """The events calendar as declared; nothing where there is none."""
    if not context.edition.events or context.slices is None:
        return []
    rows = [
        {
            "event": e.name, "from": numbers.month(pd.Period(e.start, "M")), "to": numbers.month(pd.Period(e.end, "M")),
            "where": e.where or NOT_SUPPLIED, "source": e.source or NOT_SUPPLIED,
        }
        for e in sorted(context.edition.events, key=lambda e: (e.start, e.id))
    ]  # fmt: skip
    fields = [Field("event", "Event"), Field("from", "From"), Field("to", "To"), Field("where", "Where")]
    caption = context.caption(
        "events-calendar", f"{opening(len(rows), 'event')} that may move a count", "Events calendar",
        source="Source: as named for each event in the data of this table.", notes=[NOTE],
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["event"]), caption, fields)]
