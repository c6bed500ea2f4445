"""The year of the plan, drawn where enough actions have a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import numbers
from analysis.assessment.context import information
from analysis.assessment.wording import blank, opening
from analysis.cannot_say import CannotSay
from analysis.delivery import year_of
from analysis.exhibits import plan_year
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.delivery import Dated, Year
    from analysis.params import Action


def year_blocks(context: Context, actions: Sequence[Action]) -> list[Block]:
    """The chart of the year, or why there is none."""
    edition = context.edition
    on = None if isinstance(edition.produced, Unknown) else edition.produced
    year = year_of(actions, pd.Period(edition.period.start, "M"), pd.Period(edition.period.end, "M"), on)
    if isinstance(year, CannotSay):
        return [information(f"The year of the plan is not drawn: {year.reason}.")]
    rows = [_row(context, actions, each) for each in year.dated]
    span = numbers.span(year.months[0], year.months[-1])
    caption = context.caption(
        "delivery-year", _headline(year), f"Actions by the month they are due, {span}, {context.partnership.name}",
        source=context.document_source, notes=[*_notes(year)],
    )  # fmt: skip
    frame = context.declared(rows, key=["id", "kind", "on", "what"])
    return [plan_year(frame, caption, months=year.months, today=on)]


def _headline(year: Year) -> str:
    """``Of 33 actions with a day, 22 are due in March 2018``."""
    due = [each.month for each in year.dated if each.kind == "action"]
    most = max(dict.fromkeys(due), key=due.count)
    busiest = numbers.plural(due.count(most), "falls", "fall")
    return f"Of {numbers.plural(len(due), 'action')} drawn, {busiest} in {numbers.month(most)}"


def _notes(year: Year) -> Iterator[str]:
    if year.outside:
        yield f"{opening(len(year.outside), 'action is', 'actions are')} due outside these months and not drawn."
    if year.undated:
        yield f"{opening(len(year.undated), 'action has', 'actions have')} no day and cannot be drawn."


def _row(context: Context, actions: Sequence[Action], each: Dated) -> dict[str, Any]:
    names = {p.id: p.name for p in context.edition.priorities}
    action, order = each.action, [*names, ""]
    same = [one.id for one in actions if one.priority == action.priority]
    return {
        "id": action.id, "kind": each.kind, "on": each.on, "what": each.what,
        "priority": names.get(action.priority, action.priority) or "Across priorities",
        "place": order.index(action.priority) if action.priority in order else len(order),
        "number": action.ref or str(same.index(action.id) + 1),
        "owner": action.owner or blank(context.edition),
        "status": each.status,
    }  # fmt: skip
