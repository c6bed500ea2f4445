"""Actions overdue at the end of the month, and those due in the three months after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import not_there
from analysis.assessment.wording import blank, how_many, opening, when
from analysis.blocks import Paragraph, ref, text
from analysis.delivery import action_status
from analysis.exhibits import Field, exhibit
from analysis.params.month import last_day, month_plus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block, Ref
    from analysis.params import Action

SOON: Final = 3
"""Months ahead in which a date is soon."""
OVERDUE: Final = "actions-overdue"
DUE_SOON: Final = "actions-due-soon"
FIELDS: Final = (
    Field("number", "No."), Field("action", "Action"), Field("owner", "Owner"), Field("due", "Due"),
)  # fmt: skip


def actions(context: Context) -> list[Block]:
    """Two tables with a sentence before them; a note where no plan is declared."""
    plan, on = context.edition.actions, context.edition.produced
    if not plan or not isinstance(on, dt.date):
        return [not_there(context, "Actions with owners and dates, which only the partnership can declare.")]
    dated = [each for each in plan if isinstance(each.due, dt.date)]
    passed = [each for each in dated if isinstance(each.due, dt.date) and each.due < on]
    late = [each for each in plan if action_status(each, on) == "overdue"]
    until = last_day(month_plus(f"{on:%Y-%m}", SOON))
    soon = [each for each in dated if isinstance(each.due, dt.date) and on <= each.due <= until]
    blocks: list[Block] = [Paragraph(spans=text(_standing(passed, late, on), *_seen(late, soon, until)))]
    if late:
        blocks.append(_table(context, late, OVERDUE, f"Actions overdue on {numbers.date(on)}"))
    if soon:
        blocks.append(_table(context, soon, DUE_SOON, f"Actions due by {numbers.date(until)}"))
    return blocks


def _standing(passed: Sequence[Action], late: Sequence[Action], on: dt.date) -> str:
    """How many are overdue, and of how many it cannot be told: a status is declared later, and carries no day."""
    first = f"On {numbers.date(on)}, {numbers.plural(len(passed), 'dated action')} should have been done."
    if not passed:
        return f"On {numbers.date(on)}, no dated action should have been done yet."
    done = [each for each in passed if each.status == "done"]
    silent = len([each for each in passed if each not in late and each not in done])
    parts = [f"{opening(len(late), 'is', 'are')} overdue." if late else "None is known to be overdue."]
    if done:
        parts.append(f"{opening(len(done), 'is', 'are')} done now; by which day is not declared.")
    if silent:
        parts.append(f"Of {how_many(silent)} nothing is declared that would show it.")
    return " ".join([first, *parts])


def _seen(late: Sequence[Action], soon: Sequence[Action], until: dt.date) -> list[str | Ref]:
    """Where the overdue ones are listed, and how many are due soon."""
    listed: list[str | Ref] = [" They are listed in ", ref(OVERDUE), "."] if late else []
    many = f"{numbers.sentence_case(how_many(len(soon)))} more {'is' if len(soon) in (0, 1) else 'are'}"
    due = f" {many} due by {numbers.date(until)}"
    where: list[str | Ref] = [" (", ref(DUE_SOON), ")"] if soon else []
    return [*listed, due, *where, "."]


def _table(context: Context, some: Sequence[Action], slug: str, headline: str) -> Block:
    ordered = sorted(some, key=lambda each: (str(each.due), each.id))
    rows = [_row(context, each, number) for number, each in enumerate(ordered, 1)]
    caption = context.caption(
        slug, f"{numbers.sentence_case(numbers.plural(len(rows), 'action'))}, the earliest date first",
        f"{headline}, {context.partnership.name}", source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, FIELDS)


def _row(context: Context, action: Action, number: int) -> dict[str, object]:
    missing = blank(context.edition)
    return {
        "id": action.id,
        "number": action.ref or str(number),
        "action": action.action,
        "owner": action.owner or missing,
        "due": when(action.due),
        "due_date": action.due,
    }
