"""The year of a delivery plan: each action by the month it is due, its milestones, and the day it is seen from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.plan_year_chart import PLANNED, Item, Lane, plan_year_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

FIELDS: Final = (
    Field("on", "Date", numbers.date), Field("priority", "Priority"), Field("number", "No."), Field("kind", "What"),
    Field("what", "Action or milestone"), Field("owner", "Owner"), Field("status", "Status"),
)  # fmt: skip


def plan_year(frame: Published, caption: Caption, *, months: pd.PeriodIndex, today: dt.date | None) -> Shown:
    """Draw the actions and milestones (``kind``) of ``frame`` on their days (``on``), by priority, over ``months``.

    ``today`` is the day that statuses are of. The table is in order of time, one row an action or a milestone.
    """
    lanes = _lanes(required(frame))
    figure = plan_year_chart(lanes, months, today)
    return exhibit(frame, caption, list(FIELDS), figure=figure, alt=_alt(lanes, caption, today), print_table=False)


def _lanes(frame: Published) -> list[Lane]:
    names = dict.fromkeys(row.words("priority") for row in frame.sorted(lambda row: row.number("place") or 0))
    return [Lane(name, tuple(_items(frame.where(lambda row, n=name: row.words("priority") == n)))) for name in names]  # type: ignore[misc]


def _items(frame: Published) -> list[Item]:
    return [Item(row["on"].value, row.words("number"), row.words("kind"), row.words("status")) for row in frame]


def _alt(lanes: Sequence[Lane], caption: Caption, today: dt.date | None) -> str:
    said = [f"{caption.subtitle.rstrip('.')}."]
    for lane in lanes:
        actions = [each for each in lane.items if each.kind == "action"]
        found = [each.status or PLANNED for each in actions]
        parts = [f"{numbers.in_words(found.count(status))} {status}" for status in dict.fromkeys(found)]
        days = [each.on for each in actions]
        spread = (
            f", due {numbers.listed(list(map(numbers.date, sorted({min(days), max(days)}))), 'to')}" if days else ""
        )
        steps = numbers.plural(len(lane.items) - len(actions), "milestone")
        after = f"; {steps}" if len(lane.items) > len(actions) else ""
        said.append(f"{lane.name}: {numbers.listed(parts) or 'no action'}{spread}{after}.")
    return " ".join([*said, f"Seen from {numbers.date(today)}." if today else "No day is known to see it from."])
